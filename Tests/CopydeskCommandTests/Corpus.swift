import Foundation

/// A folder of made-up inputs, gone after the test.
struct Corpus: ~Copyable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-corpus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: folder.appending(path: name))
    return path(name)
  }

  /// A CSV of articles that differ from each other, one in `brokenEvery` broken.
  func table(_ name: String, articles: Int, brokenEvery: Int = .max) throws -> String {
    let sentences = [
      "The minister said the plan could fail.", "Zoë’s aide reportedly left on Friday.",
      "“We will not wait,” he said.", "Officials confirmed that 30 fighters were killed.",
      "It may rain, according to the café’s owner.", "The regime’s brutal raid shocked villagers.",
    ]
    var text = "id,outlet,ort,text\n"
    for number in 0..<articles {
      if number % brokenEvery == brokenEvery - 1 {
        text += "\(number),too few\n"
        continue
      }
      text += "\(number),Outlet \(number % 7),Süd \(number),\""
      for sentence in 0..<(3 + number % 40) {
        text +=
          sentences[(number * 7 + sentence * (number % 5 + 1)) % 6]
          + (sentence % 5 == 4 ? "\n\n" : " ")
      }
      text += "\"\n"
    }
    return try write(name, text)
  }
}
