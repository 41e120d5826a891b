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

  private let lexicons: [Lexicon]
  private let scareQuotes: ScareQuotes

  public init(lexicons: [Lexicon]) {
    self.lexicons = lexicons
    scareQuotes = ScareQuotes(lexicons: lexicons)
  }

  public func findings(in reading: Reading, matches: [Match]) -> [Finding] {
    var named: [Match] = []
    var words: [Match] = []
    for match in matches {
      switch lexicons[match.lexicon].entries[match.entry].category {
      case ScareQuotes.category: break
      case ScareQuotes.namingCategory: named.append(match)
      default: words.append(match)
      }
    }
    let worded = Matcher.longest(words)
    var all = worded.map { Finding(Self.name, $0, in: reading, lexicons: lexicons) }
    let places = all.map(\.extent)
    all += scareQuotes.findings(in: reading, behind: named.map(\.tokens)).filter { quote in
      !places.contains { $0.overlaps(quote.extent) }
    }
    return all.sorted { $0.extent < $1.extent }
  }
}
