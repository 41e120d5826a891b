/// How inputs are to be understood, where that is not left to a guess.
public struct InputOptions: Sendable {
  /// Columns named by the user, by what they hold.
  public var columns: [Field: String]
  /// Whether a record's text is taken as it is, so that positions in it stay valid.
  public var takesRawText: Bool
  /// The longest record in bytes that is held in memory; a longer one is rejected.
  public var recordLimit: Int
  /// Asked when a signal wakes a read; true ends the input.
  public var isInterrupted: @Sendable () -> Bool

  public init(
    columns: [Field: String] = [:], takesRawText: Bool = false, recordLimit: Int = 64 << 20,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.columns = columns
    self.takesRawText = takesRawText
    self.recordLimit = recordLimit
    self.isInterrupted = isInterrupted
  }
}
