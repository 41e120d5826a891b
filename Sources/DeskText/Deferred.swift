import Foundation

/// A value that is made when it is first asked for, once, by whichever thread comes first.
///
/// A run reads some of the program's tables and not others; those that it does not need cost nothing
/// at its start.
public final class Deferred<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var made: Value?
  private var make: (@Sendable () -> Value)?

  /// - Parameter make: makes the value; is let go afterwards.
  public init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value.
  public var value: Value {
    lock.withLock {
      if let made { return made }
      guard let make else { preconditionFailure("a value is made from itself") }
      let value = make()
      made = value
      self.make = nil
      return value
    }
  }
}
