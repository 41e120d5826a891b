import DeskText

/// The closed classes of English words, all in one table that tokens' hashes address.
struct ClosedWords: Sendable {
  /// The classes that a word belongs to, those of `WordClass` and some that only verbs are told by.
  struct Classes: OptionSet, Sendable {
    let rawValue: UInt16
    static let number = Classes(rawValue: 1)
    static let determiner = Classes(rawValue: 1 << 1)
    static let pronoun = Classes(rawValue: 1 << 2)
    static let modal = Classes(rawValue: 1 << 3)
    static let be = Classes(rawValue: 1 << 4)
    static let have = Classes(rawValue: 1 << 5)
    static let month = Classes(rawValue: 1 << 6)
    static let preposition = Classes(rawValue: 1 << 7)
    static let conjunction = Classes(rawValue: 1 << 8)
    /// Ends like an adverb and is none.
    static let notAdverb = Classes(rawValue: 1 << 9)
    /// A verb follows rather than a noun.
    static let beforeVerb = Classes(rawValue: 1 << 10)
    /// A noun stands before it rather than a verb.
    static let afterNoun = Classes(rawValue: 1 << 11)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The one that is a class of words; none for a class of shapes or places.
    init(_ known: WordClass) {
      switch known {
      case .number: self = .number
      case .determiner: self = .determiner
      case .pronoun: self = .pronoun
      case .modal: self = .modal
      case .be: self = .be
      case .have: self = .have
      case .month: self = .month
      case .preposition: self = .preposition
      case .conjunction: self = .conjunction
      case .capital, .lower, .mark, .comma, .quote, .start, .end, .adverb, .ing, .ed: self = []
      }
    }
  }

  private struct Slot: Sendable {
    var hash: UInt32 = 0
    var classes: Classes = []
    var letters: [UInt8] = []
  }

  private var slots = [Slot](repeating: Slot(), count: 1024)

  /// All of them.
  static let all = ClosedWords()

  private init() {
    add(Self.numbers, .number)
    add(Self.determiners, .determiner)
    add(Self.pronouns, .pronoun)
    add(Self.modals, .modal)
    add(Self.formsOfBe, .be)
    add(Self.formsOfHave, .have)
    add(Self.months, .month)
    add(Self.prepositions, .preposition)
    add(Self.conjunctions, .conjunction)
    add(Self.notAdverbs, .notAdverb)
    add(Self.beforeVerbs, .beforeVerb)
    add(Self.afterNouns, .afterNoun)
  }

  private mutating func add(_ words: [String], _ classes: Classes) {
    for word in words {
      let letters = Array(word.utf8)
      let hash = Folding.hash(folded: letters)
      var slot = Int(hash) & (slots.count - 1)
      while !slots[slot].letters.isEmpty, slots[slot].letters != letters {
        slot = (slot + 1) & (slots.count - 1)
      }
      slots[slot].hash = hash
      slots[slot].letters = letters
      slots[slot].classes.formUnion(classes)
    }
  }

  /// The classes of a word as it stands in a text, by its letters and hash.
  func classes(_ letters: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Classes {
    var slot = Int(hash) & (slots.count - 1)
    while !slots[slot].letters.isEmpty {
      if slots[slot].hash == hash,
        slots[slot].letters.withUnsafeBufferPointer({ Folding.equal(letters, folded: $0) })
      {
        return slots[slot].classes
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return []
  }

  private static let numbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "trillion",
    "dozen", "dozens", "half", "twice", "midnight", "noon",
  ]
  private static let determiners = [
    "the", "a", "an", "this", "these", "those", "his", "her", "its", "their", "our", "my", "your",
    "some", "any", "no", "every", "each", "all", "many", "most", "several", "few", "both",
    "another", "such", "other",
  ]
  private static let pronouns = [
    "i", "you", "he", "she", "it", "we", "they", "who", "me", "him", "them", "us", "himself",
    "herself", "themselves", "itself", "anyone", "everyone", "someone", "nobody", "others",
  ]
  private static let modals = [
    "will", "would", "can", "could", "may", "might", "must", "shall", "should", "won't",
    "wouldn't", "can't", "couldn't", "cannot", "didn't", "doesn't", "don't", "do", "does", "did",
  ]
  private static let formsOfBe = [
    "am", "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't",
    "weren't",
  ]
  private static let formsOfHave = [
    "have", "has", "had", "having", "haven't", "hasn't", "hadn't",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
  ]
  private static let prepositions = [
    "of", "in", "on", "at", "for", "from", "with", "by", "to", "about", "into", "over", "under",
    "against", "during", "after", "before", "between", "among", "amid", "through", "without",
    "within", "since", "until", "despite", "via", "near", "outside", "inside", "across", "around",
    "toward", "towards", "upon", "behind", "beyond", "beside", "off", "onto", "per",
  ]
  private static let conjunctions = [
    "and", "or", "but", "nor", "yet", "so", "because", "if", "when", "while", "although",
    "though", "unless", "whereas", "as", "than", "that", "whether",
  ]
  private static let notAdverbs = [
    "family", "italy", "july", "ally", "reply", "supply", "early", "daily", "weekly", "monthly",
    "only", "assembly", "likely", "friendly", "elderly", "deadly", "ugly", "holy", "apply",
    "imply", "multiply", "comply", "rally", "bully", "anomaly", "monopoly", "unlikely", "lovely",
    "lonely", "costly", "orderly", "cowardly", "silly",
  ]
  private static let beforeVerbs = [
    "to", "who", "which", "that", "not", "and", "he", "she", "it", "they", "we", "i", "you",
  ]
  private static let afterNouns = ["of", "against"]
}
