import DeskText

/// The input's own columns on their way to the output, under names that clash with none of ours.
struct InputColumns: Sendable {
  let names: [String]
  /// In the order of `names`.
  let headings: [String]

  init(_ names: [String], beside own: [String]) {
    self.names = names
    headings = names.map { own.contains($0) ? "input_\($0)" : $0 }
  }

  func values(of article: Article) -> [String?] {
    names.map { name in article.columns.first { $0.name == name }?.value }
  }
}
