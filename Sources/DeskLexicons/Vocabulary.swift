import DeskText
import Foundation

/// Folded words and their numbers, from 1; what is no word and stands in patterns has numbers from -2
/// downwards.
///
/// Their letters stand in one stretch of bytes, and the table is asked with the hash that tokens
/// carry, so that looking a word of a text up costs no allocation.
struct Vocabulary: Sendable {
  struct Slot: Sendable {
    var hash: UInt32 = 0
    /// The number of the word whose hash this is; -1 in a free slot.
    var word: Int32 = -1
  }

  struct Word: Sendable {
    var start: Int32
    var end: Int32
  }

  private(set) var slots: [Slot]
  private(set) var words: [Word] = []
  private(set) var letters: [UInt8] = []
  private var lastSymbol: Int32 = -1

  /// - Parameter count: about how many words will come.
  init(expecting count: Int = 0) {
    var size = 1024
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    words.reserveCapacity(count)
    letters.reserveCapacity(count * 8)
  }

  /// A number for what is no word.
  mutating func addSymbol() -> Int32 {
    lastSymbol -= 1
    return lastSymbol
  }

  /// The number of a folded word, a new one where it was not there.
  mutating func add(_ folded: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int32 {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot].word >= 0 {
      if slots[slot].hash == hash {
        if isWord(words[Int(slots[slot].word)], folded) { return slots[slot].word + 1 }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let start = Int32(letters.count)
    letters.append(contentsOf: folded)
    slots[slot] = Slot(hash: hash, word: Int32(words.count))
    words.append(Word(start: start, end: Int32(letters.count)))
    if words.count * 2 > slots.count { grow() }
    return Int32(words.count)
  }

  private func isWord(_ word: Word, _ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = Int(word.end - word.start)
    guard count == folded.count, let base = folded.baseAddress else { return false }
    return letters.withUnsafeBufferPointer { all in
      all.baseAddress.map { memcmp($0 + Int(word.start), base, count) == 0 } ?? false
    }
  }

  private mutating func grow() {
    var wider = [Slot](repeating: Slot(), count: slots.count * 2)
    for old in slots where old.word >= 0 {
      var slot = Int(old.hash) & (wider.count - 1)
      while wider[slot].word >= 0 { slot = (slot + 1) & (wider.count - 1) }
      wider[slot] = old
    }
    slots = wider
  }
}
