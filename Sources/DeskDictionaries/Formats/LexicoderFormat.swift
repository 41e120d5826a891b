public import DeskLexicons

/// Lexicoder 3's `.lc3`: a line `+CATEGORY`, then one word or phrase a line.
public struct LexicoderFormat: DictionaryFormat {
  public static let name = "lexicoder"
  public static let fileExtensions = ["lc3"]
  public static let wildCards = UserDictionary.WildCards.anywhere
  public static let hasWeights = false

  public static func read(_ file: DictionaryFile, into draft: inout DictionaryDraft)
    throws(LexiconFault)
  {
    var category: String?
    for (number, text) in DictionaryText(file).lines {
      let line = text.bare
      if line.isEmpty { continue }
      if line.first == "+" {
        let name = line.dropFirst().bare
        guard !name.isEmpty else { throw file.fault(number, "'+' without a category's name") }
        category = name
        draft.declare(name)
      } else if let category {
        try draft.add(line.singleSpaced, to: category, line: number)
      } else {
        throw file.fault(number, "'\(line)' stands before the first category; write '+CATEGORY'")
      }
    }
  }

  public static func write(_ dictionary: WritableDictionary, to output: inout String) {
    for category in dictionary.categories {
      output += "+\(category)\n"
      for term in dictionary.terms where term.weights.contains(where: { $0.category == category }) {
        output += term.text + "\n"
      }
    }
  }
}

/// Lexicoder 2's `.lcd`: XML as Yoshikoder writes it; some such files are plain `.lc3` inside.
public struct Lexicoder2Format: DictionaryFormat {
  public static let name = "lexicoder2"
  public static let fileExtensions = ["lcd"]
  public static let wildCards = UserDictionary.WildCards.anywhere
  public static let hasWeights = true

  public static func read(_ file: DictionaryFile, into draft: inout DictionaryDraft)
    throws(LexiconFault)
  {
    if DictionaryText(file).string.bare.first == "+" {
      try LexicoderFormat.read(file, into: &draft)
    } else {
      try YoshikoderFormat.read(file, into: &draft)
    }
  }

  public static func write(_ dictionary: WritableDictionary, to output: inout String) {
    YoshikoderFormat.write(dictionary, to: &output)
  }
}
