import Copydesk

let desk = Desk()
Inputs(Array(CommandLine.arguments.dropFirst())).read { document in
  guard let analysis = try? desk.analysis(of: document.get()) else { return true }
  let counts = ArticleCounts(analysis)
  let loaded = counts.value(of: "loaded_own").map { "\(Int($0.rounded()))" } ?? "no"
  print("\(analysis.article.outlet ?? analysis.article.id): ", terminator: "")
  print("\(counts["attributions"]) attributions, \(counts["sources"]) sources, ", terminator: "")
  print("\(loaded) loaded words in 1,000 of its own")
  return true
}
