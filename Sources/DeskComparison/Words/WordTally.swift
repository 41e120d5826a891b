import DeskReading
import DeskText

/// The words and two-word phrases of one article, counted, own voice and quoted apart.
struct WordTally: Sendable {
  /// A word, or two that follow each other: the hashes of their folded forms.
  struct Term: Hashable, Comparable, Sendable {
    var first: UInt32
    /// 0 for a single word.
    var second: UInt32

    static func < (a: Term, b: Term) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }

  /// What is counted in one voice.
  struct Voice: Sendable {
    /// In ascending order.
    var terms: [(term: Term, count: UInt32)] = []
    var words = 0
  }

  let id: String
  let outlet: String?
  /// The outlet's own writing, then what stands inside quotation marks.
  private(set) var voices = [Voice(), Voice()]
  /// The words of the outlet's name and of the persons who wrote the article, ascending: they set
  /// an outlet apart without saying anything about it.
  let names: [UInt32]
  /// Where each word stands for the first time, by its hash.
  private(set) var places: [(hash: UInt32, place: Extent<Unit.Byte>)] = []
  var story: Int?

  init(_ article: Article, _ reading: Reading) {
    id = article.id
    outlet = article.outlet
    var names = Set<UInt32>()
    for name in [article.outlet, article.republisher].compactMap({ $0 }) + article.byline {
      for token in Words(Text(name)).tokens where token.kind == .word { names.insert(token.hash) }
    }
    self.names = names.sorted()
    count(reading)
  }

  private mutating func count(_ reading: Reading) {
    let tokens = reading.words.tokens
    var terms: [[Term]] = [[], []]
    var places: [(hash: UInt32, place: Extent<Unit.Byte>)] = []
    var previous: (hash: UInt32, voice: Int)?
    for token in tokens {
      guard token.isWord else {
        // A possessive belongs to its word; any mark ends a phrase.
        if token.kind == .mark { previous = nil }
        continue
      }
      let voice = token.flags.contains(.inQuote) ? 1 : 0
      voices[voice].words += 1
      // A single letter is an initial or a list's mark; numbers change from day to day.
      guard token.kind == .word, token.end - token.start > 1 else {
        previous = nil
        continue
      }
      if token.flags.contains(.sentenceStart) { previous = nil }
      terms[voice].append(Term(first: token.hash, second: 0))
      places.append((token.hash, token.extent))
      if let previous, previous.voice == voice {
        terms[voice].append(Term(first: previous.hash, second: token.hash))
      }
      previous = (token.hash, voice)
    }
    for voice in voices.indices {
      terms[voice].sort()
      for term in terms[voice] {
        if let last = voices[voice].terms.indices.last, voices[voice].terms[last].term == term {
          voices[voice].terms[last].count += 1
        } else {
          voices[voice].terms.append((term, 1))
        }
      }
    }
    places.sort { ($0.hash, $0.place.start) < ($1.hash, $1.place.start) }
    for place in places where self.places.last?.hash != place.hash { self.places.append(place) }
  }

  /// Gives the places back, once their words are known elsewhere.
  mutating func forgetPlaces() { places = [] }
}

/// The folded forms of words by their hashes.
struct Vocabulary: Sendable {
  private var words: [UInt32: String] = [:]

  subscript(hash: UInt32) -> String? { words[hash] }

  /// Takes in the words of an article that are not known yet.
  mutating func add(_ tally: WordTally, of text: Text) {
    for (hash, place) in tally.places where words[hash] == nil {
      words[hash] = String(
        decoding: Folding.folded(text.utf8[place.range]), as: UTF8.self)
    }
  }

  /// Of two words with one hash the first in the alphabet stays, so that the order of merging
  /// changes nothing.
  static func += (a: inout Vocabulary, b: Vocabulary) {
    a.words.merge(b.words) { min($0, $1) }
  }
}
