// swift-tools-version: 6.1
import PackageDescription

// The fuzz targets under libFuzzer, for `make fuzz`. A package of its own, since what libFuzzer needs
// (its own `main`, a sanitizer on all code) must not reach those who build copydesk. The same
// targets are replayed on `Regressions/` and `Corpus/` by `swift test` in the main package.
let package = Package(
  name: "copydesk-fuzz",
  platforms: [.macOS(.v14)],
  dependencies: [.package(name: "copydesk", path: "../..")],
  targets: [
    .target(
      name: "FuzzTargets", dependencies: [.product(name: "Copydesk", package: "copydesk")],
      path: "Targets"),
    .target(name: "FuzzEntry", dependencies: ["FuzzTargets"], path: "Entry"),
    .executableTarget(name: "fuzz", dependencies: ["FuzzEntry"], path: "Driver"),
  ]
)
