/// A form in which what the program found goes to an annotation tool, to be looked through by people.
public protocol AnnotationOutput: Sendable {
  /// As it stands in `--annotation-format`.
  static var name: String { get }
  /// The file that holds all articles, a JSON list; nil where each has files of its own.
  static var listFile: String? { get }

  init()

  /// The files of one article by their endings; of a list its one member, with an empty ending.
  func files(of article: MarkedArticle) -> [(ending: String, bytes: [UInt8])]

  /// What the tool needs to know of the labels, as a file beside the articles; nil for nothing.
  func project(_ labels: AnnotationLabels) -> (file: String, bytes: [UInt8])?
}

/// The forms in which annotations are written, the default first.
public let annotationOutputs: [any AnnotationOutput.Type] = [
  LabelStudioOutput.self, BratOutput.self, WebAnnoOutput.self, CASJSONOutput.self,
]
