import Copydesk

/// Takes the articles of some files and folders the whole way, stage by stage.
///
/// - Returns: the files of the report, and what could not be read.
func report(on paths: [String]) -> (files: [ReportFile], rejects: [Reject]) {
  let cleaner = Cleaner(lexicons: .embedded)
  let analysts = Analysts(.embedded)
  var comparison = Comparison()
  var rejects: [Reject] = []
  Inputs(paths).read { document in
    do throws(Reject) {
      let article = try cleaner.article(from: document.get())
      let reading = Reading(article.text)
      let findings = analysts.findings(in: reading)
      comparison.add(Analysis(article: article, reading: reading, findings: findings))
    } catch {
      rejects.append(error)
    }
    return true
  }
  let run = Run(version: Desk.version, lexicons: .embedded, inputs: paths, rejects: rejects)
  return (reportFiles(on: comparison, run: run), rejects)
}
