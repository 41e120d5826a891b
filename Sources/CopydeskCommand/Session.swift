import ArgumentParser
import Copydesk

/// One run of a verb over its inputs: reads, maps on all threads, notes what could not be read.
struct Session {
  let options: ReadingOptions
  let inputs: Inputs
  /// Where rejects are written as a table, beside the line for each on standard error.
  let rejectsFile: RejectsFile?

  /// How many documents came in, rejected ones included.
  private(set) var documentCount = 0
  private(set) var rejectedCount = 0
  /// The first rejects, for the report.
  private(set) var rejects: [Reject] = []
  private var unread: [String] = []

  var articleCount: Int { documentCount - rejectedCount }

  /// How far the run is; nil where nobody asks.
  private let trail: InputTrail?
  /// How many records an interrupted run, with which this one goes on, has rejected.
  private let rejectedBefore: Int

  /// Whether results go to standard output while the run lasts; a progress bar would break them.
  private let writesToScreen: Bool

  init(
    _ options: ReadingOptions, takesRawText: Bool = false, output: String?,
    rejectsFile: RejectsFile? = nil, on trail: InputTrail? = nil, rejectedBefore: Int = 0
  ) throws {
    self.options = options
    self.trail = trail
    self.rejectedBefore = rejectedBefore
    writesToScreen = output == nil || output == "-"
    self.rejectsFile = rejectsFile
    inputs = Inputs(
      options.inputs,
      options: InputOptions(
        columns: try options.columns(), takesRawText: takesRawText,
        isInterrupted: { Interrupt.isRequested }))
  }

  /// Reads all inputs.
  ///
  /// - Parameters:
  ///   - map: called once with the names of the input's own columns; returns what turns a
  ///     document into its result, on several threads.
  ///   - take: takes each result in input order; false ends the run.
  ///   - afterEach: called when a record has been worked off, with how many were rejected so far.
  /// - Throws: what `take` or `afterEach` throws, or that rejects can not be written.
  mutating func run<Value: Sendable>(
    map: ([String]) -> @Sendable (Document) -> Result<Value, Reject>,
    take: (Value) throws(Trouble) -> Bool,
    afterEach: (_ rejected: Int) throws(Trouble) -> Void = { _ throws(Trouble) in }
  ) throws(Trouble) {
    let counter = ByteCounter()
    let progress = showsProgress ? Progress(total: totalBytes()) : nil
    var trouble: Trouble?
    var documentCount = trail?.taken.records ?? 0
    var rejects: [Reject] = []
    var rejectedCount = rejectedBefore
    let inputs = inputs
    let rejectsFile = rejectsFile
    unread = Batch(threads: options.threads ?? Batch.coreCount).run(
      inputs, counting: counter, on: trail,
      map: { first in map(inputs.columns(beginningWith: first)) },
      take: { result in
        documentCount += 1
        progress?.step(bytes: counter.bytes)
        do throws(Trouble) {
          switch result {
          case .success(let value):
            guard try take(value) else { return false }
          case .failure(let reject):
            rejectedCount += 1
            if rejects.count < 500 { rejects.append(reject) }
            progress?.clear()
            Console.note(reject.description)
            try rejectsFile?.write(reject)
          }
          try afterEach(rejectedCount)
        } catch {
          trouble = error
          return false
        }
        return !Interrupt.isRequested
      })
    progress?.clear()
    if trouble == nil, let trail, trail.hasLostInput, !Interrupt.isRequested {
      throw Trouble(
        "the input is not what the interrupted run read; nothing was changed; run without --resume")
    }
    self.documentCount += documentCount
    self.rejectedCount += rejectedCount
    self.rejects += rejects
    try rejectsFile?.end()
    if let trouble { throw trouble }
  }

  /// Ends the program with the code that tells how the run went.
  func end() throws {
    if Interrupt.isRequested { throw ExitCode(Interrupt.exitCode) }
    if !unread.isEmpty { throw ExitCode(2) }
    if options.strict, rejectedCount > 0 { throw ExitCode(3) }
  }

  private var showsProgress: Bool {
    Console.errorIsTerminal && !options.quiet && !(writesToScreen && Console.outputIsTerminal)
  }

  private func totalBytes() -> Int? {
    guard !inputs.arguments.contains("-") else { return nil }
    return inputs.arguments.reduce(0) { $0 + Copydesk.totalBytes($1) }
  }
}

/// `rejects.csv`, made when there is something to write.
final class RejectsFile {
  let path: String
  private let csv: CSVForm
  private var sink: Sink?

  init(path: String, _ csv: CSVForm) {
    self.path = path
    self.csv = csv
  }

  /// Goes on with the file of an interrupted run after so many bytes.
  init(path: String, _ csv: CSVForm, goingOnAt size: Int) throws(Trouble) {
    self.path = path
    self.csv = csv
    if size > 0 { sink = try Sink(file: path, csv, goingOnAt: size) }
  }

  /// How many bytes have been written.
  var size: Int { sink?.size ?? 0 }

  func write(_ reject: Reject) throws(Trouble) {
    if sink == nil {
      let new = try Sink(file: path, csv)
      RejectsCSV.writeHeader(to: &new.output)
      sink = new
    }
    guard let sink else { return }
    RejectsCSV.write(reject, to: &sink.output)
    if sink.output.count > Sink.pieceSize { try sink.flush() }
  }

  /// Waits until the disk has everything.
  func settle() throws(Trouble) { try sink?.settle() }

  /// Writes what is left; where there was nothing to write, what an earlier run left is taken away.
  func end() throws(Trouble) {
    guard let sink else { return removeFile(path) }
    try sink.flush()
  }
}

/// Runs a verb; trouble becomes one line and exit code 2.
func ending(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let trouble as Trouble {
    Console.note("copydesk: \(trouble)")
    throw ExitCode(2)
  }
}
