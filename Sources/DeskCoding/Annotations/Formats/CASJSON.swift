public import DeskText

/// INCEpTION's exports in UIMA CAS JSON, of the current form (0.4) and of the older one.
///
/// An annotation of a custom layer, or a named entity, is a span; its category is the layer's feature
/// `label`, `value` or `category`, else its first filled feature, else the layer's name. Relations, tokens,
/// sentences and other marks of the machine are left aside. Positions count UTF-16 code units.
public struct CASJSON: AnnotationFormat {
  public static let name = "INCEpTION (UIMA CAS JSON)"

  public static func isLikely(_ file: AnnotationFile) -> Bool {
    guard file.ending == ".json" else { return false }
    return ["\"%FEATURE_STRUCTURES\"", "\"_referenced_fss\"", "\"_views\""].contains {
      file.bytes.firstRange(of: Array($0.utf8)) != nil
    }
  }

  public static func codings(in file: AnnotationFile) throws(Reject) -> ReadCodings {
    let value = try JSONValue(file)
    let structures =
      value["%FEATURE_STRUCTURES"].map(Self.structures) ?? Self.olderStructures(value)
    guard
      let text = structures.lazy.filter({ $0.type.hasSuffix("Sofa") })
        .compactMap({ $0.value["sofaString"]?.string }).first.map({ Text($0) })
    else { throw file.reject("no text in it ('sofaString')") }
    let about = structures.first { $0.type.hasSuffix("DocumentMetaData") }?.value
    var names = try file.placeNames(needsCoder: about?["documentId"]?.string == nil)
    // Where the file's place does not tell, the exporter's own words do: it writes the coder's name as
    // the document's id.
    if names.article == file.stem, file.coder == nil, let id = about?["documentId"]?.string,
      let title = about?["documentTitle"]?.string, id != title
    {
      names = (title, id)
    }
    var coding = Coding(
      article: names.article, coder: names.coder, origin: file.origin, text: text, spans: [])
    var rejects: [Reject] = []
    let places = UTF16Places(of: text)
    for (type, value) in structures where isLayer(type) && !isRelation(value) {
      guard let start = value["begin"]?.integer ?? (value["end"] == nil ? nil : 0),
        let end = value["end"]?.integer
      else { continue }
      guard let extent = places.extent(start, end), !extent.isEmpty else {
        rejects.append(
          file.reject("a mark of '\(type)' from \(start) to \(end) lies outside of the text"))
        continue
      }
      coding.spans?.append(CodedSpan(category: category(of: value, type), pieces: [extent]))
    }
    return ReadCodings([coding], rejects: rejects)
  }

  private static func structures(_ value: JSONValue) -> [(type: String, value: JSONValue)] {
    // A list, or an object by id.
    let all = value.list ?? (value.keys ?? []).compactMap { value[$0] }
    return all.compactMap { item in item["%TYPE"]?.string.map { ($0, item) } }
  }

  private static func olderStructures(_ value: JSONValue) -> [(type: String, value: JSONValue)] {
    var out: [(type: String, value: JSONValue)] = []
    if let kept = value["_referenced_fss"] {
      for key in kept.keys ?? [] {
        if let item = kept[key], let type = item["_type"]?.string { out.append((type, item)) }
      }
    }
    if let views = value["_views"] {
      for view in views.keys ?? [] {
        for type in views[view]?.keys ?? [] {
          for item in views[view]?[type]?.list ?? [] { out.append((type, item)) }
        }
      }
    }
    return out
  }

  /// The last part of a type's name tells it in the older form, too.
  private static func isLayer(_ type: String) -> Bool {
    let name = type.split(separator: ".").last.map(String.init) ?? type
    return !type.hasPrefix("uima.") && !ofTheMachine.contains(name)
      && !type.hasSuffix("MetaData")
  }

  /// Whether it links two others; it stands where the one of them stands, and marks nothing itself.
  private static func isRelation(_ value: JSONValue) -> Bool {
    ["@Governor", "@Dependent", "Governor", "Dependent"].contains { value[$0] != nil }
  }

  /// What tokenizers, parsers and exporters write.
  private static let ofTheMachine: Set<String> = [
    "Sofa", "Sentence", "Token", "Paragraph", "POS", "Lemma", "Stem", "Dependency", "ROOT",
    "Heading", "Div", "TagDescription", "TagsetDescription", "DocumentAnnotation",
    "LayerDefinition",
    "FeatureDefinition", "Annotation", "AnnotationBase", "MorphologicalFeatures", "XmlElement",
    "XmlDocument", "XmlTextNode", "XmlAttribute",
  ]

  private static func category(of value: JSONValue, _ type: String) -> String {
    for key in ["label", "value", "category"] {
      if let name = value[key]?.string, !name.isEmpty { return name }
    }
    let other = (value.keys ?? []).filter { !$0.hasPrefix("%") && !$0.hasPrefix("@") }
      .filter { !["begin", "end", "sofa", "_type", "identifier"].contains($0) }
    if let name = other.lazy.compactMap({ value[$0]?.string }).first(where: { !$0.isEmpty }) {
      return name
    }
    return type.split(separator: ".").last.map(String.init) ?? type
  }
}
