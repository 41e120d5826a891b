import DeskText

/// The closed classes, addressed by the hash that tokens carry.
///
/// Hashes of 32 bits stand for the words: the some four hundred words here differ in theirs, and
/// a strange word that shares one by chance costs a guess, not a crash.
struct FunctionWords: @unchecked Sendable {
  /// What a word is; a pronoun with a verb ("he's") may be of no closed class.
  struct Word {
    fileprivate var hash: UInt32 = 0
    /// `edge` for none.
    fileprivate(set) var kind = WordKind.edge
    fileprivate(set) var pronoun = Pronoun.none
  }

  static let english = FunctionWords()

  /// Filled once, and there as long as the program runs.
  private let slots: UnsafeMutablePointer<Word>
  private static let size = 2048

  private init() {
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: Word(), count: Self.size)
    for (kind, words) in Self.lists {
      for word in words.split(separator: " ") {
        enter(word.utf8) { if $0.kind == .edge { $0.kind = kind } }
      }
    }
    for (pronoun, words) in Pronoun.lists {
      for word in words.split(separator: " ") { enter(word.utf8) { $0.pronoun = pronoun } }
    }
  }

  private func enter(_ word: Substring.UTF8View, _ change: (inout Word) -> Void) {
    let hash = Folding.hash(folded: Array(word))
    let slot = slot(of: hash)
    slots[slot].hash = hash
    change(&slots[slot])
  }

  /// Where a word stands, or would.
  @inline(__always)
  private func slot(of hash: UInt32) -> Int {
    var slot = Int(hash) & (Self.size - 1)
    while true {
      let other = slots[slot]
      if other.hash == hash || other.kind == .edge && other.pronoun == .none { return slot }
      slot = (slot &+ 1) & (Self.size - 1)
    }
  }

  /// What a word is, by its hash.
  @inline(__always)
  func word(_ hash: UInt32) -> Word { slots[slot(of: hash)] }

  private static let lists: [(WordKind, String)] = [
    (.pronoun, "he she they we i everyone nobody someone anyone everybody somebody"),
    (.it, "it you there"),
    (.objectPronoun, "him them me us himself herself themselves itself myself ourselves"),
    (.who, "who whom"), (.which, "which"), (.that, "that"), (.whose, "whose where"),
    (.article, "the a an"), (.demonstrative, "this these those"),
    (.possessive, "his her its their our my your"),
    (
      .quantifier,
      "some many most several few all each every any no both another other one two three four five six seven eight nine ten others dozens hundreds thousands either neither half"
    ),
    (.of, "of"), (.to, "to"), (.by, "by"), (.in, "in"), (.on, "on"), (.at, "at"), (.for, "for"),
    (.from, "from"), (.with, "with"), (.about, "about"), (.as, "as"),
    (
      .preposition,
      "into over under against during between among amid amidst through without within despite via like near outside inside across around toward towards upon behind beyond beside besides off onto per unlike throughout regarding concerning out up down above below alongside along"
    ),
    (.and, "and"), (.or, "or nor"), (.but, "but yet"),
    (.if, "if whether unless"), (.when, "when while after before since until once whenever"),
    (.though, "although though whereas"), (.because, "because"), (.than, "than"),
    (.what, "what how why"),
    (.be, "is are was were be been being am isn't aren't wasn't weren't he's she's it's they're"),
    (.have, "have has had having haven't hasn't hadn't"),
    (.do, "do does did doesn't don't didn't"),
    (
      .modal,
      "will would can could may might must shall should won't wouldn't can't couldn't cannot shouldn't ought"
    ),
    (.not, "not never"),
    (
      .adverb,
      "also now then later still again ever always already even just soon often rather so too twice once further instead previously earlier long once simply only here thus therefore however meanwhile reportedly both"
    ),
    (
      .weekday,
      "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow recently afterward afterwards"
    ),
    (
      .month,
      "january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
    ),
    (
      .timeUnit,
      "night morning afternoon evening week month year weekend summer spring fall autumn winter day days weeks months years ago hours minutes"
    ),
    (.timeLead, "last next late early"),
    (.title, "mr mrs ms dr sen rep gov gen col lt sgt capt prof rev sens reps president senator"),
    (.saying, "according"),
  ]
}
