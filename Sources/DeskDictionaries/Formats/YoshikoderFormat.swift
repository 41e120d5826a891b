import CLibXML2
public import DeskLexicons

/// Yoshikoder's `.ykd`: XML, a `cnode` a category, a `pnode` a word.
///
/// The outermost `cnode` is a level of its own, as in quanteda.
public struct YoshikoderFormat: DictionaryFormat {
  public static let name = "yoshikoder"
  public static let fileExtensions = ["ykd"]
  public static let wildCards = UserDictionary.WildCards.anywhere
  public static let hasWeights = true

  /// What marks the root that we write where a dictionary has several outermost categories.
  private static let rootNote = "root of the dictionary, no category"
  /// Deeper trees are damage.
  private static let mostLevels = 100

  public static func read(_ file: DictionaryFile, into draft: inout DictionaryDraft)
    throws(LexiconFault)
  {
    guard file.bytes.count < 1 << 28 else { throw file.fault(1, "more than 256 MB") }
    // No network, no entities, no document type read; errors are ours to tell.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue
    guard let context = xmlNewParserCtxt() else { throw file.fault(1, "no memory to read it") }
    defer { xmlFreeParserCtxt(context) }
    let tree = file.bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil,
        nil, Int32(options))
    }
    guard let tree else { throw fault(in: context, file) }
    defer { xmlFreeDoc(tree) }
    guard tree.pointee.intSubset == nil else {
      throw file.fault(1, "it declares a document type, which no dictionary needs")
    }
    guard let root = xmlDocGetRootElement(tree), name(root) == "dictionary" else {
      throw file.fault(1, "no <dictionary> in it")
    }
    let isRegex = value(root, "patternengine")?.lowercased().contains("regex") ?? false
    try read(root, [], file, isRegex: isRegex, into: &draft)
  }

  private static func fault(in context: xmlParserCtxtPtr, _ file: DictionaryFile) -> LexiconFault {
    guard let error = xmlCtxtGetLastError(UnsafeMutableRawPointer(context)) else {
      return file.fault(1, "no XML")
    }
    let message = error.pointee.message.map { String(cString: $0).bare } ?? "no XML"
    return LexiconFault(
      file: file.name, line: max(1, Int(error.pointee.line)),
      column: max(1, Int(error.pointee.int2)), reason: "no sound XML: \(message)")
  }

  private static func name(_ node: xmlNodePtr) -> String {
    node.pointee.name.map { String(cString: $0) } ?? ""
  }

  private static func value(_ node: xmlNodePtr, _ attribute: String) -> String? {
    guard let value = xmlGetNoNsProp(node, attribute) else { return nil }
    defer { copydesk_xml_free(value) }
    return String(cString: value)
  }

  private static func read(
    _ node: xmlNodePtr, _ path: [String], _ file: DictionaryFile, isRegex: Bool,
    into draft: inout DictionaryDraft
  ) throws(LexiconFault) {
    let category = path.joined(separator: String(UserDictionary.levelSign))
    guard path.count < mostLevels else {
      throw file.fault(Int(xmlGetLineNo(node)), "more than \(mostLevels) levels")
    }
    var next = node.pointee.children
    while let child = next {
      next = child.pointee.next
      guard child.pointee.type == XML_ELEMENT_NODE else { continue }
      let line = Int(xmlGetLineNo(child))
      switch name(child) {
      case "cnode":
        guard let name = value(child, "name")?.bare, !name.isEmpty else {
          throw file.fault(line, "a <cnode> without a name")
        }
        if path.isEmpty, value(child, "desc") == rootNote {
          try read(child, [], file, isRegex: isRegex, into: &draft)
        } else {
          let inner = path + [name]
          draft.declareLeaf(inner, child)
          try read(child, inner, file, isRegex: isRegex, into: &draft)
        }
      case "pnode":
        guard let text = value(child, "name")?.singleSpaced, !text.isEmpty else {
          draft.note(line, "a <pnode> without a name")
          continue
        }
        guard !category.isEmpty else {
          throw file.fault(line, "'\(text)' stands in no <cnode>")
        }
        if isRegex {
          draft.note(line, "'\(text)': regular expressions are not counted")
          continue
        }
        var weight = 1.0
        if let score = value(child, "score")?.bare, !score.isEmpty {
          if let number = plainNumber(score) {
            weight = number
          } else {
            draft.note(line, "'\(text)': the score '\(score)' is no number; 1 in its place")
          }
        }
        try draft.add(text, to: category, weight: weight, line: line)
      default: draft.note(line, "<\(name(child))> is not counted")
      }
    }
  }

  public static func write(_ dictionary: WritableDictionary, to output: inout String) {
    output += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    output += "<dictionary style=\"050805\" patternengine=\"substring\">\n"
    let tree = dictionary.tree
    if tree.names.count == 1 {
      write(tree, dictionary, indent: "  ", to: &output)
    } else {
      output += "  <cnode name=\"\(escaped(dictionary.name))\" desc=\"\(rootNote)\">\n"
      write(tree, dictionary, indent: "    ", to: &output)
      output += "  </cnode>\n"
    }
    output += "</dictionary>\n"
  }

  private static func write(
    _ tree: CategoryTree, _ dictionary: WritableDictionary, indent: String,
    to output: inout String
  ) {
    for (text, weight) in tree.entries {
      let score = dictionary.isWeighted ? " score=\"\(written(weight))\"" : ""
      output += "\(indent)<pnode name=\"\(escaped(text))\"\(score)/>\n"
    }
    for (name, branch) in tree.branches {
      output += "\(indent)<cnode name=\"\(escaped(name))\">\n"
      write(branch, dictionary, indent: indent + "  ", to: &output)
      output += "\(indent)</cnode>\n"
    }
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case _ where scalar.value < 0x20: out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

extension DictionaryDraft {
  /// Names a category that holds no other.
  fileprivate mutating func declareLeaf(_ path: [String], _ node: xmlNodePtr) {
    var next = node.pointee.children
    var hasBranches = false
    while let child = next {
      next = child.pointee.next
      if child.pointee.type == XML_ELEMENT_NODE, let name = child.pointee.name,
        String(cString: name) == "cnode"
      {
        hasBranches = true
      }
    }
    if !hasBranches { declare(path.joined(separator: String(UserDictionary.levelSign))) }
  }
}
