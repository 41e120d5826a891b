import DeskText
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Time grows with the size of the input and no faster, whatever is repeated in it.
@Suite struct GrowthTests {
  @Test(
    "what a page repeats takes no quadratic time",
    arguments: [
      "<svg><svg></svg>", "<template><template></template>", "<object><object></object>", "<!--",
      "<!-- -->", "<a x='", "<p a=1 ", "<b><p>", "</p>", "<li>", "&", "&amp", "<", "<![CDATA[",
      "<script></script>", "<textarea>", "<select><option>", "<a href=/x>Go</a>", "<h1>Most</h1>",
      "<span itemprop=author>x</span>", "<meta name=author content=x>", "<table><tr><td>", "“",
    ])
  func pages(_ part: String) throws {
    try expectLinearPages { count in
      "<p>\(HostileTests.first)</p><p>\(HostileTests.last)</p>"
        + String(repeating: part, count: count / 2)
    }
  }

  @Test("spaces in a style take no quadratic time")
  func style() throws {
    try expectLinearPages { count in
      "<p style='\(String(repeating: " ", count: 10 * count))'>\(HostileTests.first)</p><p>\(HostileTests.last)</p>"
    }
  }

  @Test(
    "what a text repeats takes no quadratic time",
    arguments: [
      "[", "[a](", "[a](b) ", "![", "*a ", "a-\n", "a,\n", "x\n", "x\n\n", "> ", "“", "- x\n",
      "http://x.org/a\n", "By Eva Nová\n",
    ])
  func texts(_ part: String) throws {
    try expectLinear { count in
      _ = try Cleaning.text(
        "\(HostileTests.first)\n\n\(HostileTests.last)\n\n"
          + String(repeating: part, count: count / 4))
    }
  }
}

/// Four times as much in a page may take at most nine times the processor time, and nothing of the
/// two sentences is lost.
func expectLinearPages(_ inside: (Int) -> String) throws {
  try expectLinear { count in
    let text = try Cleaning.page("<html><body>\(inside(count))</body></html>").text.string
    #expect(text.contains(HostileTests.first) && text.contains(HostileTests.last))
  }
}

/// Four times as much may take at most nine times the processor time, in the best of three: what else
/// the machine does can slow a run down, and what is quadratic takes sixteen times in each.
func expectLinear(_ run: (Int) throws -> Void) rethrows {
  func seconds(_ count: Int) throws -> Double {
    let start = processorTime()
    try run(count)
    return processorTime() - start
  }
  var times: [(small: Double, large: Double)] = []
  for _ in 0..<3 {
    times.append((try min(seconds(4_000), seconds(4_000)), try seconds(16_000)))
    // A few milliseconds tell nothing.
    if let last = times.last, last.large < max(0.1, 9 * last.small) { return }
  }
  Issue.record("seconds for 4,000 and 16,000: \(times)")
}

/// Seconds of processor time that this thread has used.
private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
