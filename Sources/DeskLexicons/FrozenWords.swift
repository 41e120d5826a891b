import DeskText

/// The words of a finished trie, laid out for being looked up in texts.
///
/// What is asked of a word (its letters, its number, what begins with it) stands in one record, so
/// that a word of a text costs two places of memory: in a large dictionary nearly every one is a
/// wait. Like the trie's tables they are written once and only read from then on; whoever makes
/// them gives them back.
struct FrozenWords {
  /// Where a word's record stands.
  struct Record {
    /// In units of four bytes; -1 where there is none.
    let place: Int32

    static let none = Record(place: -1)
    var exists: Bool { place >= 0 }
  }

  /// What a record begins with; the word's folded letters follow.
  private struct Head {
    /// From 1.
    var number: Int32
    /// The node behind the word as the first of an entry; -1 where entries begin with it only
    /// behind what may be left out.
    var node: Int32
    var count: Int32
    /// The groups of the entries that begin with the word.
    var groups: UInt8
  }

  private struct Slot {
    var hash: UInt32
    var record: Int32
  }

  private let slots: UnsafeMutableBufferPointer<Slot>
  private let records: UnsafeMutableRawBufferPointer

  /// - Parameters:
  ///   - vocabulary: the words.
  ///   - opening: the node behind the word of a number, and the groups of what begins with it.
  init(_ vocabulary: Vocabulary, opening: (_ number: Int32) -> (node: Int32, groups: UInt8)) {
    let head = MemoryLayout<Head>.size
    func room(_ word: Vocabulary.Word) -> Int {
      (head + Int(word.end - word.start) + 3) / 4 * 4
    }
    slots = .allocate(capacity: vocabulary.slots.count)
    records = .allocate(
      byteCount: vocabulary.words.reduce(0) { $0 + room($1) }, alignment: 64)
    var places: [Int32] = []
    places.reserveCapacity(vocabulary.words.count)
    var end = 0
    for (index, word) in vocabulary.words.enumerated() {
      let number = Int32(index + 1)
      let (node, groups) = opening(number)
      let count = word.end - word.start
      records.storeBytes(
        of: Head(number: number, node: node, count: count, groups: groups), toByteOffset: end,
        as: Head.self)
      UnsafeMutableRawBufferPointer(rebasing: records[(end + head)...])
        .copyBytes(from: vocabulary.letters[Int(word.start)..<Int(word.end)])
      places.append(Int32(end / 4))
      end += room(word)
    }
    for (index, slot) in vocabulary.slots.enumerated() {
      slots.initializeElement(
        at: index,
        to: Slot(hash: slot.hash, record: slot.word >= 0 ? places[Int(slot.word)] : -1))
    }
  }

  func deallocate() {
    slots.deallocate()
    records.deallocate()
  }

  @inline(__always)
  private func head(_ record: Record) -> Head {
    records.load(fromByteOffset: Int(record.place) &* 4, as: Head.self)
  }

  /// The record of a word; none where no entry has it.
  func find(_ hash: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> Record {
    let mask = slots.count &- 1
    var place = Int(hash) & mask
    while true {
      let slot = slots[place]
      guard slot.record >= 0 else { return .none }
      let record = Record(place: slot.record)
      if slot.hash == hash, Folding.equal(bytes, folded: letters(record)) { return record }
      place = (place &+ 1) & mask
    }
  }

  private func letters(_ record: Record) -> UnsafeBufferPointer<UInt8> {
    let start = Int(record.place) &* 4 &+ MemoryLayout<Head>.size
    return UnsafeRawBufferPointer(rebasing: records[start..<start &+ Int(head(record).count)])
      .assumingMemoryBound(to: UInt8.self)
  }

  @inline(__always)
  func number(_ record: Record) -> Int32 { head(record).number }
  @inline(__always)
  func node(_ record: Record) -> Int32 { head(record).node }
  @inline(__always)
  func groups(_ record: Record) -> UInt8 { head(record).groups }
}
