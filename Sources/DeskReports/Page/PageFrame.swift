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

  /// Which outlets and which marks are shown; hidden until the script is there to honour them.
  static func writeTools(outlets: [String], marks: [MarkKind], to output: inout Output) {
    output.write("<div class=\"tools hidden\">\n")
    if outlets.count > 1 {
      output.write("<fieldset><legend>Outlets</legend><div class=\"choices\">\n")
      for (number, name) in outlets.enumerated() {
        output.write("<label><input type=\"checkbox\" checked data-outlet=\"\(number)\">")
        output.writeEscaped(name)
        output.write("</label>\n")
      }
      output.write("</div></fieldset>\n")
    }
    output.write("<fieldset><legend>Marks</legend><div class=\"choices\">\n")
    for kind in marks {
      output.write("<label><input type=\"checkbox\" checked data-kind=\"\(kind.rawValue)\">")
      output.write("<span class=\"k-\(kind.rawValue)\"><strong>\(kind.letter)</strong> ")
      output.writeEscaped(kind.meaning)
      output.write("</span></label>\n")
    }
    output.write("</div></fieldset>\n</div>\n")
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
