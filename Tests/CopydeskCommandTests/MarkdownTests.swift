import DeskTestSupport
import Foundation
import Testing

@Suite("Markdown of a page")
struct MarkdownTests {
  private static let page = #"""
    <html lang="en"><head><title>T</title><base href="https://x.org/a/"><meta property="og:title" content='A "big" day for <b>Ærø</b>'></head><body><article><h1>A "big" day for Ærø</h1>
    <p>The council said on <a href="/b?x=(1)">Monday, a <em>cold</em> day</a>, that the river had <strong>risen</strong> again, and *that* people should stay <i>at home</i> until 3 < 4. It is not known when they will open again, said the mayor of the town.</p>
    <h2>What <a href="c.html">next</a>?</h2>
    <p>1990. It was the year of the flood, and nobody in the old town has forgotten it since then, whatever the council says.</p>
    <ul><li>First thing is this one here.<ul><li>Nested thing is here too.</li><li>And another nested one.</li></ul></li><li>Second thing is this.</li></ul>
    <ol><li>One is the first step.</li><li><p>Two is the second step.</p><p>More about two, told in full.</p></li></ol>
    <blockquote><p>We waited three winters, and nobody told us what was going on in the town hall.</p><p>Second quoted paragraph of the same voice, which is long enough to stand.</p></blockquote>
    <pre><code>let a = 1

    if a &lt; 2 { print("`") }</code></pre>
    <p>The numbers of the flood were told on Tuesday, and the table below shows what the council has counted so far.</p>
    <table><tr><th>Place</th><th>Houses</th></tr><tr><td>Old | town</td><td>12</td></tr><tr><td>Harbour</td><td>3</td></tr></table>
    <p>The council will meet again on Friday, when the water should be gone, said the mayor, who did not take questions.</p>
    </article></body></html>
    """#

  private static let expected = #"""
    ---
    title: "A \"big\" day for Ærø"
    language: en
    ---

    # A "big" day for Ærø

    The council said on [Monday, a *cold* day](<https://x.org/b?x=(1)>), that the river had **risen** again, and \*that\* people should stay *at home* until 3 &lt; 4. It is not known when they will open again, said the mayor of the town.

    ## What [next](https://x.org/a/c.html)?

    1990\. It was the year of the flood, and nobody in the old town has forgotten it since then, whatever the council says.

    - First thing is this one here.
      - Nested thing is here too.
      - And another nested one.
    - Second thing is this.

    1. One is the first step.
    2. Two is the second step.

       More about two, told in full.

    > We waited three winters, and nobody told us what was going on in the town hall.
    >
    > Second quoted paragraph of the same voice, which is long enough to stand.

    ```
    let a = 1

    if a < 2 { print("`") }
    ```

    The numbers of the flood were told on Tuesday, and the table below shows what the council has counted so far.

    | Place | Houses |
    | --- | --- |
    | Old \| town | 12 |
    | Harbour | 3 |

    The council will meet again on Friday, when the water should be gone, said the mayor, who did not take questions.


    """#

  @Test("headings, lists, quotations, links, emphasis, code and tables are as on the page")
  func golden() throws {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-markdown-\(UUID().uuidString).html")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(Self.page.utf8).write(to: file)
    let run = try ProgramRun(["clean", file.path(), "--format", "markdown"])
    #expect(run.status == 0)
    #expect(run.output == Self.expected)
  }
}
