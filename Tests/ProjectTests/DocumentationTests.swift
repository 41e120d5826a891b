import Copydesk
import DeskTestSupport
import Foundation
import Testing

/// What the documentation shows is what is compiled, and it tells of everything that there is.
@Suite struct DocumentationTests {
  private static let folder = "Sources/Copydesk/Documentation.docc"
  private static let articles =
    (try? Checkout.names(in: folder).filter { $0.hasSuffix(".md") }) ?? []

  /// A code block below a line `<!-- path -->` that says whose text it is.
  private struct Block {
    var file: String?
    var language: String
    var code: String
  }

  private static func blocks(in text: String) -> [Block] {
    var out: [Block] = []
    var last = ""
    var open: Block?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let block = open, line == "```" {
        out.append(block)
        open = nil
      } else if open != nil {
        open?.code += line + "\n"
      } else if line.hasPrefix("```") {
        let isNamed = last.hasPrefix("<!-- ") && last.hasSuffix(" -->")
        open = Block(
          file: isNamed ? String(last.dropFirst(5).dropLast(4)) : nil,
          language: String(line.dropFirst(3)), code: "")
      }
      last = String(line)
    }
    return out
  }

  @Test(
    "a code block is a file that is compiled or checked, byte for byte",
    arguments: articles.map { "\(folder)/\($0)" } + ["README.md"])
  func code(_ path: String) throws {
    for block in Self.blocks(in: try Checkout.text(path)) {
      guard let file = block.file else {
        #expect(
          !["swift", "tsv"].contains(block.language),
          "a block of \(block.language) in \(path) has no line '<!-- file -->' above it")
        continue
      }
      #expect(block.code == (try Checkout.text(file)), "\(path) shows another \(file)")
    }
  }

  @Test func `every example of a guide stands in an article`() throws {
    let text = try Self.articles.map { try Checkout.text("\(Self.folder)/\($0)") }.joined()
    for folder in ["Tests/CopydeskTests/Guides", "Tests/CopydeskCommandTests/Guides"] {
      for name in try Checkout.names(in: folder) {
        #expect(text.contains("<!-- \(folder)/\(name) -->"), "\(name)")
      }
    }
  }

  @Test func `articles are named in one form, and the landing page leads to all`() throws {
    let landing = try Checkout.text("\(Self.folder)/Copydesk.md")
    #expect(Self.articles.count > 10)
    for name in Self.articles where name != "Copydesk.md" {
      let article = name.dropLast(3)
      #expect(article.first?.isUppercase == true && article.allSatisfy(\.isLetter), "\(name)")
      #expect(landing.contains("<doc:\(article)>"), "\(name)")
    }
  }

  @Test func `every way to add something has a guide`() {
    let guides = ["Entry", "Lexicon", "Analyzer", "FileInTheReport", "InputFormat", "Verb"]
    for guide in guides {
      #expect(
        ["AddA\(guide).md", "AddAn\(guide).md"].contains { Self.articles.contains($0) }, "\(guide)")
    }
  }

  @Test func `every measure and every column of numbers has its meaning`() throws {
    let text = try Checkout.text("\(Self.folder)/WhatEachFigureMeans.md")
    for measure in measures { #expect(text.contains("`\(measure.name)`"), "\(measure.name)") }
    for base in Measure.Base.allCases { #expect(text.contains("`\(base.unit)`"), "\(base)") }
    for standing in Figure.Standing.allCases {
      #expect(text.contains("`\(standing.rawValue)`"), "\(standing)")
    }
    for book in codebooks {
      #expect(text.contains("`\(book.file)`"), "\(book.file)")
      for row in book.rows where row.meaning.isOfNumber {
        #expect(text.contains("`\(row.column)`"), "\(book.file): \(row.column)")
      }
    }
  }

  @Test func `the readme shows how another package takes the library`() throws {
    let readme = try Checkout.text("README.md")
    #expect(readme.contains("<!-- Examples/TenLines/Sources/TenLines/main.swift -->"))
    #expect(readme.contains("from: \"\(Desk.version)\""))
    let package = try Checkout.text("Examples/TenLines/Package.swift")
    let product = ".product(name: \"Copydesk\", package: \"copydesk\")"
    #expect(package.contains(product) && readme.contains(product))
  }
}

extension String {
  /// Whether a column's meaning tells of a number that somebody worked out.
  fileprivate var isOfNumber: Bool {
    ["How many", "How much", "How often", "interval", "share", "p value", "rate", "Count."]
      .contains { contains($0) }
  }
}
