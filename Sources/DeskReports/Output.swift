/// Bytes on their way to a file or a pipe.
public struct Output {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func write(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }
  public mutating func write(_ byte: UInt8) { bytes.append(byte) }
  public mutating func write(contentsOf more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Hands over what has been written and begins anew.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}
