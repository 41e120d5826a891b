/// What one part of a corpus adds to `outlets.csv`, on paper: sums of whole numbers, one a row.
///
/// `analyze --partial` writes it, `merge` adds it up. Whatever the parts and their order, the sums
/// are the same, and so are the figures made of them.
public struct Partial: Sendable {
  public var recipe: Recipe
  public var totals: OutletTotals

  public init(recipe: Recipe, totals: OutletTotals) {
    self.recipe = recipe
    self.totals = totals
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow(
      "kind",
      "recipe: what the sums were made with; dictionary and dictionary_weight: a measure of the "
        + "user's; outlet: sums of an outlet; unstated: sums of an article without one."),
    CodebookRow("outlet", "The outlet; the article's id where none is stated; the dictionary."),
    CodebookRow("measure", "What is counted; empty in the row that tells an outlet's size."),
    CodebookRow("category", "A category inside the measure; empty for all of it."),
    CodebookRow("n", "Articles."),
    CodebookRow("y", "The sum of counts; of an outlet's size, quoted words."),
    CodebookRow("w", "The sum of what they are divided by; of an outlet's size, words."),
    CodebookRow("yy", "The sum of squared counts."),
    CodebookRow("yw", "The sum of counts times what they are divided by."),
    CodebookRow("ww", "The sum of squares of what they are divided by."),
  ]

  /// Writes all of it as CSV.
  public func write(to output: inout Output) {
    var csv = CSVWriter()
    csv.row(Self.codebook.map(\.column), to: &output)
    for part in recipe.parts {
      csv.row(["recipe", "", part.name, part.value, "", "", "", "", "", ""], to: &output)
    }
    for measure in totals.measures.ofDictionaries {
      guard let part = measure.part else { continue }
      csv.row(
        [
          part.isWeight ? "dictionary_weight" : "dictionary", part.dictionary, measure.name,
          part.category ?? "", "", "", "", "", "", "",
        ], to: &output)
    }
    totals.forEachLine { line in
      csv.cell(line.isUnstated ? "unstated" : "outlet", to: &output)
      csv.cell(line.outlet, to: &output)
      csv.cell(line.measure, to: &output)
      csv.cell(line.category, to: &output)
      let sums = line.sums
      for number in [sums.n, sums.y, sums.w, sums.yy, sums.yw, sums.ww] {
        csv.cell(number, to: &output)
      }
      csv.endRow(to: &output)
    }
  }

  /// Reads what `write` wrote.
  ///
  /// - Throws: a reject that names the row and what is wrong with it.
  public init(_ source: inout ByteSource) throws(Reject) {
    let input = source.input
    var parts: [Column] = []
    var dictionaries: [(name: String, part: Measure.DictionaryPart)] = []
    var totals: OutletTotals?
    func reject(_ line: Int, _ reason: String) -> Reject {
      Reject(origin: Origin(input: input, line: line), reason: reason)
    }
    func measures() -> Measures {
      Measures(parts: dictionaries, analyzers: Recipe(parts: parts).analyzers)
    }
    try readRows(of: &source, columns: Self.codebook.map(\.column)) {
      (line, cells) throws(Reject) in
      switch cells[0] {
      case "recipe" where totals == nil: parts.append(Column(name: cells[2], value: cells[3]))
      case "dictionary", "dictionary_weight":
        guard totals == nil else { throw reject(line, "a dictionary after the first outlet") }
        dictionaries.append(
          (
            cells[2],
            Measure.DictionaryPart(
              dictionary: cells[1], category: cells[3].isEmpty ? nil : cells[3],
              isWeight: cells[0] == "dictionary_weight")
          ))
      case "outlet", "unstated":
        var sums = totals ?? OutletTotals(measures: measures())
        totals = nil
        guard let numbers = Self.sums(cells[4...]) else {
          throw reject(line, "sums that are no whole numbers, or too large for any corpus")
        }
        let known = sums.add(
          OutletTotals.Line(
            outlet: cells[1], isUnstated: cells[0] == "unstated",
            measure: cells[2].isEmpty ? nil : cells[2],
            category: cells[3].isEmpty ? nil : cells[3], sums: numbers))
        guard known else { throw reject(line, "no measure is called '\(cells[2])'") }
        totals = sums
      default: throw reject(line, "no kind of row is called '\(cells[0])' here")
      }
    }
    guard !parts.isEmpty else { throw reject(1, "no row tells what the sums were made with") }
    recipe = Recipe(parts: parts)
    self.totals = totals ?? OutletTotals(measures: measures())
  }

  /// Far more than any corpus has, and so little that thousands of parts can be added up.
  private static let largest = 1 << 50

  private static func sums(_ cells: ArraySlice<String>) -> Sums? {
    let numbers = cells.compactMap { Int($0) }
    guard numbers.count == 6, numbers.allSatisfy({ $0.magnitude <= largest }), numbers[0] >= 0
    else { return nil }
    var sums = Sums()
    (sums.n, sums.y, sums.w) = (numbers[0], numbers[1], numbers[2])
    (sums.yy, sums.yw, sums.ww) = (numbers[3], numbers[4], numbers[5])
    return sums
  }

  /// Adds another part, made with the same recipe.
  public mutating func merge(_ other: Partial) { totals.merge(other.totals) }
}
