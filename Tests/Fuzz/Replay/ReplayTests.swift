import DeskTestSupport
import Foundation
import Testing

/// The fuzz targets without a fuzzer: what once broke them, the corpus they start from, and damage
/// done to it by plan.
@Suite struct ReplayTests {
  /// The inputs of a folder that belong to a target, by name.
  private static func inputs(_ folder: String, _ target: FuzzTarget) -> [String: [UInt8]] {
    let path = "Tests/Fuzz/\(folder)/\(target.rawValue)"
    var inputs: [String: [UInt8]] = [:]
    for name in (try? Checkout.names(in: path)) ?? [] {
      let file = Checkout.root.appending(path: "\(path)/\(name)")
      inputs["\(folder)/\(target.rawValue)/\(name)"] = (try? Data(contentsOf: file)).map(Array.init)
    }
    return inputs
  }

  @Test("every target has a corpus to start from")
  func corpus() {
    for target in FuzzTarget.allCases { #expect(!Self.inputs("Corpus", target).isEmpty) }
  }

  @Test("what broke a promise once, and the corpus, break none", arguments: FuzzTarget.allCases)
  func replay(_ target: FuzzTarget) {
    for folder in ["Regressions", "Corpus"] {
      for (name, bytes) in Self.inputs(folder, target) {
        #expect(target.faults(in: bytes) == [], "\(name)")
      }
    }
  }

  @Test("input cut at every byte breaks no promise", arguments: FuzzTarget.allCases)
  func cut(_ target: FuzzTarget) {
    for (name, bytes) in Self.inputs("Corpus", target) where bytes.count < 700 {
      for end in bytes.indices {
        #expect(target.faults(in: Array(bytes[..<end])) == [], "\(name), up to \(end)")
        #expect(target.faults(in: Array(bytes[end...])) == [], "\(name), from \(end)")
      }
    }
  }

  @Test("bytes changed, doubled and left out break no promise", arguments: FuzzTarget.allCases)
  func flipped(_ target: FuzzTarget) {
    var random = Xorshift(seed: 0x9E37_79B9)
    for (name, bytes) in Self.inputs("Corpus", target).sorted(by: { $0.key < $1.key }) {
      for round in 0..<60 {
        let damaged = random.damaged(bytes)
        #expect(target.faults(in: damaged) == [], "\(name), round \(round): \(damaged)")
      }
    }
  }

  @Test("tags in any order, never or wrongly closed, break no promise")
  func soup() throws {
    let words = try Checkout.text("Tests/Fuzz/html.dict").split(separator: "\n")
      .filter { $0.hasPrefix("\"") }.map { Self.unescaped($0.dropFirst().dropLast()) }
    #expect(words.count > 200)
    var random = Xorshift(seed: 0x2545_F491)
    for round in 0..<300 {
      var page: [UInt8] = []
      for _ in 0..<random.below(120) {
        page += words[random.below(words.count)]
        if random.below(3) == 0 { page += "Zoë said. ".utf8 }
      }
      let faults = FuzzTarget.cleaning.faults(in: page)
      #expect(faults == [], "round \(round): \(String(decoding: page, as: UTF8.self))")
    }
  }

  /// A word of a dictionary file: `\"`, `\\` and `\xNN` undone.
  private static func unescaped(_ word: Substring) -> [UInt8] {
    var out: [UInt8] = []
    var rest = Array(word.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == 0x5C, let next = rest.popFirst() else {
        out.append(byte)
        continue
      }
      if next == 0x78 {
        out.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      } else {
        out.append(next)
      }
    }
    return out
  }
}

/// Numbers that are the same in every run.
private struct Xorshift {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return limit == 0 ? 0 : Int(state % UInt64(limit))
  }

  /// Some bytes with up to eight of them changed, doubled or left out.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var out = bytes
    for _ in 0...below(8) where !out.isEmpty {
      let at = below(out.count)
      switch below(4) {
      case 0: out[at] = UInt8(below(256))
      case 1: out[at] ^= 1 << UInt8(below(8))
      case 2: out.insert(contentsOf: out[at..<min(out.count, at + 1 + below(40))], at: at)
      default: out.removeSubrange(at..<min(out.count, at + 1 + below(40)))
      }
    }
    return out
  }
}
