import Foundation

/// Objects to work with, each lent to one thread at a time and kept for the next.
///
/// Makes as many as threads work at once, and no more.
package final class Spares<Value: AnyObject>: @unchecked Sendable {
  private let lock = NSLock()
  private var spares: [Value] = []
  private let make: @Sendable () -> Value

  /// - Parameter make: makes an object where none is spare.
  package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// Calls `body` with an object that nobody else has meanwhile.
  package func lend<Result>(_ body: (Value) -> Result) -> Result {
    let value = lock.withLock { spares.popLast() } ?? make()
    defer { lock.withLock { spares.append(value) } }
    return body(value)
  }
}
