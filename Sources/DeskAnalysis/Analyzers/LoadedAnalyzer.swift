public import DeskLexicons
public import DeskReading
import DeskText

/// Finds loaded language: wording that judges, stirs or belittles beyond what is told.
///
/// Words weigh differently: "sham" tells by itself, "entire" a little. Every entry of the list
/// counts where it stands; what is too weak a sign to be worth a reader's time is in no list. How
/// loaded a sentence is, its entries say together: see `SentenceScore`.
public struct LoadedAnalyzer: Analyzer {
  public static let name = "loaded"

  private let entries: ListedEntries<Role>
  private let scareQuotes: ScareQuotes

  /// What entries are for: words that count, the line of scare quotes, what names a quotation.
  private enum Role { case word, scareQuote, naming }

  public init(lexicons: [Lexicon]) {
    entries = ListedEntries(lexicons, of: Self.name) {
      switch $0 {
      case ScareQuotes.category: .scareQuote
      case ScareQuotes.namingCategory: .naming
      default: .word
      }
    }
    scareQuotes = ScareQuotes(lexicons: lexicons)
  }

  public func findings(in reading: Reading, matches: [Match]) -> [Finding] {
    var named: [Match] = []
    var words: [Match] = []
    for match in matches {
      switch entries.role(of: match) {
      case .scareQuote: break
      case .naming: named.append(match)
      case .word: words.append(match)
      }
    }
    var all = Matcher.longest(words).map { Finding($0, in: reading, entries: entries) }
    let quotes = scareQuotes.findings(in: reading, behind: named.map(\.tokens))
    guard !quotes.isEmpty else { return all }
    let places = all.map(\.extent)
    all += quotes.filter { quote in !places.contains { $0.overlaps(quote.extent) } }
    return all.sorted { $0.extent < $1.extent }
  }
}
