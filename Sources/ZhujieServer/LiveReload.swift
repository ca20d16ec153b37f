import ZhujieText

/// What the server adds to a page, so that it shows the next build by itself. The site's own policy forbids inline
/// scripts, so it is a file, at an address that no page of a site can have.
enum LiveReload {
  static let scriptPath = "/.zhujie/live.js"
  static let eventsPath = "/.zhujie/events"

  /// The page with the script before the end of its body. The version of the site goes along in the address, so that a
  /// page which was loaded just before a build still learns that it is old.
  static func injecting(into page: [UInt8], version: String) -> [UInt8] {
    let script = Array("<script src=\"\(scriptPath)?\(version)\" defer></script>".utf8)
    let end = lastIndex(of: Array("</body>".utf8), in: page) ?? page.count
    return page[..<end] + script + page[end...]
  }

  private static func lastIndex(of word: [UInt8], in page: [UInt8]) -> Int? {
    var i = page.count - word.count
    while i >= 0 {
      if page[i] == word[0], page[i..<(i + word.count)].elementsEqual(word) { return i }
      i -= 1
    }
    return nil
  }

  /// One event of a stream (HTML Standard 9.2.6); the data holds no line break.
  static func event(_ name: String, data: String) -> [UInt8] {
    Array("event: \(name)\ndata: \(data)\n\n".utf8)
  }

  /// Findings as JSON in one line.
  static func json(_ diagnostics: [Diagnostic]) -> String {
    "["
      + diagnostics.map { diagnostic in
        var place = diagnostic.location?.path.string ?? ""
        if let position = diagnostic.location?.position {
          place += ":\(position.line):\(position.column)"
        }
        let fields = [
          ("place", place), ("severity", diagnostic.severity.rawValue),
          ("code", diagnostic.code.name),
          ("message", diagnostic.message), ("excerpt", diagnostic.location?.excerpt ?? ""),
        ]
        return "{" + fields.map { "\(quoted($0)):\(quoted($1))" }.joined(separator: ",") + "}"
      }.joined(separator: ",") + "]"
  }

  private static func quoted(_ string: String) -> String {
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      // Control and direction characters of the input are shown, not obeyed; and no line may end here.
      case _
      where [.control, .format, .lineSeparator, .paragraphSeparator].contains(
        scalar.properties.generalCategory
      ):
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Keeps what the reader was looking at where it was, also when the page grew above it.
  static let script = #"""
    (() => {
      "use strict";
      const mine = new URL(document.currentScript.src).search.slice(1);
      const key = "zhujie:" + location.pathname;

      const remember = () => {
        const seen = [...document.querySelectorAll("[id]")].find((e) => e.getBoundingClientRect().bottom > 0);
        const place = { y: scrollY, id: seen ? seen.id : "", top: seen ? seen.getBoundingClientRect().top : 0 };
        try { sessionStorage.setItem(key, JSON.stringify(place)); } catch {}
      };
      const restore = () => {
        let place = null;
        try {
          place = JSON.parse(sessionStorage.getItem(key));
          sessionStorage.removeItem(key);
        } catch {}
        if (!place) return;
        const seen = place.id && document.getElementById(place.id);
        const y = seen ? scrollY + seen.getBoundingClientRect().top - place.top : place.y;
        scrollTo({ top: y, behavior: "instant" });
      };
      if (document.readyState === "complete") restore();
      else addEventListener("load", restore);

      let overlay = null;
      const hide = () => { if (overlay) { overlay.remove(); overlay = null; } };
      const show = (findings) => {
        hide();
        overlay = document.createElement("div");
        overlay.setAttribute("role", "alert");
        Object.assign(overlay.style, {
          position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", overflow: "auto", zIndex: "2147483647",
          padding: "1rem 1.5rem", background: "#2b1113", color: "#fff", borderTop: "4px solid #e5484d",
          font: "14px/1.5 ui-monospace, monospace", whiteSpace: "pre-wrap", overflowWrap: "anywhere"
        });
        for (const f of findings) {
          const line = document.createElement("p");
          line.style.margin = "0 0 .75rem";
          line.dir = "auto";
          line.textContent = (f.place ? f.place + ": " : "") + f.severity + ": " + f.message + " [" + f.code + "]"
            + (f.excerpt ? "\n    " + f.excerpt : "");
          overlay.append(line);
        }
        document.body.append(overlay);
      };

      const events = new EventSource("/.zhujie/events");
      events.addEventListener("site", (e) => {
        if (e.data !== mine) { remember(); location.reload(); } else { hide(); }
      });
      events.addEventListener("failure", (e) => show(JSON.parse(e.data)));
      addEventListener("pagehide", () => events.close());
    })();

    """#
}
