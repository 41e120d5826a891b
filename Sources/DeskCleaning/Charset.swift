import DeskText

/// The encoding that a page names, and the one that is meant by it.
enum Charset {
  /// What a page names in a `<meta>` or its XML declaration, among its first 4,096 bytes.
  static func declared(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096)
    var index = 0
    while let mark = head[index...].firstIndex(of: 0x3C) {
      index = mark + 1
      if begins(head, at: index, with: "!--") {
        index = end(of: head, after: index + 3)
      } else if begins(head, at: index, with: "meta") {
        let tag = head[index...].prefix { $0 != 0x3E }
        if let name = value(in: tag, of: "charset") { return name }
      } else if begins(head, at: index, with: "?xml") {
        let tag = head[index...].prefix { $0 != 0x3E }
        if let name = value(in: tag, of: "encoding") { return name }
      }
    }
    return nil
  }

  /// A name in small letters without quotation marks; nil for an empty one.
  ///
  /// What the WHATWG Encoding Standard reads as another, larger encoding is named as that.
  static func normalized(_ name: String?) -> String? {
    guard let name else { return nil }
    let folded = name.lowercased().filter { !"\"' \t;".contains($0) }
    return folded.isEmpty ? nil : meanings[folded] ?? folded
  }

  private static let meanings: [String: String] = [
    "utf8": "utf-8", "utf8mb4": "utf-8", "unicode-1-1-utf-8": "utf-8",
    "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "iso_8859-1": "windows-1252",
    "latin1": "windows-1252", "l1": "windows-1252", "cp1252": "windows-1252",
    "x-cp1252": "windows-1252", "us-ascii": "windows-1252", "ascii": "windows-1252",
    "iso-8859-9": "windows-1254", "latin5": "windows-1254", "iso-8859-11": "cp874",
    "tis-620": "cp874", "windows-874": "cp874", "iso-8859-8-i": "iso-8859-8",
    "gb2312": "gb18030", "gb_2312-80": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "big5": "big5-hkscs", "x-x-big5": "big5-hkscs", "shift_jis": "cp932", "shift-jis": "cp932",
    "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "x-mac-roman": "macintosh",
    "x-mac-cyrillic": "mac-cyrillic", "x-cp1250": "windows-1250", "x-cp1251": "windows-1251",
    "koi": "koi8-r", "koi8": "koi8-r", "dos-866": "cp866", "x-user-defined": "windows-1252",
  ]

  private static func begins(_ head: ArraySlice<UInt8>, at index: Int, with name: String) -> Bool {
    head[min(index, head.endIndex)...].prefix(name.utf8.count).map { Folding.lowerASCII($0) }
      .elementsEqual(name.utf8)
  }

  /// Where a comment ends whose content begins at an index.
  private static func end(of head: ArraySlice<UInt8>, after index: Int) -> Int {
    var at = index
    while at + 2 < head.endIndex {
      if head[at] == 0x2D, head[at + 1] == 0x2D, head[at + 2] == 0x3E { return at + 3 }
      at += 1
    }
    return head.endIndex
  }

  /// What follows a name and `=` in a tag.
  private static func value(in tag: ArraySlice<UInt8>, of name: String) -> String? {
    var index = tag.startIndex
    while index < tag.endIndex {
      defer { index += 1 }
      guard begins(tag, at: index, with: name) else { continue }
      var at = index + name.utf8.count
      while at < tag.endIndex, tag[at] <= 0x20 { at += 1 }
      guard at < tag.endIndex, tag[at] == 0x3D else { continue }
      at += 1
      while at < tag.endIndex, " \"'\t\n\r".utf8.contains(tag[at]) { at += 1 }
      let value = tag[at...].prefix { $0 > 0x20 && !"\"'/;?".utf8.contains($0) }
      if !value.isEmpty { return String(decoding: value, as: UTF8.self) }
    }
    return nil
  }
}
