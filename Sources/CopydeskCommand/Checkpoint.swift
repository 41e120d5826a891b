import Copydesk
import Foundation

/// Where a run stood when everything up to there had been written.
struct Checkpoint: Codable {
  /// What the run was made of; one that goes on must be made of the same.
  var settings: [[String]]
  /// Records that were worked off, rejected ones included, and the chain of their hashes.
  var records: Int
  var hash: String
  var rejected: Int
  /// The bytes of each file that is written record by record.
  var sizes: [String: Int]
  /// The sums of `--partial` up to here, as they are written.
  var partial: String?
  var foreign: ForeignArticles
  var suppressed: [[Int]]

  var mark: InputTrail.Mark? {
    UInt64(hash, radix: 16).map { InputTrail.Mark(records: records, hash: $0) }
  }
}

/// The file beside an output in which a run notes where it stands: `articles.csv.resume`.
///
/// It is there from the first moments of a run to its end, and afterwards where the run was
/// interrupted.
final class Journal {
  let path: String
  private let settings: () -> [[String]]
  private var known: [[String]]?
  /// Checkpoints come soon at first, then so seldom that they cost nothing.
  private var pause = 0.1
  private var last = Console.seconds()

  private static let longestPause = 2.0
  /// Checkpoints may take this share of a run, unless they get too rare.
  private static let share = 0.05
  private static let mostPause = 10.0

  /// - Parameters:
  ///   - output: the file that the run writes.
  ///   - settings: what bears on the output, as names and values; asked once, and only if needed.
  init(beside output: String, settings: @escaping () -> [[String]]) {
    path = output + ".resume"
    self.settings = settings
  }

  /// The checkpoint of an interrupted run; nil where there is none.
  ///
  /// - Throws: a message where that run was made of something else.
  func checkpoint() throws(Trouble) -> Checkpoint? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    guard let checkpoint = try? JSONDecoder().decode(Checkpoint.self, from: data),
      checkpoint.mark != nil
    else {
      throw Trouble(
        "\(path): not what an interrupted run leaves; take it away, or run without --resume")
    }
    let own = currentSettings
    guard checkpoint.settings != own else { return checkpoint }
    let other = zip(own, checkpoint.settings).first { $0 != $1 }
    let what = other?.0.first ?? "options"
    throw Trouble(
      "\(path): the interrupted run had other \(what == "options" ? what : "'\(what)'")"
        + (other.map { " (\($0.1.last ?? ""), now \($0.0.last ?? ""))" } ?? "")
        + "; run as then, or without --resume")
  }

  var currentSettings: [[String]] {
    if let known { return known }
    let all = settings()
    known = all
    return all
  }

  /// Whether it is time for another checkpoint.
  var isDue: Bool { Console.seconds() - last >= pause }

  /// Notes where the run stands; all files must have been handed to the disk.
  func write(_ checkpoint: Checkpoint, since begin: Double) throws(Trouble) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(checkpoint) else { return }
    try replaceFile(path, with: Array(data))
    last = Console.seconds()
    pause = max(
      min(2 * pause, Self.longestPause), min((last - begin) / Self.share, Self.mostPause))
  }

  /// Takes the journal away: there is nothing to go on with.
  func remove() { removeFile(path) }
}
