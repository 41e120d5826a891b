// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "TenLines",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(name: "copydesk", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "TenLines", dependencies: [.product(name: "Copydesk", package: "copydesk")])
  ]
)
