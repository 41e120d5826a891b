import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Many documents through one function, on several threads, handed over in input order.
///
/// Reads ahead only a bounded number of documents, so that memory does not grow with the input.
/// Threads live in this file alone.
public struct Batch: Sendable {
  /// How many documents are worked on at once.
  public var threads: Int

  /// The number of cores that this process may use.
  public static var coreCount: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// How many loads may be on their way for each thread: enough that none runs out of work where
  /// the system lets the one that reads wait a while.
  private static let loadsAhead = 8

  /// - Parameter threads: at least 1.
  public init(threads: Int = Self.coreCount) { self.threads = max(1, threads) }

  /// Reads inputs, maps every document, and hands over the results.
  ///
  /// - Parameters:
  ///   - inputs: what to read.
  ///   - counter: adds up the bytes that were read.
  ///   - trail: notes how far the run is, and passes over what an earlier one has done.
  ///   - map: called once with the first document; returns what is called with every document,
  ///     on several threads at once.
  ///   - take: takes the next result, in input order; false ends the batch.
  /// - Returns: the arguments that could not be read at all.
  @discardableResult
  public func run<Value: Sendable>(
    _ inputs: Inputs, counting counter: ByteCounter? = nil, on trail: InputTrail? = nil,
    map: (Document) -> @Sendable (Document) -> Result<Value, Reject>,
    take: (Result<Value, Reject>) -> Bool
  ) -> [String] {
    var crew: Crew<Value>?
    var mapping: (@Sendable (Document) -> Result<Value, Reject>)?
    var load = Load<Value>()
    var inFlight: [Load<Value>] = []
    var goesOn = true

    func hand(_ load: Load<Value>) {
      for result in load.results where goesOn {
        trail?.take()
        goesOn = take(result)
      }
    }
    let unread = inputs.read(counting: counter) { result in
      if mapping == nil, case .success(let document) = result { mapping = map(document) }
      switch trail?.note(result) {
      case .pass: return true
      case .end: return false
      case .work, nil: load.add(result)
      }
      guard threads == 1 || load.isFull else { return true }
      guard threads > 1, let mapping else {
        load.work(mapping)
        hand(load)
        load = Load()
        return goesOn
      }
      let members = crew ?? Crew(threads: threads, mapping)
      crew = members
      members.add(load)
      inFlight.append(load)
      load = Load()
      while goesOn, let first = inFlight.first,
        inFlight.count > Self.loadsAhead * threads || members.hasDone(first)
      {
        members.wait(for: first)
        hand(inFlight.removeFirst())
      }
      return goesOn
    }
    if let crew {
      if goesOn { crew.add(load) }
      for load in inFlight + [load] where goesOn {
        crew.wait(for: load)
        hand(load)
      }
      crew.dismiss()
    } else if goesOn {
      load.work(mapping)
      hand(load)
    }
    return unread
  }
}

/// A few documents that travel together, so that handing over costs little for small ones.
///
/// Belongs to one thread at a time: the reader's, then a worker's, then the reader's again.
private final class Load<Value: Sendable>: @unchecked Sendable {
  private var documents: [Result<Document, Reject>] = []
  private var size = 0
  private(set) var results: [Result<Value, Reject>] = []
  /// Guarded by the crew's lock.
  fileprivate var isDone = false

  var isFull: Bool { size > 1 << 16 || documents.count >= 32 }

  func add(_ result: Result<Document, Reject>) {
    if case .success(let document) = result {
      switch document.content {
      case .html(let bytes, _), .text(let bytes), .rawText(let bytes): size += bytes.count
      }
    }
    documents.append(result)
  }

  func work(_ mapping: (@Sendable (Document) -> Result<Value, Reject>)?) {
    results.reserveCapacity(documents.count)
    for result in documents {
      switch result {
      case .success(let document):
        if let mapping { results.append(mapping(document)) }
      case .failure(let reject): results.append(.failure(reject))
      }
    }
    documents = []
  }
}

/// Threads that take loads from one queue.
private final class Crew<Value: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var queue: [Load<Value>] = []
  private var isDismissed = false
  private var working: Int
  private let mapping: @Sendable (Document) -> Result<Value, Reject>

  init(threads: Int, _ mapping: @escaping @Sendable (Document) -> Result<Value, Reject>) {
    self.mapping = mapping
    working = threads
    for _ in 0..<threads {
      let thread = Thread { self.work() }
      // Deep pages are walked by recursion.
      thread.stackSize = 1 << 24
      thread.start()
    }
  }

  func add(_ load: Load<Value>) {
    condition.withLock {
      queue.append(load)
      condition.broadcast()
    }
  }

  func hasDone(_ load: Load<Value>) -> Bool { condition.withLock { load.isDone } }

  func wait(for load: Load<Value>) {
    condition.withLock {
      while !load.isDone { condition.wait() }
    }
  }

  /// Drops what nobody has begun and waits until every thread has ended.
  func dismiss() {
    condition.withLock {
      isDismissed = true
      queue = []
      condition.broadcast()
      while working > 0 { condition.wait() }
    }
  }

  private func work() {
    leaveSignalsToOthers()
    while let load = next() {
      load.work(mapping)
      condition.withLock {
        load.isDone = true
        condition.broadcast()
      }
    }
    condition.withLock {
      working -= 1
      condition.broadcast()
    }
  }

  private func next() -> Load<Value>? {
    condition.withLock {
      while queue.isEmpty, !isDismissed { condition.wait() }
      return queue.isEmpty ? nil : queue.removeFirst()
    }
  }
}

/// Blocks all signals in this thread, so that an interrupt wakes the one that reads and writes.
private func leaveSignalsToOthers() {
  var all = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_BLOCK, &all, nil)
}
