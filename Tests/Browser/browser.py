#!/usr/bin/env python3
"""Opens the reports in headless Chromium: errors, network, accessibility, filters, links, keys, widths, print.

    make browser-test
    python3 Tests/Browser/browser.py [--shots FOLDER] [--only seeds] [--articles 10000]

Needs the packages of requirements.txt and a Chromium of the system (CHROMIUM names another one). Where one
of them is missing it says so and ends with 0. Every check prints a line; one that fails ends the run with 1.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(pathlib.Path(__file__).parent))

WIDTHS = [360, 500, 768, 1280, 1920]
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
MOST_BYTES = 5_000_000


def missing():
    """What is not here, in words; None where all is."""
    try:
        import playwright.sync_api  # noqa: F401
        import axe_playwright_python.sync_playwright  # noqa: F401
    except ImportError as error:
        return f"the Python package {error.name} is missing; pip install -r Tests/Browser/requirements.txt"
    if not browser():
        return "no Chromium here; install the system's chromium, or name one in CHROMIUM"
    if not program():
        return "no release build here; run make build"
    return None


def browser():
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)


def program():
    named = os.environ.get("COPYDESK", str(ROOT / ".build/release/copydesk"))
    return named if os.access(named, os.X_OK) else None


class Checks:
    """What was looked at on one page, and whether it held."""

    def __init__(self):
        self.failures = 0

    def check(self, what, holds, detail=""):
        print(f"  {'ok  ' if holds else 'FAIL'} {what}" + (f": {detail}" if detail and not holds else ""))
        self.failures += 0 if holds else 1


class Page:
    """A report in the browser, with what it complains of and asks for."""

    def __init__(self, chromium, path, width=1280, scheme="light", script=True):
        self.context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script,
            reduced_motion="reduce")
        self.tab = self.context.new_page()
        self.errors, self.asked = [], []
        self.tab.on("console", lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None)
        self.tab.on("pageerror", lambda error: self.errors.append(str(error)))
        self.tab.on("request", lambda r: self.asked.append(r.url) if not r.url.startswith(("file:", "data:")) else None)
        start = time.perf_counter()
        self.tab.goto(path.as_uri(), wait_until="load")
        self.tab.evaluate("1") if script else None
        self.seconds = time.perf_counter() - start

    def __enter__(self):
        return self.tab, self

    def __exit__(self, *_):
        self.context.close()


def accessibility(tab):
    """What axe finds of level A and AA, with the number of places."""
    from axe_playwright_python.sync_playwright import Axe
    result = Axe().run(tab, options={"runOnly": {"type": "tag", "values": LEVELS}, "resultTypes": ["violations"]})
    return [
        f"{v['id']} ({len(v['nodes'])}), as at {v['nodes'][0]['target']}: {v['nodes'][0]['failureSummary']}"
        for v in result.response["violations"]]


# Every link inside the page must lead somewhere on it.
LOST = """() => Array.from(document.querySelectorAll('a[href]')).map(a => a.getAttribute('href'))
  .filter(h => !h.startsWith('#') || !document.getElementById(h.slice(1))).slice(0, 5)"""
TWICE = """() => { const seen = new Set(); return Array.from(document.querySelectorAll('[id]')).map(e => e.id)
  .filter(id => seen.size === seen.add(id).size).slice(0, 5) }"""
WIDER = """() => { const w = document.documentElement.clientWidth; return document.documentElement.scrollWidth > w + 1
  ? Array.from(document.querySelectorAll('main *, header *, .bar *')).filter(e => e.getBoundingClientRect().right > w + 1
    && !e.closest('.scroll, nav, .sr')).slice(0, 3).map(e => e.tagName + '.' + e.className) : [] }"""


def look(chromium, path, checks):
    size = path.stat().st_size
    with Page(chromium, path) as (tab, page):
        tab.wait_for_timeout(200)
        print(f"  {size:,} bytes, {tab.evaluate('document.querySelectorAll(`*`).length'):,} elements, "
              f"{tab.evaluate('document.querySelectorAll(`article`).length')} articles; open and ready after "
              f"{page.seconds:.2f} s")
        checks.check("under 5 MB", size < MOST_BYTES)
        checks.check("no console error", not page.errors, page.errors[:3])
        checks.check("no network request", not page.asked, page.asked[:3])
        checks.check("every link leads to a place on the page", not tab.evaluate(LOST), tab.evaluate(LOST))
        checks.check("every name is there once", not tab.evaluate(TWICE), tab.evaluate(TWICE))
        numbers(tab, checks)
        filters(tab, checks)
        checks.check("still no console error", not page.errors, page.errors[:3])
    with Page(chromium, path) as (tab, page):
        keys(tab, checks)
    for scheme in ["light", "dark"]:
        with Page(chromium, path, scheme=scheme) as (tab, page):
            found = accessibility(tab)
            checks.check(f"axe finds nothing of level A or AA, {scheme}", not found, found[:3])
            tab.locator(".m[tabindex]").first.click()
            tab.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
            found = accessibility(tab)
            checks.check(f"nor with panel and folded parts open, {scheme}", not found, found[:3])
            tab.locator("#filter > summary").click()
            found = accessibility(tab)
            checks.check(f"nor with the filter open, {scheme}", not found, found[:3])
    for width in WIDTHS:
        with Page(chromium, path, width=width) as (tab, page):
            checks.check(f"no sideways scrolling at {width} px", not tab.evaluate(WIDER), tab.evaluate(WIDER))
            if width == WIDTHS[0]:
                found = accessibility(tab)
                checks.check(f"axe finds nothing at {width} px", not found, found[:3])
    with Page(chromium, path, script=False) as (tab, page):
        checks.check("without script the text is there and the filter is not",
                     tab.locator("article .body").first.is_visible() and not tab.locator("#filter").is_visible())
    with Page(chromium, path) as (tab, page):
        start = time.perf_counter()
        pdf = tab.pdf(format="A4")
        checks.check("it prints to PDF", pdf.startswith(b"%PDF") and len(pdf) > 20_000, len(pdf))
        print(f"  printed: {len(pdf):,} bytes, {pdf.count(b'/Type /Page') - pdf.count(b'/Type /Pages')} pages, "
              f"{time.perf_counter() - start:.1f} s")


def numbers(tab, checks):
    """Each kind of number opens its findings, and these lead into the articles."""
    kinds = {
        "a count": "main a.n[data-m]", "a label": "a.n[data-l]", "a fact": "a.n[data-n]:not([data-o])",
        "a telling": "a.n[data-n][data-o]", "reuse": "td a.n[data-from]", "a source": "a.n[data-s]",
        "a word": "a.n[data-t]",
    }
    for name, selector in kinds.items():
        links = tab.locator(selector)
        if not links.count():
            print(f"  --   {name}: none on this page")
            continue
        opened, listed = 0, 0
        for number in range(min(links.count(), 25)):
            links.nth(number).evaluate("a => { for (let d = a.closest('details'); d; d = null) d.open = true; a.click() }")
            opened += tab.locator("#panel").is_visible()
            listed += tab.locator("#panel li, #panel-body p").count() > 1
        checks.check(f"{name} opens what stands behind it", opened == listed == min(links.count(), 25), (opened, listed))
    total, wrong = tab.evaluate("""() => {
      let total = 0, wrong = [];
      const sampled = JSON.parse(document.getElementById('data').textContent).sampled;
      if (!sampled) document.querySelectorAll('td a.n[data-m]').forEach(a => {
        const said = /^([\\d,]+)( \\(|$)/.exec(a.textContent);
        if (!said || a.closest('section').id === 'sourcing') return;
        a.click(); total += 1;
        const listed = document.querySelectorAll('#panel li').length;
        if (Math.min(200, Number(said[1].replace(',', ''))) !== listed) wrong.push(a.outerHTML + ' ' + listed);
      });
      return [total, wrong.slice(0, 3)] }""")
    checks.check(f"behind each of {total} counts stand as many sentences", not wrong, wrong)
    tab.locator("main a.n[data-m]").first.click()
    way = tab.locator("#panel li a").first
    if way.count():
        way.click()
        checks.check("a sentence leads to its mark in the article", tab.locator("article .m.now").first.is_visible())
    place = tab.locator("a.go").first
    if place.count():
        place.evaluate("a => { const d = a.closest('details'); if (d) d.open = true; a.click() }")
        checks.check("a place in a table leads into an article", tab.evaluate(
            "() => { const t = document.querySelector('article :target'); return !!t && t.getBoundingClientRect().top < innerHeight }"))
    tab.keyboard.press("Escape")


def filters(tab, checks):
    tab.locator("#filter > summary").click()
    boxes = tab.locator("input[data-for]")
    if boxes.count():
        article = tab.locator("article[data-outlet]").first
        outlet = article.get_attribute("data-outlet")
        before = tab.locator("main tr:visible, article:visible").count()
        tab.locator(f"input[data-for='{outlet}']").uncheck()
        checks.check("an outlet switched off is gone", not article.is_visible()
                     and tab.locator("main tr:visible, article:visible").count() < before)
        tab.locator("[data-all='']").click()
        checks.check("no outlet, no article", tab.locator("article:visible").count() == 0)
        tab.locator("[data-all='1']").click()
    first = tab.locator(".m.k-hedge:not([data-k])").first
    line = "e => getComputedStyle(e).textDecorationLine"
    was = first.evaluate(line)
    tab.locator("input[data-kind=hedge]").uncheck()
    checks.check("a mark switched off is words again", was == "underline" and first.evaluate(line) == "none")
    tab.locator("#reset").click()
    options = tab.locator("#category option").evaluate_all("o => o.map(e => e.value).filter(v => v.includes(':') && !v.endsWith(':'))")
    chosen = next(v for v in options if v.startswith("hedging:"))
    tab.locator("#category").select_option(chosen)
    other = tab.locator(".m.other").count()
    told = int(tab.locator(f"#category option[value='{chosen}']").text_content().rsplit("(", 1)[1].rstrip(")"))
    tab.locator("#list").click()
    listed = int(tab.locator("#panel h2").text_content().split()[0])
    checks.check("a category leaves its findings alone", other > 0 and listed == told, (chosen, other, listed, told))
    tab.locator("#filter > summary").click()
    tab.locator("#reset").click()
    checks.check("all is back", tab.locator(".m.other").count() == 0 and tab.locator("#filter-state").text_content() == "")
    tab.keyboard.press("Escape")
    tab.keyboard.press("Escape")


def keys(tab, checks):
    """The tab key reaches skip link, parts, filter and numbers in order; Enter and Escape do the rest."""
    seen = []
    for _ in range(60):
        tab.keyboard.press("Tab")
        seen.append(tab.evaluate("""() => { const e = document.activeElement, r = e.getBoundingClientRect();
          const o = getComputedStyle(e).outlineStyle; return [e.className || e.tagName, o !== 'none' && r.width > 0] }"""))
    names = [name for name, _ in seen]
    checks.check("the first key leads to the skip link", names[0] == "skip", names[:2])
    checks.check("then parts, filter, numbers", "SUMMARY" in names and "n" in names, names[:20])
    checks.check("what has the focus shows it", all(shown for _, shown in seen), [s for s in seen if not s[1]][:3])
    mark = tab.locator("article .m[tabindex]").first
    mark.focus()
    tab.keyboard.press("Enter")
    checks.check("Enter on a mark opens its reasons", tab.locator("#panel dl").first.is_visible())
    checks.check("the close button has the focus", tab.evaluate("document.activeElement.className") == "close")
    tab.keyboard.press("Escape")
    checks.check("Escape closes, the focus is back", not tab.locator("#panel").is_visible()
                 and mark.evaluate("e => e === document.activeElement"))


def attack(chromium, path, checks):
    with Page(chromium, path) as (tab, page):
        tab.wait_for_timeout(300)
        title = tab.locator("article h3", has_text="<script>").first
        checks.check("a title with a script in it is shown", title.is_visible())
        tab.locator("article:has(h3:has-text('<script>')) .m[tabindex]").first.click()
        checks.check("and not run", tab.evaluate("window.attacked === undefined") and not page.errors, page.errors)


def shoot(chromium, path, folder, name):
    """Pictures to look at."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = ["", "#facts", "#glance", "#voices", "#loading", "#labels", "#words", "#reuse", "#articles", "#limits"]
    for width, scheme in [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark"), (1920, "light")]:
        with Page(chromium, path, width=width, scheme=scheme) as (tab, page):
            for part in parts:
                if part and not tab.locator(part).count():
                    continue
                tab.evaluate("p => p ? document.querySelector(p).scrollIntoView() : scrollTo(0, 0)", part)
                tab.screenshot(path=folder / f"{name}-{width}-{scheme}{part.replace('#', '-')}.png")
            tab.locator("article .m[tabindex]").nth(3).click()
            tab.screenshot(path=folder / f"{name}-{width}-{scheme}-panel.png")
            tab.keyboard.press("Escape")
            tab.locator("#filter > summary").click()
            tab.screenshot(path=folder / f"{name}-{width}-{scheme}-filter.png")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shots", type=pathlib.Path, help="write screenshots into this folder")
    parser.add_argument("--only", default="seeds,few,large", help="which reports: seeds, few, large")
    parser.add_argument("--articles", type=int, default=10_000, help="of the large corpus (default: 10,000)")
    options = parser.parse_args()
    lack = missing()
    if lack:
        print(f"browser test skipped: {lack}")
        return 0
    from playwright.sync_api import sync_playwright
    import corpus
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        folder = pathlib.Path(folder)
        table = folder / "corpus.csv"
        if "large" in options.only:
            corpus.write(table, options.articles, ROOT)
        few = folder / "few.csv"
        corpus.write(few, 40, ROOT, outlets=4)
        chromium = play.chromium.launch(executable_path=browser())
        for name, source in [("seeds", ROOT / "seeds"), ("few", few), ("large", table)]:
            if name not in options.only.split(","):
                continue
            report = folder / name
            start = time.perf_counter()
            run = subprocess.run([program(), "compare", source, "--output", report, "--quiet"], cwd=ROOT)
            print(f"{name}: compared in {time.perf_counter() - start:.1f} s")
            if run.returncode != 0:
                return 1
            path = report / "report.html"
            look(chromium, path, checks)
            if name == "few":
                attack(chromium, path, checks)
            if options.shots:
                shoot(chromium, path, options.shots, name)
        marked = folder / "marked.html"
        subprocess.run([program(), "show", ROOT / "seeds", "--format", "html", "--output", marked, "--quiet"], check=True)
        with Page(chromium, marked) as (tab, page):
            print("show --format html")
            found = accessibility(tab)
            checks.check("axe finds nothing of level A or AA", not found, found[:3])
            tab.locator(".m[tabindex]").first.click()
            checks.check("a mark opens its reasons", tab.locator("#panel dl").first.is_visible())
            checks.check("no console error, no request", not page.errors and not page.asked, page.errors[:3])
    print(f"{checks.failures} checks failed" if checks.failures else "all checks passed")
    return 1 if checks.failures else 0


if __name__ == "__main__":
    sys.exit(main())
