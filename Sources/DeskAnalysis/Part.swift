public import DeskText

/// A stretch of a finding with a role of its own.
public struct Part: Hashable, Sendable {
  /// What a part is of its finding.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case cue, source, content
  }
  public var role: Role
  /// Of a source its type, where that is one of the program's.
  public private(set) var sourceType: SourceType?
  private var otherKind: String?
  /// From the first piece to the last.
  public private(set) var extent: Extent<Unit.Byte>
  /// None where the part is one piece, as nearly all are.
  private var interrupted: [Extent<Unit.Byte>] = []

  public init(role: Role, pieces: [Extent<Unit.Byte>], kind: String? = nil) {
    self.role = role
    extent = Self.extent(of: pieces)
    self.pieces = pieces
    self.kind = kind
  }

  /// A cue, or a source of one of the program's types.
  init(_ role: Role, _ piece: Extent<Unit.Byte>, type: SourceType? = nil) {
    self.role = role
    extent = piece
    sourceType = type
  }

  /// A content that is one piece.
  init(content piece: Extent<Unit.Byte>, form: String) {
    role = .content
    extent = piece
    otherKind = form
  }

  /// A content of some form, which is the name of no source's type.
  init(content pieces: [Extent<Unit.Byte>], form: String) {
    role = .content
    extent = Self.extent(of: pieces)
    self.pieces = pieces
    otherKind = form
  }

  /// In order; more than one where the part is interrupted.
  public var pieces: [Extent<Unit.Byte>] {
    get { interrupted.isEmpty ? [extent] : interrupted }
    set {
      extent = Self.extent(of: newValue)
      interrupted = newValue.count == 1 ? [] : newValue
    }
  }

  /// Whether it is more than one piece.
  public var isInterrupted: Bool { !interrupted.isEmpty }

  /// Of a source its type, of a content its form.
  public var kind: String? {
    get { sourceType?.rawValue ?? otherKind }
    set {
      sourceType = newValue.flatMap(SourceType.init)
      otherKind = sourceType == nil ? newValue : nil
    }
  }

  private static func extent(of pieces: [Extent<Unit.Byte>]) -> Extent<Unit.Byte> {
    precondition(!pieces.isEmpty, "a part stands somewhere")
    return pieces.dropFirst().reduce(pieces[0]) { $0.union($1) }
  }
}
