public import DeskComparison

/// A form in which stories are written one after the other.
public protocol StoryFormat: Sendable {
  /// As it stands in `--format`.
  static var name: String { get }

  init()

  /// Writes what comes before the first story.
  func writeHeader(to output: inout Output)
  /// Writes one story.
  mutating func write(_ story: ToldStory, to output: inout Output)
  /// Writes what comes after the last story.
  func writeEnd(to output: inout Output)
}

extension StoryFormat {
  public func writeHeader(to output: inout Output) {}
  public func writeEnd(to output: inout Output) {}
}

/// The formats of `stories`, the default first.
public let storyFormats: [any StoryFormat.Type] = [
  StoriesTable.self, StoriesCSV.self, StoriesNDJSON.self,
]
