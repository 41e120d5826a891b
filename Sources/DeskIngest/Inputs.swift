public import DeskText

/// The inputs of one run, read one after the other as a stream of documents.
///
/// Holds one record at a time, the names in the folder being read, and its manifest.
public struct Inputs: Sendable {
  /// Files, folders and `-`, as the user named them.
  public let arguments: [String]
  public let options: InputOptions

  /// File names that more than one argument has; their documents go by the whole path.
  private let ambiguousNames: Set<String>

  /// - Parameters:
  ///   - arguments: files, folders and `-` for standard input, in the order in which to read them.
  ///   - options: how inputs are to be understood.
  public init(_ arguments: [String], options: InputOptions = InputOptions()) {
    self.arguments = arguments
    self.options = options
    var seen: Set<String> = []
    var twice: Set<String> = []
    for argument in arguments where !seen.insert(fileName(argument)).inserted {
      twice.insert(fileName(argument))
    }
    ambiguousNames = twice
  }

  /// Hands over every document, or why there is none, in order, until `body` returns false.
  ///
  /// - Parameters:
  ///   - counter: adds up the bytes that were read.
  ///   - body: takes the next document or reject.
  /// - Returns: the arguments that gave rejects and no document.
  @discardableResult
  public func read(
    counting counter: ByteCounter? = nil, _ body: (Result<Document, Reject>) -> Bool
  ) -> [String] {
    var unread: [String] = []
    var goesOn = true
    for argument in arguments where goesOn {
      var documents = 0
      var rejects = 0
      withoutActuallyEscaping(body) { body in
        let pass = Pass(options: options, counter: counter) { result in
          switch result {
          case .success: documents += 1
          case .failure: rejects += 1
          }
          goesOn = goesOn && body(result)
          return goesOn
        }
        read(argument, pass)
      }
      if documents == 0, rejects > 0 { unread.append(argument) }
    }
    return unread
  }

  private func read(_ argument: String, _ pass: borrowing Pass) {
    guard argument != "-", let kind = FileKind(argument) else {
      pass.read(path: argument, input: argument, id: argument, manifest: nil)
      return
    }
    switch kind {
    case .folder: readFolder(argument, pass)
    case .file:
      if Manifest.isManifest(argument) {
        if arguments.count == 1 {
          pass.reject(argument, "a manifest of other files; name its folder instead")
        }
        return
      }
      let name = fileName(argument)
      let folder = argument.hasSuffix(name) ? String(argument.dropLast(name.count)) : ""
      pass.read(
        path: argument, input: argument, id: ambiguousNames.contains(name) ? argument : name,
        manifest: pass.manifest(ofFolder: folder.isEmpty ? "." : folder).map { ($0, name) })
    }
  }

  private func readFolder(_ argument: String, _ pass: borrowing Pass) {
    guard names(inFolder: argument) != nil else {
      pass.reject(argument, "a folder that is not readable; check its permissions")
      return
    }
    let manifest = pass.manifest(ofFolder: argument)
    let isOneOfSeveral = arguments.count { FileKind($0) == .folder } > 1
    var isEmpty = true
    var inner: (folder: String, manifest: Manifest?)?
    _ = walk(argument) { path, place in
      isEmpty = false
      // The manifest of the folder that was named; the one of the file's own folder otherwise.
      var source = manifest.map { ($0, place) }
      if place.contains("/") {
        let folder = String(path.dropLast(fileName(path).count))
        if inner?.folder != folder { inner = (folder, pass.manifest(ofFolder: folder)) }
        if let own = inner?.manifest { source = (own, fileName(path)) }
      }
      return pass.read(
        path: path, input: path, id: isOneOfSeveral ? path : place, manifest: source)
    }
    if isEmpty {
      let known = inputFormats.flatMap { $0.fileExtensions.prefix(1) }.map { "." + $0 }
      pass.reject(
        argument, "no article in this folder; files end in \(known.joined(separator: ", "))")
    }
  }
}

/// One walk over an argument: opens files and hands their documents on.
private struct Pass: ~Copyable {
  let options: InputOptions
  let counter: ByteCounter?
  let body: (Result<Document, Reject>) -> Bool

  func reject(_ input: String, _ reason: String) {
    _ = body(.failure(Reject(origin: Origin(input: input), reason: reason)))
  }

  func manifest(ofFolder folder: String) -> Manifest? {
    do throws(Reject) {
      return try Manifest(folder: folder)
    } catch {
      _ = body(.failure(error))
      return nil
    }
  }

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - path: where it lies.
  ///   - input: what to call it in messages.
  ///   - id: the id of its document, if it holds a single one.
  ///   - manifest: what may say more of it, and the file's name there.
  /// - Returns: false when nothing more is wanted.
  @discardableResult
  func read(path: String, input: String, id: String, manifest: (Manifest, file: String)?) -> Bool {
    do throws(Reject) {
      var source = try ByteSource(
        path: path, input: input, counter: counter, isInterrupted: options.isInterrupted)
      guard source.unread > 0 else {
        return body(
          .failure(
            Reject(
              origin: Origin(input: input), reason: source.fault ?? "empty; nothing to read")))
      }
      let type = inputFormat(ofFile: path) ?? inputFormat(ofBytes: source, options: options)
      if type.holdsMany, type.isText, source.withUnread({ looksBinary(Array($0.prefix(8_192))) }) {
        return body(
          .failure(
            Reject(
              origin: Origin(input: input),
              reason: "a binary file, not \(type.name) in UTF-8; save it as such")))
      }
      var goesOn = true
      type.init(options).read(&source) { result in
        if type.holdsMany, manifest == nil {
          goesOn = body(result)
          return goesOn
        }
        goesOn = body(
          result.map { document in
            var document = document
            if !type.holdsMany, document.id == fileName(input) { document.id = id }
            if let manifest { manifest.0.fill(&document, file: manifest.file) }
            return document
          })
        return goesOn
      }
      if goesOn, let fault = source.fault {
        goesOn = body(.failure(Reject(origin: Origin(input: input), reason: fault)))
      }
      return goesOn
    } catch {
      return body(.failure(error))
    }
  }
}

extension Inputs {
  /// The names of the columns that are carried through, those of the first document first.
  ///
  /// Looks into the head of every table and manifest among the inputs, standard input aside.
  public func columns(beginningWith first: Document) -> [String] {
    var names = first.columns.map(\.name)
    var known = Set(names)
    func add(_ more: [Column]) {
      for column in more where known.insert(column.name).inserted { names.append(column.name) }
    }
    func look(_ path: String) {
      guard let type = inputFormat(ofFile: path), type.holdsMany, path != first.origin.input,
        var source = try? ByteSource(path: path)
      else { return }
      type.init(options).read(&source) { result in
        if case .success(let document) = result { add(document.columns) }
        return false
      }
    }
    for argument in arguments where argument != "-" {
      if FileKind(argument) == .folder {
        if let manifest = try? Manifest(folder: argument) { add(manifest.ownColumns) }
        _ = walk(argument) { path, _ in
          look(path)
          return true
        }
      } else {
        look(argument)
      }
    }
    return names
  }
}
