/// A page's elements and texts in the order they stand in, flat: node `i` holds all nodes up to,
/// and without, its `end`.
struct PageTree {
  /// An element, or a run of text.
  struct Node {
    var tag: Tag
    var parent: Int32
    /// The first node after the subtree.
    var end: Int32
    /// A text's bytes, or an element's stretch of `attributes`.
    var low: Int32
    var high: Int32
  }

  enum Name: UInt8 {
    /// `class`, `role` and the data attributes that name a part of the page.
    case hint
    case id
    case href, itemprop, property, name, content, rel, datetime, hidden
  }

  struct Attribute {
    var name: Name
    var low: Int32
    var high: Int32
  }

  var nodes: [Node] = []
  var text: [UInt8] = []
  let attributes: [Attribute]
  /// The values of all attributes.
  let values: [UInt8]
  private var path: [Int32] = []

  /// A tree without nodes for a page of so many bytes, and of so many letters.
  init(_ attributes: PageAttributes, room: Int, letters: Int = 0) {
    self.attributes = attributes.list
    values = attributes.values
    nodes.reserveCapacity(room / 8)
    text.reserveCapacity(letters + letters / 8)
  }

  mutating func open(_ tag: Tag, _ attributes: Range<Int32>) {
    nodes.append(
      Node(
        tag: tag, parent: path.last ?? -1, end: -1, low: attributes.lowerBound,
        high: attributes.upperBound))
    path.append(Int32(nodes.count - 1))
  }

  mutating func close(_ tag: Tag) {
    guard let last = path.last else { return }
    guard nodes[Int(last)].tag == tag else {
      // libxml2 reports ends in order; this can only be an element it never opened.
      return
    }
    path.removeLast()
    nodes[Int(last)].end = Int32(nodes.count)
  }

  mutating func add(_ bytes: some Collection<UInt8>) {
    let low = Int32(text.count)
    text.append(contentsOf: bytes)
    let high = Int32(text.count)
    let parent = path.last ?? -1
    if let last = nodes.indices.last, nodes[last].tag == .text, nodes[last].parent == parent {
      nodes[last].high = high
      return
    }
    nodes.append(
      Node(tag: .text, parent: parent, end: Int32(nodes.count + 1), low: low, high: high))
  }

  /// Closes what is still open.
  mutating func finish() {
    while let last = path.popLast() { nodes[Int(last)].end = Int32(nodes.count) }
  }

  /// The value of an element's attribute, the first of its name.
  func value(_ node: Int, _ name: Name) -> ArraySlice<UInt8>? {
    guard nodes[node].tag != .text else { return nil }
    for index in Int(nodes[node].low)..<Int(nodes[node].high)
    where attributes[index].name == name {
      return values[Int(attributes[index].low)..<Int(attributes[index].high)]
    }
    return nil
  }

  func string(_ node: Int, _ name: Name) -> String? {
    value(node, name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// All text below a node, collapsed.
  func text(below node: Int) -> [UInt8] {
    var out: [UInt8] = []
    for index in node..<Int(nodes[node].end) {
      if nodes[index].tag == .text {
        out += text[Int(nodes[index].low)..<Int(nodes[index].high)]
      } else if nodes[index].tag.isBlock || nodes[index].tag == .br {
        out.append(0x20)
      }
    }
    return LineShape.collapsed(out)
  }
}
