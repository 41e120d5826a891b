import DeskLexicons
import DeskTestSupport
import DeskText
import Foundation
import Testing

@testable import DeskCleaning

/// What is dropped before the parse is what would be skipped after it.
@Suite struct StrippingTests {
  private static let entities = Entities(.embedded)

  private static func stripped(_ page: [UInt8]) -> PageTree {
    page.withUnsafeBufferPointer { PageReader.tree(of: Stripping($0, entities: entities)) }
  }

  /// The page as libxml2 parses it whole, what cleaning drops left out afterwards.
  private static func unstripped(_ page: [UInt8]) -> PageTree {
    let whole = PageReader.tree(of: page, PageAttributes())
    var out = PageTree(PageAttributes(), room: page.count)
    var path: [(tag: DeskCleaning.Tag, end: Int32)] = []
    var index = 0
    while index < whole.nodes.count {
      while let last = path.last, last.end <= index {
        out.close(last.tag)
        path.removeLast()
      }
      let node = whole.nodes[index]
      if node.tag.isDropped {
        index = Int(node.end)
        continue
      }
      if node.tag == .text {
        whole.text[Int(node.low)..<Int(node.high)].withUnsafeBufferPointer { out.add($0) }
      } else {
        out.open(node.tag, 0..<0)
        path.append((node.tag, node.end))
      }
      index += 1
    }
    out.finish()
    return out
  }

  private static func expectSameText(_ page: [UInt8], _ name: String) {
    let before = PageBlocks(stripped(page)).blocks.map { String(decoding: $0.text, as: UTF8.self) }
    let after = PageBlocks(unstripped(page)).blocks.map { String(decoding: $0.text, as: UTF8.self) }
    #expect(!before.isEmpty, "\(name)")
    #expect(before == after, "\(name)")
  }

  @Test("a page stripped before the parse has the same text as one stripped after it")
  func made() throws {
    for (number, page) in try MadePage.make(30).enumerated() {
      Self.expectSameText(page.html, "made page \(number)")
    }
  }

  @Test("a saved page stripped before the parse has the same text", arguments: PageTests.names)
  func saved(_ name: String) throws {
    let source = PageTests.folder.appending(path: name).appending(path: "source.html")
    Self.expectSameText(Array(try Data(contentsOf: source)), name)
  }

  @Test(
    "what has no text of the article leaves no trace, wherever it stands",
    arguments: [
      "<p>One <script>if (a<b) document.write('<p>no</p>')</script>two.</p>",
      "<p>One <!-- no > --> two <!---->three.</p><style>p > a { color: red }</style>",
      "<div>One<svg><title>no</title><path d='M0'/></svg> two</div>",
      "<p>Zoë <b class=x>said</b>: <noscript><img src=x></noscript>“yes” &amp; &lt;no&gt;&nbsp;more</p>",
      "<ul><li>one<li>two <script type='text/javascript'></script></ul><p>three<p>four",
      "<table><tr><td>a</td><td>b<style></style></td></tr></table>",
      "<p>12 <b>7</b> </p> 30 <div> <i>4</i> <i>5</i> </div>",
      "<p>a &hearts; b &nosuch; c &#8217; d</p><pre>e\n  f\n\n <b> </b> g</pre>",
    ])
  func pieces(_ body: String) {
    Self.expectSameText(Array("<html><body>\(body)</body></html>".utf8), body)
  }

  @Test("attributes keep their meaning on the way past libxml2")
  func attributes() {
    let page = """
      <div class="a&amp;b" ID=main data-x=1><p hidden>x</p><a HREF='/q?a=1&b=2&copy;&nosuch;' rel=x
      class="&#8217;&quot;">y</a><i style="Display : NONE">z</i></div>
      """
    let tree = Self.stripped(Array(page.utf8))
    func values(_ tag: DeskCleaning.Tag) -> [String] {
      guard let node = tree.nodes.first(where: { $0.tag == tag }) else { return [] }
      return tree.attributes[Int(node.low)..<Int(node.high)].map {
        "\($0.name)=" + String(decoding: tree.values[Int($0.low)..<Int($0.high)], as: UTF8.self)
      }
    }
    #expect(values(.div) == ["hint=a&b", "id=main"])
    #expect(values(.p) == ["hidden="])
    #expect(values(.a) == ["href=/q?a=1&b=2©&nosuch;", "rel=x", "hint=’\""])
    #expect(values(.i) == ["hidden="])
  }
}

/// The counts that the benchmark holds its runs to.
@Suite struct MadePageTests {
  @Test("a made page gives back the paragraphs and facts that it was made of")
  func right() throws {
    for page in try MadePage.make(20) {
      #expect(page.right(in: try Cleaning.page(page.html)) == page.rightCount, "\(page.title)")
    }
  }

  @Test("the same number of made pages has the same bytes")
  func same() throws {
    #expect(try MadePage.make(3).map(\.html) == MadePage.make(3).map(\.html))
  }

  @Test("libxml2 itself finds a tree in every made page, and cleaning blocks of text")
  func floor() throws {
    for page in try MadePage.make(5) {
      #expect(CleaningStages.floor(page.html))
      let cleaner = Cleaning.cleaner
      #expect(cleaner.strippedSize(page.html) < page.html.count * 2 / 3)
      #expect(cleaner.nodeCount(page.html) > cleaner.blockCount(page.html))
      #expect(cleaner.blockCount(page.html) > page.paragraphs.count)
    }
  }
}
