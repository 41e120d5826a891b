import DeskReports
import DeskText

/// UIMA CAS JSON 0.4, which INCEpTION and the cassis library read: `NAME.json`.
///
/// Marks stand in the layer `custom.Span`, links in `custom.Relation`, both with the feature `label`, as
/// INCEpTION's projects have them from the start; tokens and sentences in DKPro's types. Positions
/// count UTF-16 code units. An interrupted mark is several, the first of which links lead to.
public struct CASJSONOutput: AnnotationOutput {
  public static let name = "cas-json"
  public static let listFile: String? = nil

  public init() {}

  public func files(of marked: MarkedArticle) -> [(ending: String, bytes: [UInt8])] {
    var writer = CASWriter(marked)
    return [(".json", writer.written())]
  }

  public func project(_ labels: AnnotationLabels) -> (file: String, bytes: [UInt8])? { nil }
}

/// The types that are written, with what they add to those they derive from.
private enum CASType {
  static let annotation = "uima.tcas.Annotation"
  static let about = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
  static let sentence = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
  static let token = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
  static let span = "custom.Span"
  static let relation = "custom.Relation"

  static let all: [(name: String, parent: String, features: [(name: String, range: String)])] = [
    (
      about, "uima.tcas.DocumentAnnotation",
      [("documentTitle", "uima.cas.String"), ("documentId", "uima.cas.String")]
    ), (sentence, annotation, []), (token, annotation, []),
    (span, annotation, [("label", "uima.cas.String")]),
    (
      relation, annotation,
      [("Governor", annotation), ("Dependent", annotation), ("label", "uima.cas.String")]
    ),
  ]
}

private struct CASWriter {
  private let marked: MarkedArticle
  private let units: UTF16Units
  private var json = JSONWriter()
  private var output = Output()
  /// The number of the structure written last; the text is 1.
  private var last = 1

  init(_ marked: MarkedArticle) {
    self.marked = marked
    units = UTF16Units(of: marked.article.text)
  }

  mutating func written() -> [UInt8] {
    json.beginObject(to: &output)
    writeTypes()
    json.key("%FEATURE_STRUCTURES", to: &output)
    json.beginArray(to: &output)
    writeText()
    writeStructures()
    json.endArray(to: &output)
    json.key("%VIEWS", to: &output)
    json.beginObject(to: &output)
    json.key("_InitialView", to: &output)
    json.beginObject(to: &output)
    json.member("%SOFA", 1, to: &output)
    json.key("%MEMBERS", to: &output)
    json.beginArray(to: &output)
    for number in 2...last { json.number(number, to: &output) }
    json.endArray(to: &output)
    for _ in 0..<3 { json.endObject(to: &output) }
    output.write("\n")
    return output.take()
  }

  private mutating func writeTypes() {
    json.key("%TYPES", to: &output)
    json.beginObject(to: &output)
    for type in CASType.all {
      json.key(named: type.name, to: &output)
      json.beginObject(to: &output)
      json.member("%NAME", type.name, to: &output)
      json.member("%SUPER_TYPE", type.parent, to: &output)
      for feature in type.features {
        json.key(named: feature.name, to: &output)
        json.beginObject(to: &output)
        json.member("%NAME", feature.name, to: &output)
        json.member("%RANGE", feature.range, to: &output)
        json.endObject(to: &output)
      }
      json.endObject(to: &output)
    }
    json.endObject(to: &output)
  }

  private mutating func writeText() {
    json.beginObject(to: &output)
    json.member("%ID", 1, to: &output)
    json.member("%TYPE", "uima.cas.Sofa", to: &output)
    json.member("sofaNum", 1, to: &output)
    json.member("sofaID", "_InitialView", to: &output)
    json.member("mimeType", "text", to: &output)
    json.member("sofaString", marked.article.text.string, to: &output)
    json.endObject(to: &output)
  }

  private mutating func writeStructures() {
    begin(CASType.about, Extent(0, marked.article.text.utf8.count))
    json.member("documentTitle", marked.article.id, to: &output)
    json.member("documentId", ProgramCoder.name, to: &output)
    json.endObject(to: &output)
    for (type, places) in [
      (CASType.sentence, marked.sentences), (CASType.token, marked.tokens),
    ] {
      for place in places {
        begin(type, place)
        json.endObject(to: &output)
      }
    }
    var numbers: [Int] = []
    for mark in marked.marks {
      numbers.append(last + 1)
      for piece in mark.pieces {
        begin(CASType.span, piece)
        json.member("label", mark.label, to: &output)
        json.endObject(to: &output)
      }
    }
    for link in marked.links {
      // A relation stands where that stands which it leads to.
      guard let place = marked.marks[link.to].pieces.first else { continue }
      begin(CASType.relation, place)
      json.member("@Governor", numbers[link.from], to: &output)
      json.member("@Dependent", numbers[link.to], to: &output)
      json.member("label", link.label, to: &output)
      json.endObject(to: &output)
    }
  }

  private mutating func begin(_ type: String, _ place: Extent<Unit.Byte>) {
    last += 1
    json.beginObject(to: &output)
    json.member("%ID", last, to: &output)
    json.member("%TYPE", type, to: &output)
    json.member("@sofa", 1, to: &output)
    json.member("begin", units[place.start], to: &output)
    json.member("end", units[place.end], to: &output)
  }
}
