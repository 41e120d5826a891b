#!/usr/bin/env python3
"""Opens every table in the programs people use, and compares cell by cell with what was written.

    make readers-test
    python3 Tests/Readers/readers.py

The table is read by Python's csv, and again by pandas, DuckDB, R's read.csv and LibreOffice, plain and with
--excel; cells, rows and columns must be the same. A reader that is not here is skipped, by name. Ends with 1
where a reader sees something else.
"""

import csv
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

ROOT = pathlib.Path(__file__).resolve().parents[2]
csv.field_size_limit(10**9)

# Words that readers stumble over, in a corpus of their own.
HOSTILE = [
    ["id", "outlet", "title", "date", "score", "text"],
    ["=1+1", "@Äther", '=HYPERLINK("x","y")', "2021-08-20", "-0.5", 'It may rain, "he" reportedly said.\n\nTwo; lines; 🌉.'],
    ["0012", "+Bote", "NA", "2021-08-21", "7", "The “regime” may fall, officials said.\n\nNULL and None, TRUE and 1e5."],
    ["a3", "Çan", "-", "", "", "A leading tab\tand 'quotes', perhaps.\n\nThe militants reportedly left."],
]


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def pandas(path):
    import pandas
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    return [list(frame.columns)] + frame.values.tolist()


def duckdb(path):
    import duckdb
    # The quotation mark is told, since DuckDB would guess ' from a short table with 'words' in it; all
    # cells as words, so that they can be compared.
    found = duckdb.sql(f"select * from read_csv('{path}', all_varchar=true, header=true, quote='\"')")
    return [found.columns] + [["" if cell is None else cell for cell in row] for row in found.fetchall()]


def r(path):
    """R's read.csv with its own defaults but for types; R itself writes what it read, cells parted by control signs."""
    script = (
        "t <- read.csv(commandArgs(TRUE)[1], colClasses='character', na.strings=character(), check.names=FALSE,"
        " fileEncoding='UTF-8-BOM', encoding='UTF-8');"
        "l <- c(paste(names(t), collapse='\\x1f'), if (nrow(t)) do.call(paste, c(unname(as.list(t)), sep='\\x1f')));"
        "cat(paste0(l, '\\x1e'), sep='')")
    run = subprocess.run(
        ["Rscript", "-e", script, path], capture_output=True, check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    return [row.split("\x1f") for row in run.stdout.decode("utf-8").split("\x1e")[:-1]]


def libreoffice(paths):
    """LibreOffice opens the tables as they stand and saves them as workbooks, read as it shows the cells."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    with tempfile.TemporaryDirectory() as folder:
        # Comma, quotation mark, UTF-8, from line 1; numbers and formulas are worked out, as on a double click.
        subprocess.run(
            [program, f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--infilter=CSV:44,34,76,1,,1033,false,true,false,false,false,-1",
             "--convert-to", "fods:OpenDocument Spreadsheet Flat XML", "--outdir", folder, *map(str, paths)],
            check=True, capture_output=True, timeout=1200)
        return {path: workbook(next(pathlib.Path(folder).glob(f"{path.stem}*.fods"))) for path in paths}


def workbook(path):
    """The cells of a flat OpenDocument workbook, formulas marked."""
    name = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}%s"
    out = []
    for row in tree.parse(path).getroot().iter(name % ("table", "table-row")):
        cells = []
        for cell in row.iter(name % ("table", "table-cell")):
            again = int(cell.get(name % ("table", "number-columns-repeated"), 1))
            text = "\n".join(whole(p, name) for p in cell.findall(name % ("text", "p")))
            kind = cell.get(name % ("office", "value-type"))
            if cell.get(name % ("table", "formula")):
                text = "FORMULA " + text
            elif kind in ("float", "percentage"):
                text = cell.get(name % ("office", "value"))
            elif kind in ("date", "boolean"):
                text = cell.get(name % ("office", f"{kind}-value"))
            cells += [text] * min(again, 100)
        out.append(cells)
    return out


def whole(paragraph, name):
    """A paragraph's text; runs of blanks and tabs are elements."""
    out = paragraph.text or ""
    for child in paragraph:
        if child.tag == name % ("text", "s"):
            out += " " * int(child.get(name % ("text", "c"), 1))
        elif child.tag == name % ("text", "tab"):
            out += "\t"
        elif child.tag == name % ("text", "line-break"):
            out += "\n"
        else:
            out += whole(child, name)
        out += child.tail or ""
    return out


def same(wanted, found, is_spreadsheet):
    """The first cell that is not the same; numbers by their value where a spreadsheet has them."""
    while is_spreadsheet and found and not any(found[-1]):
        found = found[:-1]
    if len(wanted) != len(found):
        return f"{len(found)} rows for {len(wanted)}"
    for number, (a, b) in enumerate(zip(wanted, found), 1):
        b = b[:len(a)] + [""] * (len(a) - len(b)) if is_spreadsheet else b
        if len(a) != len(b):
            return f"row {number}: {len(b)} cells for {len(a)}"
        for column, (x, y) in enumerate(zip(a, b)):
            x = x.replace("\r\n", "\n")
            if x == y or is_spreadsheet and (value(x) == value(y) is not None or x.lower() == y):
                continue
            return f"row {number}, {wanted[0][column]}: {y[:80]!r} for {x[:80]!r}"
    return None


def value(text):
    try:
        return float(text)
    except ValueError:
        return None


def readers():
    """The readers that are here; of the others their names."""
    out, absent = {}, []
    for name, read in [("pandas", pandas), ("duckdb", duckdb)]:
        try:
            __import__(name)
            out[name] = read
        except ImportError:
            absent.append(f"{name} (pip install -r Tests/Readers/requirements.txt)")
    for name, programs, read in [("R", ["Rscript"], r), ("LibreOffice", ["soffice", "libreoffice"], libreoffice)]:
        if any(map(shutil.which, programs)):
            out[name] = read
        else:
            absent.append(name)
    return out, absent


def main():
    program = os.environ.get("COPYDESK", str(ROOT / ".build/release/copydesk"))
    if not os.access(program, os.X_OK):
        print("readers test skipped: no release build here; run make build")
        return 0
    found, absent = readers()
    for name in absent:
        print(f"skipped: {name} is not here")
    failures = cells = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        hostile = folder / "hostile.csv"
        with open(hostile, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(HOSTILE)
        for name, source in [("seeds", ROOT / "seeds"), ("hostile", hostile)]:
            for form in [[], ["--excel"]]:
                output = folder / f"{name}{''.join(form)}"
                subprocess.run([program, "compare", source, "--output", output, "--quiet", *form], check=True)
                tables = sorted(output.glob("*.csv"))
                for reader, read in found.items():
                    # A spreadsheet takes words for formulas where nobody keeps it from that.
                    if reader == "LibreOffice" and not form:
                        continue
                    wrong = []
                    sheets = read(tables) if reader == "LibreOffice" else {}
                    for table in tables:
                        wanted = rows(table)
                        cells += sum(map(len, wanted))
                        found_rows = sheets[table] if sheets else read(table)
                        fault = same(wanted, found_rows, reader == "LibreOffice")
                        if fault:
                            wrong.append(f"{table.name}: {fault}")
                    print(f"{'FAIL' if wrong else 'ok  '} {name} {' '.join(form) or 'plain'}: {reader}, {len(tables)} tables"
                          + "".join("\n       " + line for line in wrong))
                    failures += len(wrong)
            failures += guarded(rows(folder / "hostile--excel/articles.csv")) if name == "hostile" else 0
    print(f"{cells:,} cells compared; " + (f"{failures} tables read otherwise" if failures else "all the same"))
    return 1 if failures else 0


def guarded(articles):
    """Words that would be formulas stand behind an apostrophe, numbers do not."""
    column = {name: place for place, name in enumerate(articles[0])}
    told = {row[column["article"]]: row for row in articles[1:]}
    row = told.get("'=1+1", [])
    holds = bool(row) and row[column["outlet"]] == "'@Äther" and row[column["score"]] == "-0.5"
    print(f"{'ok  ' if holds else 'FAIL'} hostile --excel: formulas guarded, numbers not")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
