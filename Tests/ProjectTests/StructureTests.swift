import Copydesk
import DeskTestSupport
import Foundation
import Testing

/// The project about itself: what stands in a folder stands in its list too.
@Suite struct StructureTests {
  @Test("every analyzer's file is in the list of analyzers, and the other way round")
  func analyzersListed() throws {
    let files = try Checkout.names(in: "Sources/DeskAnalysis/Analyzers")
      .map { $0.replacing(".swift", with: "") }
    #expect(Set(files) == Set(analyzers.map { "\($0)" }))
  }

  @Test("analyzers have names of their own, each with a list to read")
  func analyzerNames() {
    let names = analyzers.map { $0.name }
    #expect(Set(names).count == names.count)
    for name in names { #expect(!Lexicons.embedded.lists(for: name).isEmpty, "\(name)") }
  }

  @Test("the readme names every analyzer, word list and verb")
  func readme() throws {
    let text = try Checkout.text("README.md")
    for analyzer in analyzers { #expect(text.contains("`\(analyzer.name)`"), "\(analyzer.name)") }
    for file in try Checkout.names(in: "Lexicons") where file.hasSuffix(".tsv") {
      #expect(text.contains("`\(file)`"), "\(file)")
    }
    for verb in [
      "clean", "analyze", "compare", "merge", "show", "agree", "worksheet", "validate",
      "lexicon",
    ] {
      #expect(text.contains("copydesk \(verb)"), "\(verb)")
    }
  }

  @Test("a changelog with an unreleased part, and figures told apart")
  func changelog() throws {
    let text = try Checkout.text("CHANGELOG.md")
    #expect(text.contains("## Unreleased"))
    #expect(text.contains("### Figures"))
  }

  @Test("no source file has grown past what a reader holds in mind")
  func sizes() throws {
    for path in Checkout.files(below: "Sources", ending: ".swift") {
      let lines = try Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(
        lines.count <= 500, "\(path) has \(lines.count) lines; look for the second idea in it")
    }
  }

  @Test("the seeds are the owner's, unchanged")
  func seeds() throws {
    let sizes = try Checkout.names(in: "seeds").filter { $0.hasSuffix(".txt") }.map {
      try Data(contentsOf: Checkout.root.appending(path: "seeds/\($0)")).count
    }
    #expect(sizes == [6940, 9251, 4377, 5399, 4989])
  }
}
