public import DeskLexicons

/// A dictionary as one format can hold it.
public struct WritableDictionary: Sendable {
  /// A word or phrase with all its categories.
  public struct Term: Sendable {
    public var text: String
    public var weights: [(category: String, weight: Double)]
  }

  public let name: String
  public let file: String
  /// In the order of the file that was read.
  public let categories: [String]
  /// In the order of the file that was read.
  public let terms: [Term]
  /// What stands for other letters in its terms.
  public let wildCards: UserDictionary.WildCards
  public let isWeighted: Bool
  /// What could not be taken along, and why: places in the file that was read.
  public let losses: [LexiconFault]

  /// Sorts out what a format can not hold.
  public init(_ dictionary: UserDictionary, for format: any DictionaryFormat.Type) {
    var losses = dictionary.unwritable
    var places: [String: Int] = [:]
    var terms: [Term] = []
    func lose(_ line: Int, _ reason: String) {
      losses.append(LexiconFault(file: dictionary.file, line: line, reason: reason))
    }
    if !format.hasWeights, let entry = dictionary.entries.first(where: { $0.weight != 1 }) {
      lose(
        entry.line, "\(format.name) has no weights: that of '\(entry.text)' and all others are gone"
      )
    }
    // Our own files say which kind they have.
    let theirs = format is TSVDictionaryFormat.Type ? dictionary.wildCards : format.wildCards
    for entry in dictionary.entries {
      if let reason = Self.fault(of: entry.text, dictionary.wildCards, theirs) {
        lose(entry.line, "'\(entry.text)': \(reason); left out")
        continue
      }
      let place = places[entry.text] ?? terms.count
      if place == terms.count {
        places[entry.text] = place
        terms.append(Term(text: entry.text, weights: []))
      }
      if !terms[place].weights.contains(where: { $0.category == entry.category }) {
        terms[place].weights.append((entry.category, entry.weight))
      }
    }
    name = dictionary.name
    file = dictionary.file
    categories = dictionary.categories
    self.terms = terms
    wildCards = theirs
    isWeighted = dictionary.isWeighted && format.hasWeights
    self.losses = losses
  }

  /// Why a format would read an entry as something else.
  private static func fault(
    of text: String, _ ours: UserDictionary.WildCards, _ theirs: UserDictionary.WildCards
  ) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    let isPlain = words.allSatisfy { word in
      !word.contains("?") && !word.dropLast().contains("*")
    }
    if isPlain { return nil }
    switch (ours, theirs) {
    case (.ending, .ending), (.anywhere, .anywhere): return nil
    case (.ending, .anywhere): return "'?' or '*' would stand for other letters there"
    case (.anywhere, .ending): return "wild cards stand at the end of words only there"
    }
  }

  /// The terms under each category, categories as they are nested.
  var tree: CategoryTree {
    var tree = CategoryTree()
    for category in categories {
      tree.reach(category.split(separator: UserDictionary.levelSign)[...]) { _ in }
    }
    for term in terms {
      for (category, weight) in term.weights {
        tree.reach(category.split(separator: UserDictionary.levelSign)[...]) {
          $0.entries.append((term.text, weight))
        }
      }
    }
    return tree
  }

  /// Writes a file.
  public static func bytes(_ dictionary: UserDictionary, as format: any DictionaryFormat.Type)
    -> (bytes: [UInt8], losses: [LexiconFault])
  {
    let writable = WritableDictionary(dictionary, for: format)
    var output = ""
    format.write(writable, to: &output)
    return (Array(output.utf8), writable.losses)
  }
}

/// Categories inside categories.
struct CategoryTree {
  var entries: [(text: String, weight: Double)] = []
  private(set) var names: [String] = []
  private var children: [String: CategoryTree] = [:]

  /// The categories inside, in the order in which they came.
  var branches: [(name: String, tree: CategoryTree)] {
    names.map { ($0, children[$0] ?? CategoryTree()) }
  }

  mutating func reach(_ path: ArraySlice<Substring>, _ body: (inout CategoryTree) -> Void) {
    guard let first = path.first.map(String.init) else { return body(&self) }
    if children[first] == nil { names.append(first) }
    children[first, default: CategoryTree()].reach(path.dropFirst(), body)
  }
}

/// A weight without needless digits: `1`, `0.5`.
func written(_ weight: Double) -> String {
  weight == weight.rounded() && abs(weight) < 1e15 ? "\(Int(weight))" : "\(weight)"
}
