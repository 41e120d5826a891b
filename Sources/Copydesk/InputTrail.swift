/// How far an input has been worked off, and by what to know it again.
///
/// Every record that is read goes into a chain of hashes. Where an earlier run stopped, its records
/// are read over and not worked on; the chain tells whether they are still the same.
public final class InputTrail {
  /// A place in the input: after so many records, which were these.
  public struct Mark: Hashable, Sendable {
    public var records: Int
    public var hash: UInt64

    public init(records: Int, hash: UInt64) {
      self.records = records
      self.hash = hash
    }
  }

  /// After the last record whose result has been taken.
  public private(set) var taken: Mark
  /// Whether the records up to where an earlier run stopped are others than then, or fewer.
  public var hasLostInput: Bool { isOther || read < start.records }

  private let start: Mark
  private var isOther = false
  private var read = 0
  private var hash = InputTrail.beginning.hash
  /// Of the records that are read and not taken yet.
  private var ahead: [UInt64] = []
  private var firstAhead = 0

  public static let beginning = Mark(records: 0, hash: 0x9E37_79B9_7F4A_7C15)

  /// - Parameter start: where an earlier run stopped.
  public init(after start: Mark = InputTrail.beginning) {
    self.start = start
    taken = start
  }

  /// Notes a record that was read, and tells what to do with it.
  func note(_ result: Result<Document, Reject>) -> Step {
    read += 1
    add(result)
    guard read > start.records else {
      guard read == start.records, hash != start.hash else { return .pass }
      isOther = true
      return .end
    }
    ahead.append(hash)
    return .work
  }

  enum Step { case work, pass, end }

  /// Notes that the next record's result is taken.
  func take() {
    taken = Mark(records: taken.records + 1, hash: ahead[firstAhead])
    firstAhead += 1
    if firstAhead >= 1_024 {
      ahead.removeFirst(firstAhead)
      firstAhead = 0
    }
  }

  private func add(_ result: Result<Document, Reject>) {
    switch result {
    case .failure(let reject):
      add(reject.origin.description)
      add(reject.reason)
    case .success(let document):
      add(document.id)
      switch document.content {
      case .html(let bytes, let charset):
        bytes.withUnsafeBytes { add($0) }
        add(charset ?? "")
      case .text(let bytes), .rawText(let bytes): bytes.withUnsafeBytes { add($0) }
      }
      for text in [
        document.outlet, document.republisher, document.title, document.date, document.url,
      ] { add(text ?? "") }
      for name in document.byline { add(name) }
      for column in document.columns {
        add(column.name)
        add(column.value)
      }
    }
  }

  private func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Eight bytes at a step; the length goes along, so that pieces can not run into each other.
  private func add(_ bytes: UnsafeRawBufferPointer) {
    var state = hash ^ UInt64(truncatingIfNeeded: bytes.count)
    var at = 0
    while at + 8 <= bytes.count {
      state = Self.mixed(state ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 0
    while at < bytes.count {
      rest = rest << 8 | UInt64(bytes[at])
      at += 1
    }
    hash = Self.mixed(state ^ rest)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0x2D35_8DCC_AA6C_78A5).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
