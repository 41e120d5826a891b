// swift-tools-version: 6.1
import PackageDescription

// Warnings are errors in our own builds. A package that depends on copydesk is checked out below
// its own `.build/checkouts`; there a newer compiler's warning must not stop it, and SwiftPM
// refuses unsafe flags anyway.
let isDependency = Context.packageDirectory.contains("/checkouts/")
let strict: [SwiftSetting] =
  isDependency
  ? [] : [.unsafeFlags(["-warnings-as-errors"])]

let settings: [SwiftSetting] =
  strict + [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]

/// A module of ours; it may name only modules above it in the flow.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// Tests of a module; `data` are files beside them that tests read by their path.
func tests(_ name: String, _ dependencies: [Target.Dependency], data: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["DeskTestSupport"], exclude: data,
    swiftSettings: settings)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "copydesk",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "Copydesk", targets: ["Copydesk"]),
    .executable(name: "copydesk", targets: ["CopydeskCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CLexicons"),

    module("DeskText"),
    module("DeskLexicons", ["DeskText", "CLexicons"]),
    module("DeskIngest", ["DeskText", "CZlib"]),
    module("DeskCleaning", ["DeskText", "DeskLexicons", "DeskIngest", "CLibXML2"]),
    module("DeskReading", ["DeskText"]),
    module("DeskAnalysis", ["DeskText", "DeskLexicons", "DeskReading"]),
    module("DeskComparison", ["DeskText", "DeskLexicons", "DeskAnalysis"]),
    module(
      "DeskReports", ["DeskText", "DeskLexicons", "DeskReading", "DeskAnalysis", "DeskComparison"]),
    module(
      "Copydesk",
      [
        "DeskText", "DeskLexicons", "DeskIngest", "DeskCleaning", "DeskReading", "DeskAnalysis",
        "DeskComparison", "DeskReports",
      ]),
    .executableTarget(
      name: "CopydeskCommand", dependencies: ["Copydesk", argumentParser],
      swiftSettings: settings),
    .target(
      name: "DeskTestSupport", dependencies: ["Copydesk"], swiftSettings: settings),

    tests("DeskTextTests", ["DeskText"]),
    tests("DeskLexiconsTests", ["DeskLexicons", "DeskText"]),
    tests("DeskIngestTests", ["DeskIngest"]),
    tests("DeskCleaningTests", ["DeskCleaning"], data: ["Pages"]),
    tests("DeskReadingTests", ["DeskReading", "DeskText"], data: ["sentences.txt"]),
    tests("DeskAnalysisTests", ["DeskAnalysis"]),
    tests("DeskComparisonTests", ["DeskComparison"]),
    tests("DeskReportsTests", ["DeskReports"]),
    tests("CopydeskTests", ["Copydesk"]),
    tests("CopydeskCommandTests", ["Copydesk"]),
    tests("ProjectTests", ["Copydesk"]),
  ]
)
