public import DeskComparison

/// A form in which stories are written, once all articles have come.
public protocol StoryFormat: Sendable {
  /// As it stands in `--format`.
  static var name: String { get }

  init()

  func write(_ stories: [ToldStory], to output: inout Output)
}

/// The formats of `stories`, the default first.
public let storyFormats: [any StoryFormat.Type] = [
  StoriesTable.self, StoriesCSV.self, StoriesNDJSON.self,
]
