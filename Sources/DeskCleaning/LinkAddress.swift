import Foundation

extension PageLayout {
  /// An address as it is meant on a page of another one; nil for scripts and places on the page.
  static func absolute(_ address: String, base: String?) -> String? {
    let bare = address.trimmingCharacters(in: .whitespacesAndNewlines)
    let folded = bare.lowercased()
    guard !bare.isEmpty, !bare.hasPrefix("#"), !folded.hasPrefix("javascript:"),
      !folded.hasPrefix("data:")
    else { return nil }
    if folded.hasPrefix("http://") || folded.hasPrefix("https://") || folded.hasPrefix("mailto:") {
      return bare
    }
    guard let base = base.flatMap(URL.init(string:)) else { return bare }
    return URL(string: bare, relativeTo: base)?.absoluteString ?? bare
  }
}
