"""Counts of a .dic by the liwc package for Python, to hold CountingTests against.

python3 reference.py FILE.dic TEXT             (pip install liwc)
python3 reference.py FILE.dic --words FILE

Words are those of a letter-and-apostrophe split in small letters, hyphens inside; or, with --words, the
lines of a file, so that nothing but the dictionary is compared. Conditions and numbers without a
category, on which the package stops, are taken out first.
"""

import collections
import re
import sys
import tempfile

import liwc


def cleaned(path):
    data = open(path, "rb").read()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("windows-1252")
    out, bars, numbers = [], 0, set()
    for line in (line.strip() for line in text.splitlines()):
        if line == "%":
            bars += 1
        elif bars == 1:
            numbers.add(line.split("\t")[0])
        elif bars > 1:
            entry, *cells = line.split("\t")
            cells = [cell for cell in cells if cell in numbers]
            if not cells or "*" in entry[:-1]:
                continue
            line = "\t".join([entry.lower(), *cells])
        out.append(line)
    return "\n".join(out) + "\n"


path, text = sys.argv[1], sys.argv[-1]
with tempfile.NamedTemporaryFile("w", suffix=".dic", encoding="utf-8") as file:
    file.write(cleaned(path))
    file.flush()
    parse, _ = liwc.load_token_parser(file.name)
if "--words" in sys.argv:
    words = open(text, encoding="utf-8").read().lower().splitlines()
else:
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text.lower())
counts = collections.Counter(name for word in words for name in parse(word))
for name, count in sorted(counts.items()):
    print(name, count, sep="\t")
