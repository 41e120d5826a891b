import ArgumentParser
import Copydesk

/// Findings as files of an annotation tool, for verbs that analyze.
struct AnnotationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write what was found into this folder, for an annotation tool.", valueName: "folder"),
    completion: .directory)
  var annotations: String?

  @Option(help: "label-studio, brat, webanno or cas-json (both INCEpTION).")
  var annotationFormat: String?

  func validate() throws {
    if annotationFormat != nil, annotations == nil {
      throw ValidationError("--annotation-format goes with --annotations FOLDER.")
    }
    _ = try chosen(annotationFormat, from: annotationOutputs) { $0.name }
  }

  /// The folder to write to, made where it is not there.
  func folder(_ lexicons: Lexicons) throws -> AnnotationFolder? {
    guard let annotations else { return nil }
    let type = try chosen(annotationFormat, from: annotationOutputs) { $0.name }
    return try AnnotationFolder(annotations, type, AnnotationLabels(lexicons))
  }
}

/// A folder that an annotation tool takes in, filled article by article.
final class AnnotationFolder {
  private let path: String
  private let format: any AnnotationOutput
  private let labels: AnnotationLabels
  private var list: Sink?
  private var isFirst = true
  /// File names in use, so that two articles of one name do not become one.
  private var names: Set<String> = []

  init(
    _ path: String, _ type: any AnnotationOutput.Type, _ labels: AnnotationLabels
  ) throws(Trouble) {
    self.path = path
    self.labels = labels
    format = type.init()
    try makeFolder(path)
    if let file = type.listFile { list = try Sink(file: "\(path)/\(file)") }
  }

  func write(_ analysis: Analysis) throws(Trouble) {
    let files = format.files(of: MarkedArticle(analysis))
    if let list {
      for file in files {
        try list.write(Array((isFirst ? "[\n" : ",\n").utf8) + file.bytes)
        isFirst = false
      }
      return
    }
    let name = freeName(for: analysis.article.id)
    for file in files { try write(file.bytes, to: name + file.ending) }
  }

  func end() throws(Trouble) {
    try list?.write(Array((isFirst ? "[]\n" : "\n]\n").utf8))
    try list?.flush()
    if let project = format.project(labels) { try write(project.bytes, to: project.file) }
  }

  private func write(_ bytes: [UInt8], to file: String) throws(Trouble) {
    let sink = try Sink(file: "\(path)/\(file)")
    try sink.write(bytes)
    try sink.flush()
  }

  /// An article's id as a file's name, without its ending.
  private func freeName(for id: String) -> String {
    let plain = String(
      CodingName.article(id).map { $0 == "/" || $0 == ":" || $0.isNewline ? "_" : $0 }.prefix(100))
    let name = plain.isEmpty || plain.hasPrefix(".") ? "article" + plain : plain
    var free = name
    var number = 1
    while !names.insert(free).inserted {
      number += 1
      free = "\(name)-\(number)"
    }
    return free
  }
}
