public import DeskIngest
public import DeskLexicons
public import DeskText

/// Makes an article of a document: finds its text and what is known of it, and sets aside the rest.
public struct Cleaner: Sendable {
  let languages: Languages
  private let lists: Deferred<CleaningLists>
  private let pageLists: Deferred<PageLists>
  /// Is told what each page's blocks are weighed by: training listens here.
  var witness: (@Sendable (String, BlockProperties) -> Void)?

  /// The rules that stand in no list, by name, with the reason that each gives.
  public static var structuralRules: [String: String] { StructuralRules.reasons }

  /// Whether paragraphs tell how they stood on their page.
  private(set) var keepsLayout = false

  public init(lexicons: Lexicons, keepsLayout: Bool = false) {
    self.keepsLayout = keepsLayout
    languages = Languages(lexicons)
    lists = Deferred { CleaningLists(lexicons) }
    pageLists = Deferred { PageLists(lexicons) }
  }

  var furniture: Furniture { lists.value.furniture }
  var outlets: Outlets { lists.value.outlets }
  var hints: MarkupHints { pageLists.value.hints }
  var notices: PageNotices { pageLists.value.notices }
  var entities: Entities { pageLists.value.entities }
  var metaNames: MetaNames { pageLists.value.metaNames }
  var weights: BlockWeights { pageLists.value.weights }

  /// The article of a page or a text; the input's own outlet, title, byline, date and address win
  /// over what the page says.
  ///
  /// A page without an article gives an empty text and a `remark`.
  ///
  /// - Throws: `Reject` where the bytes are no text at all.
  public func article(from document: Document) throws(Reject) -> Article {
    switch document.content {
    case .rawText(let bytes): return rawArticle(Text(repairing: bytes), of: document)
    case .text(let bytes):
      if bytes.allSatisfy({ $0 <= 0x20 }) {
        throw Reject(
          origin: document.origin, reason: "the text is empty; leave it out or paste the article")
      }
      var utf8 = try readable(bytes, charset: nil, document)
      let (entries, places) = IgnoreMarks.all(in: utf8)
      guard !places.isEmpty else { return plainArticle(utf8, of: document) }
      let removals = places.map { place in
        Removal(
          text: String(decoding: utf8[place], as: UTF8.self), reason: "ignore-mark",
          rule: "copydesk-ignore", line: utf8[..<place.lowerBound].count { $0 == 0x0A } + 1)
      }
      IgnoreMarks.blank(places, in: &utf8)
      var article = plainArticle(utf8, of: document)
      article.ignoredEntries = entries
      article.removals = removals + article.removals
      return article
    case .html(let bytes, let charset):
      let utf8 = try readable(bytes, charset: charset, document)
      var article = pageArticle(utf8, of: document)
      article.ignoredEntries = IgnoreMarks.all(in: utf8).entries
      return article
    }
  }

  private func readable(_ bytes: [UInt8], charset: String?, _ document: Document)
    throws(Reject) -> [UInt8]
  {
    var isPage = false
    if case .html = document.content { isPage = true }
    guard !Decoding.isBinary(bytes, isPage: isPage) else {
      throw Reject(
        origin: document.origin,
        reason: "the bytes are no text; save the page as HTML or the article as text")
    }
    return Decoding.utf8(bytes, charset: charset)
  }

  /// The input as it is; its lines that are not empty are the paragraphs.
  private func rawArticle(_ text: Text, of document: Document) -> Article {
    let lines = text.lines
    var paragraphs: [Paragraph] = []
    paragraphs.reserveCapacity(lines.count)
    text.utf8.withUnsafeBufferPointer { bytes in
      for line in lines where bytes[line.range].contains(where: { $0 > 0x20 }) {
        paragraphs.append(Paragraph(line))
      }
    }
    let facts = Facts(document)
    return Article(
      id: document.id, outlet: facts.outlet, republisher: document.republisher,
      title: facts.title, byline: facts.byline, date: facts.date, url: facts.url,
      language: languages.language(of: text.utf8, declared: nil), text: text,
      paragraphs: paragraphs, remark: text.isEmpty ? "the text is empty" : nil,
      origin: document.origin, columns: document.columns)
  }
}

/// What every text that is not taken as it stands is asked about.
private struct CleaningLists: Sendable {
  let furniture: Furniture
  let outlets: Outlets

  init(_ lexicons: Lexicons) {
    furniture = Furniture(lexicons)
    outlets = Outlets(lexicons)
  }
}

/// What pages are asked about, and no other text.
private struct PageLists: Sendable {
  let hints: MarkupHints
  let notices: PageNotices
  let entities: Entities
  let metaNames: MetaNames
  let weights: BlockWeights

  init(_ lexicons: Lexicons) {
    hints = MarkupHints(lexicons)
    notices = PageNotices(lexicons)
    entities = Entities(lexicons)
    metaNames = MetaNames(lexicons)
    weights = BlockWeights(lexicons.table("cleaning-weights.tsv"))
  }
}
