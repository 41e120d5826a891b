import DeskText
import Foundation

/// A JSON file of any shape, for formats that are no line of ours.
struct JSONValue {
  private let value: Any

  /// - Throws: a reject that says what is wrong with it.
  init(_ file: AnnotationFile) throws(Reject) {
    do {
      value = try JSONSerialization.jsonObject(with: Data(file.bytes), options: .fragmentsAllowed)
    } catch {
      let told = (error as NSError).userInfo["NSDebugDescription"] as? String
      throw file.reject("no sound JSON\(told.map { ": \($0)" } ?? "")")
    }
  }

  private init(_ value: Any) { self.value = value }

  /// A member of an object; nil for `null` too.
  subscript(_ key: String) -> JSONValue? {
    guard let member = (value as? [String: Any])?[key], !(member is NSNull) else { return nil }
    return JSONValue(member)
  }

  var list: [JSONValue]? { (value as? [Any])?.map { JSONValue($0) } }
  var keys: [String]? { (value as? [String: Any])?.keys.sorted() }
  var string: String? { value as? String }
  var integer: Int? { value as? Int }
  var bool: Bool? { value as? Bool }
  /// A string, or a whole number in digits: what ids are.
  var name: String? { string ?? integer.map { "\($0)" } }
}
