import DeskLexicons
import DeskTestSupport
import Foundation
import Testing

@testable import DeskCleaning

/// One parser reads many pages, and no page tells what was read before it.
@Suite struct PageParserTests {
  /// Pages that leave a parser in the middle of something, as no stripped page does.
  private static let broken =
    [
      "", "<", "<p", "<p class=", "<p class='x", "<!--", "<!DOCTYPE", "<script>if (a<b", "&", "&#x",
      "</p></div></body></html>", "<html><head><title>a", "<table><tr><td>one<table><td>two",
      String(repeating: "<div>", count: 3_000) + "text", "\u{0}<p>a\u{0}b</p>",
      "<meta charset=utf-16><p>za\u{17E}ít", "<?xml version='1.0' encoding='koi8-r'?><p>é",
      "<p>" + String(repeating: "x", count: 1_100_000) + "<b title='",
      "<frameset><frame src=a><noframes>b", "<plaintext><p>a</p>", "<textarea><p>a",
    ].map { Array($0.utf8) } + [[0x3C, 0x70, 0x3E, 0xFF, 0xC3, 0x28], [0xEF, 0xBB, 0xBF, 0x61]]

  private static func told(_ tree: PageTree) -> [String] {
    tree.nodes.map { node in
      let text = node.tag == .text ? tree.text[Int(node.low)..<Int(node.high)] : []
      return "\(node.tag) \(node.parent) \(node.end) \(String(decoding: text, as: UTF8.self))"
    }
  }

  private static func tree(of page: [UInt8], by parser: PageParser?) -> [String] {
    told(PageReader.tree(of: page, PageAttributes(), by: parser))
  }

  @Test("a parser that has read any other page reads a page as a new one does")
  func reuse() throws {
    let whole = try MadePage.make(3).map(\.html)
    let alone = (Self.broken + whole).map {
      Self.tree(of: $0, by: PageParser(PageReader.handler))
    }
    #expect(alone.last?.count ?? 0 > 100)
    let kept = try #require(PageParser(PageReader.handler))
    for (before, page) in (Self.broken + whole).enumerated() {
      for (number, next) in whole.enumerated() {
        #expect(Self.tree(of: page, by: kept) == alone[before])
        #expect(Self.tree(of: next, by: kept) == alone[Self.broken.count + number])
      }
    }
  }

  @Test("a thread keeps its parser until it knows too many names, and shares it with no other")
  func ofThread() throws {
    let first = try #require(PageParser.ofThisThread(PageReader.handler))
    _ = PageReader.tree(of: Array("<p>one</p>".utf8), PageAttributes())
    let second = try #require(PageParser.ofThisThread(PageReader.handler))
    #expect(first === second)
    let names = (0...PageParser.mostNames).map { "<x\($0)>" }.joined()
    _ = PageReader.tree(of: Array(names.utf8), PageAttributes())
    #expect(first.nameCount > PageParser.mostNames)
    let third = try #require(PageParser.ofThisThread(PageReader.handler))
    #expect(third !== first)
    #expect(third.nameCount < 100)
    nonisolated(unsafe) var other: ObjectIdentifier?
    let done = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      other = PageParser.ofThisThread(PageReader.handler).map(ObjectIdentifier.init)
      done.signal()
    }
    done.wait()
    #expect(other != nil)
    #expect(other != ObjectIdentifier(third))
  }
}
