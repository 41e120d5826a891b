#!/usr/bin/env python3
"""How often was each entry right where people annotated texts? Writes Lexicons/precision.tsv from the development data.

    python3 Tests/Evaluation/measure_precision.py             # measures the release program with this checkout's lists
    python3 Tests/Evaluation/measure_precision.py --wrong     # also prints entries judged wrong more often than right

The corpora lie beside a checkout of the project, in ../shared/eval, and are third parties'; only counts leave them. What `right`
means, by unit: `cue` and `word`: the finding overlaps what an annotator marked (what the annotation calls optional is left out);
`sentence`: the sentence that it stands in was called biased, or uncertain; `label`: it overlaps a label of the seeds' annotation.
Standard library only.
"""
import argparse
import collections
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
LEXICONS = os.path.join(ROOT, "Lexicons")
TARGET = os.path.join(LEXICONS, "precision.tsv")
HEAD = """\
#@ title: Measured precision of each entry
#@ version: 1
#@ licence: CC0-1.0
#@ measures: how often an entry was right where people annotated texts; joined to the lists when they are loaded
# Written by Tests/Evaluation/measure_precision.py, never edited by hand. `hits`: how often the entry was found; `right`: how often
# people agreed; low and high: the 95% interval of their ratio (Wilson). By unit: cue, word: people marked these words too;
# sentence: people called the sentence that holds it biased (BABE) or uncertain (WikiWeasel), whatever the word that made it so;
# label: a label of the seeds' annotation. Of several rows of an entry the first is the one that reports print. Lists and weights
# were made with these development texts at hand: expect less elsewhere.
lexicon\tentry\twhen\tcorpus\tunit\thits\tright\tlow\thigh
"""
NEWS = "BASIL sentences, development part"
BABE = "BABE, development part"
LOADED = "BABE, BASIL and PTC, development parts"
WIKI = "WikiWeasel, development part"
# What the corpora of modality do not mark, and the one of weasels does.
NOT_MODALITY = {"approximator", "vague_source"}
LOADED_LABELS = {"biased_word", "lex", "Loaded_Language", "Name_Calling,Labeling", "Exaggeration,Minimisation"}
# An entry's first row is news where there are so many hits of it, else the corpus with most.
ENOUGH = 5


def wilson(right, hits, z=1.959964):
    share = right / hits
    middle, reach = share + z * z / (2 * hits), z * (share * (1 - share) / hits + z * z / (4 * hits * hits)) ** 0.5
    return max(0.0, (middle - reach) / (1 + z * z / hits)), min(1.0, (middle + reach) / (1 + z * z / hits))


def read(path):
    with open(path, encoding="utf-8") as handle:
        return [json.loads(line) for line in handle if line.strip()]


def entries():
    """(file, line) -> (entry, when), of every list."""
    out = {}
    for name in sorted(os.listdir(LEXICONS)):
        columns = None
        with open(os.path.join(LEXICONS, name), encoding="utf-8") as handle:
            for number, line in enumerate(handle, 1):
                if line.startswith("#") or not line.strip():
                    continue
                cells = line.rstrip("\n").split("\t")
                if columns is None:
                    columns = cells
                elif "entry" in columns:
                    row = dict(zip(columns, (cell.strip() for cell in cells)))
                    out[name, number] = (row["entry"], row.get("when", ""))
    return out


def findings(program, documents):
    """Each document with the program's findings in it."""
    command = [program, "analyze", "-", "--format", "ndjson", "--raw-text", "--quiet", "--lexicons", LEXICONS]
    lines = "\n".join(json.dumps({"id": d["id"], "text": d["text"]}, ensure_ascii=False) for d in documents) + "\n"
    out = subprocess.run(command, input=lines, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True).stdout
    found = {row["id"]: row["findings"] for row in map(json.loads, out.splitlines())}
    return [(d, found.get(d["id"], [])) for d in documents]


class Counts:
    """Hits and right ones of entries, by corpus and unit."""

    def __init__(self):
        self.rows = collections.defaultdict(lambda: [0, 0])

    def add(self, finding, corpus, unit, is_right):
        if finding.get("line") is None:
            return
        row = self.rows[finding["lexicon"], finding["line"], corpus, unit]
        row[0] += 1
        row[1] += bool(is_right)


def overlaps(finding, spans):
    return any(s < finding["end"] and finding["start"] < e for s, e in spans)


def hedging(corpora, program, counts):
    parts = [("news", NEWS, set()), ("bioscope", "BioScope, development part", NOT_MODALITY), ("sfu", "SFU Review Corpus, development part", NOT_MODALITY)]
    for name, corpus, left_out in parts:
        for document, found in findings(program, read(os.path.join(corpora, "hedging", "dev", name + ".ndjson"))):
            core = [(c["start"], c["end"]) for c in document["cues"] if not c.get("optional")]
            optional = [(c["start"], c["end"]) for c in document["cues"] if c.get("optional")]
            for f in found:
                if f["analyzer"] != "hedging" or f["category"] in left_out:
                    continue
                is_right = overlaps(f, core)
                if is_right or not overlaps(f, optional):
                    counts.add(f, corpus, "cue", is_right)
    for document, found in findings(program, read(os.path.join(corpora, "hedging", "dev", "wiki.ndjson"))):
        for f in found:
            if f["analyzer"] == "hedging" and f["category"] == "vague_source":
                labels = [y for (s, e), y in zip(document["sentences"], document["sentence_gold"]) if s < f["end"] and f["start"] < e]
                counts.add(f, WIKI, "sentence", labels and labels[0])


def loaded(corpora, program, counts):
    for name in ("babe", "basil", "ptc"):
        for document, found in findings(program, read(os.path.join(corpora, "loaded", "dev", name + ".ndjson"))):
            spans = [(s["start"], s["end"]) for s in document["spans"] if s["label"] in LOADED_LABELS]
            for f in found:
                if f["analyzer"] != "loaded":
                    continue
                counts.add(f, LOADED, "word", overlaps(f, spans))
                if name == "babe" and document["sentence_gold"][0] is not None:
                    counts.add(f, BABE, "sentence", document["sentence_gold"][0])


def attribution(corpora, program, counts):
    for document, found in findings(program, read(os.path.join(corpora, "attribution", "polnear-dev.ndjson"))):
        cues = [piece for a in document["attributions"] for piece in a["cue"] or []]
        for f in found:
            if f["analyzer"] == "attribution" and f.get("cue"):
                counts.add({**f, "start": f["cue"]["start"], "end": f["cue"]["end"]}, "PolNeAR, development part", "cue",
                           overlaps(f["cue"], cues))


def labels(corpora, program, counts):
    with open(os.path.join(corpora, "seeds", "gold.json"), encoding="utf-8") as handle:
        gold = json.load(handle)
    documents = []
    for d in gold["documents"]:
        with open(os.path.join(ROOT, "seeds", d["file"]), encoding="utf-8", newline="") as handle:
            documents.append({"id": d["file"], "text": handle.read(), "gold": d})
    for document, found in findings(program, documents):
        gone = [(l["start"], l["end"]) for l in document["gold"]["lines"] if l["keep"] == "remove"]
        core = [(l["start"], l["end"]) for l in document["gold"]["labels"] if not l.get("optional")]
        optional = [(l["start"], l["end"]) for l in document["gold"]["labels"] if l.get("optional")]
        for f in found:
            if f["analyzer"] == "labels" and not overlaps(f, gone):
                is_right = overlaps(f, core)
                if is_right or not overlaps(f, optional):
                    counts.add(f, "five seed articles", "label", is_right)


def ranked(rows):
    """Of an entry's rows the one to be told first: news with enough hits, then the most hits."""
    news = lambda row: row[0] in (NEWS, BABE) and row[2] >= ENOUGH
    return sorted(rows, key=lambda row: (not news(row), -row[2], row[0], row[1]))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "copydesk"))
    ap.add_argument("--corpora", default=os.path.join(os.path.dirname(ROOT), "shared", "eval"))
    ap.add_argument("--wrong", action="store_true", help="print the entries judged wrong more often than right, five hits or more")
    args = ap.parse_args()
    if not os.path.isdir(args.corpora):
        print("skipped: the evaluation corpora are not at hand; see --corpora")
        return 0
    if not os.path.exists(args.program):
        print(f"{args.program}: no program; run `make build`", file=sys.stderr)
        return 64
    counts, known = Counts(), entries()
    for part in (attribution, hedging, loaded, labels):
        part(args.corpora, os.path.abspath(args.program), counts)
    by_entry = collections.defaultdict(list)
    for (lexicon, line, corpus, unit), (hits, right) in counts.rows.items():
        if (lexicon, line) in known:
            by_entry[(lexicon, *known[lexicon, line])].append((corpus, unit, hits, right))
    with open(TARGET, "w", encoding="utf-8") as handle:
        handle.write(HEAD)
        for (lexicon, entry, when), rows in sorted(by_entry.items()):
            for corpus, unit, hits, right in ranked(rows):
                low, high = wilson(right, hits)
                handle.write(f"{lexicon}\t{entry}\t{when}\t{corpus}\t{unit}\t{hits}\t{right}\t{low:.2f}\t{high:.2f}\n")
    print(f"{TARGET}: {len(by_entry)} entries, {sum(map(len, by_entry.values()))} rows")
    if args.wrong:
        for (lexicon, entry, when), rows in sorted(by_entry.items()):
            corpus, unit, hits, right = ranked(rows)[0]
            if hits >= ENOUGH and 2 * right < hits:
                print(f"{lexicon}\t{entry}\t{when}\t{right} of {hits}\t{corpus}: {unit}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
