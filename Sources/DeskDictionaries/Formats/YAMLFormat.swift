public import DeskLexicons
import DeskText
import Yams

/// quanteda's YAML: categories, nested as deep as one likes, with lists of globs.
public struct YAMLFormat: DictionaryFormat {
  public static let name = "yaml"
  public static let fileExtensions = ["yml", "yaml"]
  public static let wildCards = UserDictionary.WildCards.anywhere
  public static let hasWeights = false

  public static func read(_ file: DictionaryFile, into draft: inout DictionaryDraft)
    throws(LexiconFault)
  {
    guard let root = try root(file) else { throw file.fault(1, "no category in it") }
    guard case .mapping = root else {
      throw file.fault(root.mark?.line ?? 1, "no categories; a category is written 'name:'")
    }
    try read(root, [], file, into: &draft)
  }

  private static func root(_ file: DictionaryFile) throws(LexiconFault) -> Node? {
    do {
      // The resolver would make numbers and truth values of words; the parser's events do not.
      return try Yams.compose(yaml: DictionaryText(file).string)
    } catch {
      throw fault(of: error, file)
    }
  }

  private static func fault(of error: any Error, _ file: DictionaryFile) -> LexiconFault {
    guard let error = error as? YamlError else { return file.fault(1, "no YAML") }
    func told(_ problem: String, _ mark: Mark) -> LexiconFault {
      LexiconFault(file: file.name, line: mark.line, column: mark.column, reason: problem)
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return told(problem, mark)
    case .duplicatedKeysInMapping(let names, let context):
      return told("'\(names.joined(separator: "', '"))' stands here twice", context.mark)
    case .reader(let problem, let offset, _, let yaml):
      let line = yaml.prefix(offset ?? 0).count { $0.isNewline } + 1
      return file.fault(line, problem)
    default: return file.fault(1, "no YAML")
    }
  }

  private static func read(
    _ node: Node, _ path: [String], _ file: DictionaryFile, into draft: inout DictionaryDraft
  ) throws(LexiconFault) {
    let category = path.joined(separator: String(UserDictionary.levelSign))
    let line = node.mark?.line ?? 1
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping {
        guard let name = key.scalar?.string.bare, !name.isEmpty else {
          throw file.fault(key.mark?.line ?? line, "a category's name is a word or several")
        }
        try read(value, path + [name], file, into: &draft)
      }
    case .sequence(let sequence):
      if sequence.isEmpty { draft.declare(category) }
      for item in sequence { try read(item, path, file, into: &draft) }
    case .scalar(let scalar):
      let text = scalar.string.singleSpaced
      if text.isEmpty || (scalar.style == .plain && text == "~") {
        draft.declare(category)
      } else {
        try draft.add(text, to: category, line: line)
      }
    case .alias: draft.note(line, "an alias is not followed")
    }
  }

  public static func write(_ dictionary: WritableDictionary, to output: inout String) {
    write(dictionary.tree, indent: "", to: &output)
  }

  private static func write(_ tree: CategoryTree, indent: String, to output: inout String) {
    for (name, branch) in tree.branches {
      output += "\(indent)\(quoted(name)):"
      if branch.entries.isEmpty, branch.names.isEmpty {
        output += " []\n"
        continue
      }
      output += "\n"
      for (text, _) in branch.entries { output += "\(indent)  - \(quoted(text))\n" }
      guard !branch.names.isEmpty else { continue }
      if branch.entries.isEmpty {
        write(branch, indent: indent + "  ", to: &output)
      } else {
        // Words and categories in one category: quanteda writes the categories as items.
        var inner = ""
        write(branch, indent: indent + "    ", to: &inner)
        output += "\(indent)  -" + inner.dropFirst(indent.count + 3)
      }
    }
  }

  /// In double quotation marks, so that `no` stays a word.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
