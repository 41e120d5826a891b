import Foundation
import FuzzTargets

/// The target that the environment names; libFuzzer's arguments are all its own.
private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let known = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    fatalError("FUZZ_TARGET is none of: \(known)")
  }
  return target
}()

/// What libFuzzer calls with each input; a broken promise ends the process, as a crash does.
@_cdecl("copydesk_fuzz")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  if let fault = target.faults(in: input).first { fatalError(fault) }
  return 0
}
