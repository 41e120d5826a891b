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

/// The modules in the order of the flow.
///
/// Whoever imports `Copydesk` names them as well: it hands them on, and a build that does not know
/// so leaves stale code behind when a type in one of them changes.
let stages: [Target.Dependency] = [
  "DeskText", "DeskLexicons", "DeskDictionaries", "DeskIngest", "DeskCleaning", "DeskReading",
  "DeskAnalysis", "DeskComparison", "DeskReports", "DeskCoding",
]

/// A module of ours; it may name only modules above it in the flow, and names those whose types
/// only reach it too, for the same reason.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// Tests of a module; `data` are files beside them that tests read by their path, `more` what they
/// test beside the library.
func tests(_ name: String, data: [String] = [], more: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name, dependencies: ["Copydesk", "DeskTestSupport"] + stages + more, exclude: data,
    swiftSettings: settings)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")

let package = Package(
  name: "copydesk",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "Copydesk", targets: ["Copydesk"]),
    .executable(name: "copydesk", targets: ["CopydeskCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(name: "CMalloc"),
    .target(name: "CLexicons"),

    module("DeskText"),
    module("DeskLexicons", ["DeskText", "CLexicons"]),
    module("DeskDictionaries", ["DeskText", "DeskLexicons", "CLibXML2", yams]),
    module("DeskIngest", ["DeskText", "CZlib"]),
    module("DeskCleaning", ["DeskText", "DeskLexicons", "DeskIngest", "CLibXML2"]),
    module("DeskReading", ["DeskText"]),
    module("DeskAnalysis", ["DeskText", "DeskLexicons", "DeskReading"]),
    module("DeskComparison", ["DeskText", "DeskLexicons", "DeskReading", "DeskAnalysis", heap]),
    module(
      "DeskReports", ["DeskText", "DeskLexicons", "DeskReading", "DeskAnalysis", "DeskComparison"]),
    module(
      "DeskCoding",
      [
        "DeskText", "DeskLexicons", "DeskIngest", "DeskReading", "DeskAnalysis", "DeskComparison",
        "DeskReports",
      ]),
    module("Copydesk", stages),
    .executableTarget(
      name: "CopydeskCommand", dependencies: ["Copydesk", "CMalloc", argumentParser] + stages,
      swiftSettings: settings),
    .target(
      name: "DeskTestSupport", dependencies: ["Copydesk"] + stages, swiftSettings: settings),
    .executableTarget(
      name: "DeskBenchmarks",
      dependencies: ["Copydesk", "DeskTestSupport", argumentParser] + stages,
      swiftSettings: settings),

    tests("DeskTextTests"),
    tests("DeskLexiconsTests"),
    tests("DeskDictionariesTests", data: ["Cases", "reference.py"]),
    tests("DeskIngestTests"),
    tests("DeskCleaningTests", data: ["Pages"]),
    tests("DeskReadingTests", data: ["sentences.txt"]),
    tests("DeskAnalysisTests", data: ["sources.txt"]),
    tests("DeskComparisonTests"),
    tests("DeskReportsTests"),
    tests("DeskCodingTests", data: ["Codings"]),
    tests("CopydeskTests", data: ["Guides/entry.tsv", "Guides/causes.tsv"]),
    tests("CopydeskCommandTests", more: ["CopydeskCommand", argumentParser]),
    tests("ProjectTests"),
    // The fuzz targets on files instead of under libFuzzer; that is a package of its own in there.
    .testTarget(
      name: "FuzzTests", dependencies: ["Copydesk", "DeskTestSupport"] + stages,
      path: "Tests/Fuzz",
      exclude: [
        "Corpus", "Regressions", "Driver", "Entry", "Package.swift", "html.dict", "text.dict",
      ],
      sources: ["Targets", "Replay"], swiftSettings: settings),
  ]
)
