public import Foundation

/// One run of a program as a process: what it wrote and how it ended.
public struct ProgramRun: Sendable {
  public var output: String
  public var errors: String
  public var status: Int32

  /// The program `copydesk` of the build that the tests belong to.
  public static var copydesk: URL {
    // The test bundle lies in the same folder of products.
    var folder = Bundle.main.bundleURL
    for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
      folder = bundle.bundleURL.deletingLastPathComponent()
    }
    let candidates = [
      folder, URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent(),
      Checkout.root.appending(path: ".build/debug"),
    ]
    return candidates.map { $0.appending(path: "copydesk") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path()) }
      ?? Checkout.root.appending(path: ".build/debug/copydesk")
  }

  /// Runs a program to its end, from the project's folder, with files in place of pipes so that no
  /// amount of output can block it.
  public init(
    _ arguments: [String], program: URL = copydesk, input: Data = Data(),
    environment: [String: String]? = nil, folder: URL = Checkout.root
  ) throws {
    let scratch = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    func file(_ name: String, _ data: Data = Data()) throws -> URL {
      let url = scratch.appending(path: name)
      try data.write(to: url)
      return url
    }
    let (standardInput, standardOutput, standardError) = (
      try file("in", input), try file("out"), try file("err")
    )
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = try FileHandle(forReadingFrom: standardInput)
    process.standardOutput = try FileHandle(forWritingTo: standardOutput)
    process.standardError = try FileHandle(forWritingTo: standardError)
    try process.run()
    process.waitUntilExit()
    output = String(decoding: try Data(contentsOf: standardOutput), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: standardError), as: UTF8.self)
    status = process.terminationStatus
  }
}
