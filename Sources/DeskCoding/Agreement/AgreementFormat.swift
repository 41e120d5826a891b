public import DeskReports

/// A form in which agreement is written.
public protocol AgreementFormat: Sendable {
  /// As it stands in `--format`.
  static var name: String { get }

  init()

  /// Writes all figures.
  func write(_ agreement: CoderAgreement, to output: inout Output)
}

/// The formats of `agree`, the default first.
public let agreementFormats: [any AgreementFormat.Type] = [
  AgreementText.self, AgreementCSV.self, AgreementNDJSON.self, AgreementMarkdown.self,
]

/// How figures of agreement are put into words, alike in every format.
struct AgreementWording {
  let agreement: CoderAgreement
  var grid: CodingGrid { agreement.grid }

  /// Who, what and how much of it: "Three coders (anna, ben, copydesk), one article, 60 sentences".
  var opening: String {
    let articles = Set(grid.units.map(\.article)).count
    return Wording.capitalized(Wording.count(grid.coders.count, "coder", "coders"))
      + " (\(grid.coders.joined(separator: ", "))), "
      + Wording.count(articles, "article", "articles") + ", "
      + Wording.count(grid.units.count, "sentence", "sentences") + "; "
      + Wording.count(agreement.comparedUnits, "is", "are") + " coded by two or more."
  }

  /// What the first row with an alpha means; nil where there is none.
  var meaning: String? {
    guard let row = agreement.rows.first, let alpha = row.alpha else { return nil }
    let limits =
      "0.800 and more serve conclusions, 0.667 and more tentative ones (Krippendorff 2004)"
    if let remark = row.remark { return "Alpha \(Self.figure(alpha)): \(remark); \(limits)." }
    return "Alpha \(Self.figure(alpha)) is \(CoderAgreement.reading(of: alpha)): \(limits)."
  }

  var unknown: String? {
    grid.unknownToProgram.isEmpty
      ? nil
      : "The program does not look for \(grid.unknownToProgram.joined(separator: ", ")); it has no "
        + "part in these. --label NAME=CATEGORY tells what a name stands for."
  }

  /// What everybody said of a unit: `anna: hedging; ben: none`.
  func codes(of unit: CodingGrid.Unit) -> String {
    zip(grid.coders, unit.codes).compactMap { coder, codes in
      codes.map { "\(coder): \($0.isEmpty ? "none" : $0.joined(separator: ", "))" }
    }.joined(separator: "; ")
  }

  static func figure(_ value: Double?) -> String {
    value.map { Wording.decimal($0, digits: 3) } ?? "–"
  }

  static func share(_ value: Double?) -> String { value.map { Wording.percent($0) } ?? "–" }

  static let method = [
    "A sentence has a category for a coder when a stretch marked so touches it.",
    "Alpha: Krippendorff, Computing Krippendorff’s alpha-reliability, 2011, nominal, missing codes "
      + "left out; 1 is full agreement, 0 what chance would give.",
    "By character: the same with each character of the texts as a unit, which asks for the same "
      + "words, not only the same sentence (Artstein and Poesio, Computational Linguistics 34, 2008).",
    "Kappa, of two coders: Cohen, Educational and Psychological Measurement 20, 1960.",
  ]
}
