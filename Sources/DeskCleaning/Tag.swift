/// The elements that cleaning tells apart; all others are `other`.
enum Tag: UInt8, Sendable, CaseIterable {
  case other, text
  case html, head, body, title, meta, link, base
  case div, p, span, a, article, section, main, header, footer, nav, aside, figure, figcaption
  case h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, pre, table, tr, td, th, thead
  case tbody, tfoot, caption, br, hr, img, picture, video, audio, form, input, button, select
  case option, label, fieldset, address, time, b, i, em, strong, u, small, sup, sub, font, center
  case details, summary, dialog, menu, q, cite, code, abbr, script, style, svg, template, iframe
  case noscript, textarea, noembed, noframes, xmp, source, track, wbr, area, col, embed, param
  case object, canvas, math, mark, ins, del, s, strike, tt, kbd, bdi, bdo, acronym, big, nobr
  case dfn, samp, `var`

  /// For loops, which then need not ask each time whether it was made.
  static let byName = NameTable(
    allCases.filter { $0 != .other && $0 != .text }.map { ("\($0)", $0) })

  /// The names of all elements, by their number.
  static let names = allCases.map { Array("\($0)".utf8) }

  /// The element of a name.
  static func named(_ name: some Sequence<UInt8>) -> Tag { named(hash: NameHash.of(name)) }

  /// The element of a name that has this hash.
  @inline(__always)
  static func named(hash: UInt64) -> Tag { byName.value(hash) ?? .other }

  /// Whether the element ends the line it stands in.
  var isBlock: Bool {
    switch self {
    case .span, .a, .b, .i, .em, .strong, .u, .small, .sup, .sub, .font, .q, .cite, .code, .abbr,
      .time, .img, .text, .td, .th, .label, .br, .link, .meta, .picture, .mark, .ins, .del, .s,
      .strike,
      .tt, .kbd, .bdi, .bdo, .acronym, .big, .nobr, .dfn, .samp, .var:
      false
    default: true
    }
  }

  var isHeading: Bool { (Tag.h1.rawValue...Tag.h6.rawValue).contains(rawValue) }

  /// Whether the element is a paragraph, a list or a table's part: something that a text consists
  /// of, and no part of a page.
  var isPartOfText: Bool {
    switch self {
    case .p, .ol, .ul, .dl, .dt, .dd, .blockquote, .pre, .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Without content and end tag.
  var isVoid: Bool {
    switch self {
    case .br, .hr, .img, .meta, .link, .base, .input, .source, .track, .wbr, .area, .col, .embed,
      .param:
      true
    default: false
    }
  }

  /// Elements whose end tags people leave out, so that open ones can not be counted.
  var closesItself: Bool {
    switch self {
    case .p, .li, .dt, .dd, .tr, .td, .th, .thead, .tbody, .tfoot, .option: true
    default: false
    }
  }

  /// Content that is dropped before the parse.
  var isDropped: Bool {
    switch self {
    case .script, .style, .svg, .template, .iframe, .noscript, .textarea, .noembed, .noframes,
      .xmp, .canvas, .math, .object:
      true
    default: false
    }
  }
}
