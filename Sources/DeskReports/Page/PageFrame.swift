/// What stands around the contents of every page: head, tools, panel, script.
enum PageFrame {
  static func writeHead(title: String, marks: [MarkKind], to output: inout Output) {
    output.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    output.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    // Whatever an article brings along, the page loads nothing from anywhere.
    output.write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
    output.write("style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n")
    output.write("<link rel=\"icon\" href=\"data:,\">\n<title>")
    output.writeEscaped(title)
    let further = marks.contains(.dictionary) ? PageStyle.dictionaryCSS : ""
    output.write("</title>\n<style>\n\(PageStyle.css)\n\(further)</style>\n</head>\n<body>\n")
    output.write("<a class=\"skip\" href=\"#main\">Skip to the contents</a>\n")
  }

  /// What stays at the top: the parts of the page, and which outlets and marks are shown.
  ///
  /// - Parameters:
  ///   - parts: their anchors and names.
  ///   - outlets: by their numbers; none where there is nothing to choose.
  ///   - marks: that stand on the page.
  ///   - output: takes the bar.
  static func writeBar(
    parts: [(anchor: String, name: String)], outlets: [String], marks: [MarkKind],
    to output: inout Output
  ) {
    output.write("<div class=\"bar\"><div class=\"wide\">\n")
    if !parts.isEmpty {
      output.write("<nav class=\"parts\" aria-label=\"Parts of this page\"><ul>")
      for (anchor, name) in parts {
        output.write("<li><a href=\"#\(anchor)\">\(HTML.escaped(name))</a></li>")
      }
      output.write("</ul></nav>\n")
    }
    // Hidden until the script is there to honour it.
    output.write("<details class=\"filter hidden\" id=\"filter\"><summary>Filter")
    output.write("<span id=\"filter-state\"></span></summary>\n<div class=\"tools\">\n")
    if outlets.count > 1 { writeOutlets(outlets, to: &output) }
    output.write("<fieldset><legend>Marks</legend><div class=\"choices\">\n")
    for kind in marks {
      output.write("<label><input type=\"checkbox\" checked data-kind=\"\(kind.rawValue)\">")
      output.write("<span class=\"k-\(kind.rawValue)\"><strong>\(kind.letter)</strong> ")
      output.writeEscaped(kind.meaning)
      output.write("</span></label>\n")
    }
    output.write("</div></fieldset>\n<div class=\"row\"><label class=\"choose\">Category ")
    output.write("<select id=\"category\"><option value=\"\">all</option></select></label>\n")
    output.write("<button type=\"button\" id=\"list\">List the findings</button>\n")
    output.write("<button type=\"button\" id=\"reset\">Show all again</button></div>\n")
    output.write("<p class=\"sr\" role=\"status\" id=\"filter-told\"></p></div></details>\n")
    output.write("</div></div>\n")
  }

  private static func writeOutlets(_ outlets: [String], to output: inout Output) {
    output.write("<fieldset><legend>Outlets</legend><div class=\"row\">")
    output.write("<button type=\"button\" data-all=\"1\">All</button>")
    output.write("<button type=\"button\" data-all=\"\">None</button></div>")
    output.write("<div class=\"choices\">\n")
    for (number, name) in outlets.enumerated() {
      output.write("<label><input type=\"checkbox\" checked data-for=\"\(number)\">")
      output.writeEscaped(name)
      output.write("</label>\n")
    }
    output.write("</div></fieldset>\n")
  }

  static func writePanel(to output: inout Output) {
    output.write("<aside id=\"panel\" class=\"hidden\" role=\"dialog\" aria-label=\"Findings\">")
    output.write("<button class=\"close\" type=\"button\">Close</button>")
    output.write("<div id=\"panel-body\" aria-live=\"polite\"></div></aside>\n")
  }

  static func writeEnd(to output: inout Output) {
    output.write("<script>\n\(PageScript.javascript)\n</script>\n</body>\n</html>\n")
  }
}
