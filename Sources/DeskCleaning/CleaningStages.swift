import CLibXML2
package import DeskIngest

/// Single stages of cleaning and the yardstick they are held against, for the benchmarks.
///
/// They stand here and not in DeskBenchmarks because libxml2 stays inside this module.
package enum CleaningStages {
  /// libxml2's own parse of a whole page into its tree, and the freeing of it.
  ///
  /// - Returns: whether the tree has a root.
  package static func floor(_ page: [UInt8]) -> Bool {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    return page.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: CChar.self).baseAddress
      guard
        let tree = htmlReadMemory(bytes, Int32(raw.count), nil, "utf-8", Int32(options))
      else { return false }
      defer { xmlFreeDoc(tree) }
      return xmlDocGetRootElement(tree) != nil
    }
  }

  /// The page of a document as UTF-8, which every stage begins with; nil where it is no page.
  package static func decoded(_ document: Document) -> [UInt8]? {
    guard case .html(let bytes, let charset) = document.content else { return nil }
    return Decoding.utf8(bytes, charset: charset)
  }
}

extension Cleaner {
  /// Strips a page, and tells how many bytes are left for libxml2.
  package func strippedSize(_ page: [UInt8]) -> Int {
    page.withUnsafeBufferPointer { Stripping($0, entities: entities).page.count }
  }

  /// Strips and parses a page, and tells how many elements and texts it has.
  package func nodeCount(_ page: [UInt8]) -> Int {
    let stripped = page.withUnsafeBufferPointer { Stripping($0, entities: entities) }
    return PageReader.tree(of: stripped).nodes.count
  }

  /// Strips, parses and divides a page, and tells how many blocks of text it has.
  package func blockCount(_ page: [UInt8]) -> Int {
    let stripped = page.withUnsafeBufferPointer { Stripping($0, entities: entities) }
    return PageBlocks(PageReader.tree(of: stripped)).blocks.count
  }
}
