import DeskText

/// What a token is to the grammar of attribution: one of some sixty kinds of words and marks.
///
/// Closed classes of English by their letters, the rest by shape. The names stand in
/// `attribution-weights.tsv`.
enum WordKind: UInt8, CaseIterable, Sendable {
  case edge, comma, dash, colon, semicolon, stop, open, close, quote, mark
  case pronoun, it, objectPronoun, who, which, that, whose
  case article, demonstrative, possessive, quantifier
  case of, to, by, `in`, on, at, `for`, from, with, about, `as`, preposition
  case and, or, but, `if`, when, though, because, than, what
  case be, have, `do`, modal, not, adverb, manner
  case weekday, month, timeUnit, timeLead
  case ing, ed, cue, saying, title, role, thing, capital, number, clitic, word

  /// The kinds that stand before a main verb and belong to its group.
  static let auxiliary: KindSet = [.be, .have, .do, .modal, .not, .adverb, .manner]
  /// Words with which a new clause begins.
  static let clauseOpeners: KindSet = [
    .and, .or, .but, .if, .when, .though, .because, .than, .what, .who, .which, .that, .whose,
    .semicolon, .colon,
  ]
  /// Verbs that show their tense, so that what stands before them is a subject.
  static let finite: KindSet = [.be, .have, .do, .modal, .cue]
  static let time: KindSet = [.weekday, .month, .timeUnit, .timeLead]
  static let prepositions: KindSet = [
    .of, .to, .by, .in, .on, .at, .for, .from, .with, .about, .as, .preposition,
  ]
}

/// A set of word kinds, as bits.
struct KindSet: ExpressibleByArrayLiteral, Sendable {
  private var bits: UInt64 = 0

  init(arrayLiteral elements: WordKind...) {
    for element in elements { bits |= 1 << UInt64(element.rawValue) }
  }

  @inline(__always)
  func contains(_ kind: WordKind) -> Bool { bits >> UInt64(kind.rawValue) & 1 == 1 }
}

/// The closed classes, addressed by the hash that tokens carry.
///
/// Hashes of 32 bits stand for the words: the some four hundred words here differ in theirs, and
/// a strange word that shares one by chance costs a guess, not a crash.
struct FunctionWords: Sendable {
  static let english = FunctionWords()

  private var slots: [(hash: UInt32, kind: WordKind?)]

  private init() {
    slots = Array(repeating: (0, nil), count: 2048)
    for (kind, words) in Self.lists {
      for word in words.split(separator: " ") {
        insert(Folding.hash(folded: Array(word.utf8)), kind)
      }
    }
  }

  private mutating func insert(_ hash: UInt32, _ kind: WordKind) {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot].kind != nil, slots[slot].hash != hash {
      slot = (slot + 1) & (slots.count - 1)
    }
    if slots[slot].kind == nil { slots[slot] = (hash, kind) }
  }

  func kind(_ hash: UInt32) -> WordKind? {
    var slot = Int(hash) & (slots.count - 1)
    while let kind = slots[slot].kind {
      if slots[slot].hash == hash { return kind }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

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
