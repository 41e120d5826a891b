import DeskTestSupport
import Foundation
import Testing

/// `make needs` on machines that lack something, played with programs of our own in `PATH`.
@Suite struct MakefileTests {
  /// Runs `make needs` where only these programs, given as shell scripts, can be found.
  private func needs(_ programs: [String: String]) throws -> ProgramRun {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-path-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let real = ["sed", "head", "make", "sh"]
    for name in real {
      guard
        let path = ["/usr/bin", "/bin"].map({ "\($0)/\(name)" }).first(where: {
          FileManager.default.isExecutableFile(atPath: $0)
        })
      else { continue }
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: name).path(), withDestinationPath: path)
    }
    for (name, script) in programs {
      let file = folder.appending(path: name)
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: file.path())
    }
    return try ProgramRun(
      ["--silent", "needs"], program: folder.appending(path: "make"),
      environment: ["PATH": folder.path()])
  }

  private let swift = "echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'"

  @Test("with everything there it says nothing")
  func complete() throws {
    let run = try needs(["swift": swift, "pkg-config": "exit 0", "uname": "echo Linux"])
    #expect(run.status == 0)
    #expect(run.output + run.errors == "")
  }

  @Test("without Swift, or with an old one, it says what to install")
  func compiler() throws {
    let none = try needs(["uname": "echo Linux"])
    #expect(none.status != 0)
    #expect(none.errors.contains("no Swift here; install a Swift toolchain, 6.1 or later"))
    let old = try needs([
      "swift": "echo 'Swift version 5.10.1 (x)'", "pkg-config": "exit 0", "uname": "echo Linux",
    ])
    #expect(old.status != 0)
    #expect(old.errors.contains("this is Swift 5.10; it needs 6.1 or later"))
  }

  @Test("where it may install packages, it does, and says which")
  func installs() throws {
    let run = try needs([
      "swift": swift, "pkg-config": "exit 1", "uname": "echo Linux", "id": "echo 0",
      "apt-get": "echo \"ran apt-get $*\" >&2",
    ])
    #expect(run.status == 0)
    #expect(run.output.contains("installing libxml2-dev zlib1g-dev pkg-config"))
    #expect(run.errors.contains("install -y -qq libxml2-dev zlib1g-dev pkg-config"))
  }

  @Test("where it may not, it says the command that would")
  func rights() throws {
    let run = try needs([
      "swift": swift, "uname": "echo Linux", "id": "echo 1000", "apt-get": "exit 100",
      "sudo": "exit 1",
    ])
    #expect(run.status != 0)
    #expect(
      run.errors.contains("run: sudo apt-get install libxml2-dev zlib1g-dev pkg-config"))
  }

  @Test("on macOS it names Homebrew's packages")
  func macOS() throws {
    let run = try needs(["swift": swift, "uname": "echo Darwin"])
    #expect(run.status != 0)
    #expect(run.errors.contains("brew install libxml2 zlib pkg-config"))
  }

  @Test("install puts program, manual and completions in place, and uninstall takes them away")
  func installation() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-install-\(UUID().uuidString)")
    let built = folder.appending(path: "built")
    let programs = folder.appending(path: "programs")
    for made in [built, programs] {
      try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let scripts = [
      programs.appending(path: "swift"): """
      case "$*" in
        --version) echo 'Swift version 6.3.1';;
        *--show-bin-path*) echo '\(built.path())';;
      esac
      """, programs.appending(path: "pkg-config"): "exit 0",
      built.appending(path: "copydesk"): "echo \"completions for $2\"",
      built.appending(path: "generate-manual-tool"):
        "while [ \"$1\" != -o ]; do shift; done; echo manual >\"$2/copydesk.1\"",
    ]
    for (file, script) in scripts {
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path())
    }
    func make(_ target: String) throws -> [String] {
      let run = try ProgramRun(
        [
          "--silent", target, "PREFIX=/opt/desk", "DESTDIR=\(folder.path())/root",
          "STAGE=\(folder.path())/stage",
        ], program: URL(filePath: "/usr/bin/make"),
        environment: ["PATH": programs.path() + ":/usr/bin:/bin"], folder: Checkout.root)
      #expect(run.status == 0, "\(run.errors)")
      let root = folder.appending(path: "root/opt/desk")
      let found = FileManager.default.enumerator(atPath: root.path())?.allObjects as? [String]
      return (found ?? []).filter {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(
          atPath: root.appending(path: $0).path(), isDirectory: &isFolder)
        return !isFolder.boolValue
      }.sorted()
    }
    #expect(
      try make("install") == [
        "bin/copydesk", "share/bash-completion/completions/copydesk",
        "share/doc/copydesk/CHANGELOG.md", "share/doc/copydesk/LICENSE",
        "share/doc/copydesk/README.md", "share/fish/vendor_completions.d/copydesk.fish",
        "share/man/man1/copydesk.1", "share/zsh/site-functions/_copydesk",
      ])
    let installed = folder.appending(path: "root/opt/desk")
    #expect(
      FileManager.default.isExecutableFile(atPath: installed.appending(path: "bin/copydesk").path())
    )
    let zsh = try String(
      contentsOf: installed.appending(path: "share/zsh/site-functions/_copydesk"), encoding: .utf8)
    #expect(zsh == "completions for zsh\n")
    #expect(try make("uninstall").isEmpty)
  }
}
