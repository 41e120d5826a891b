#!/usr/bin/env python3
"""How right attribution is, by form of content, by kind of cue, and by type of source.

    python3 Tests/Evaluation/attribution_forms.py            # print the table
    python3 Tests/Evaluation/attribution_forms.py --record   # write it: Tests/Evaluation/attribution-forms.tsv

Form and cue: PolNeAR, development part. Precision counts the program's findings of a form, recall the annotators';
both ask for the same source head (or none on either side) and for half of the content's words. PolNeAR has no types of
source: by type, precision is measured there (what the program calls an official, was it an attribution with that source?),
recall and whether the type is the same on the five seed articles. The corpora lie beside a checkout, in ../shared/eval,
with their scorers, whose definitions are used. Standard library only.
"""
import argparse
import collections
import importlib.util
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TABLE = os.path.join(HERE, "attribution-forms.tsv")
HEAD = """\
# Written by Tests/Evaluation/attribution_forms.py --record, never edited by hand. In per cent; empty: not measured there.
part\tclass\tcorpus\tprecision\tfound\trecall\trecalled
"""
TYPES = ["named-person", "unnamed-official", "unnamed-people", "document-organisation", "news-outlet", "social-media", "nobody"]


def module(corpora, folder):
    path = os.path.join(corpora, folder, "score.py")
    spec = importlib.util.spec_from_file_location(folder + "_score", path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def cue_kinds():
    """What sort of word each entry of the list of cues is, by the entry as written."""
    kinds, columns = {}, None
    with open(os.path.join(ROOT, "Lexicons", "attribution.tsv"), encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if line.startswith("#"):
                continue
            if columns is None:
                columns = cells
                continue
            row = dict(zip(columns, cells))
            kinds[row["entry"]] = row["kind"]
    return kinds


class Tally:
    """Right ones among those found and among those that should be."""

    def __init__(self):
        self.found, self.right_found = collections.Counter(), collections.Counter()
        self.gold, self.right_gold = collections.Counter(), collections.Counter()

    def row(self, part, name, corpus):
        share = lambda right, of: f"{100 * right[part, name] / of[part, name]:.0f}" if of[part, name] else ""
        return [part, name, corpus, share(self.right_found, self.found), str(self.found[part, name] or ""),
                share(self.right_gold, self.gold), str(self.gold[part, name] or "")]


def polnear(corpora, program, tally):
    score = module(corpora, "attribution")
    kinds = cue_kinds()
    with open(os.path.join(corpora, "attribution", "polnear-dev.ndjson"), encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    given = "".join(json.dumps({k: r.get(k) for k in ("id", "outlet", "date", "text")}) + "\n" for r in records)
    done = subprocess.run([program, "analyze", "-", "--format", "ndjson", "--raw-text", "--quiet"], input=given.encode(),
                          stdout=subprocess.PIPE, check=True)
    answers = {row["id"]: row["findings"] for row in map(json.loads, done.stdout.decode().splitlines())}
    for record in records:
        doc = score.Doc(record["text"])
        golds = score.gold(doc, record)
        own = [f for f in answers[record["id"]] if f["analyzer"] == "attribution"
               and not any(s <= (f["cue"] or f["content"])["start"] < e for s, e in record.get("discard", []))]
        preds = [score.predicted(doc, [f], [])[0] for f in own]
        pairs = score.align(golds, preds)
        right = {(i, j) for i, j in pairs
                 if (golds[i].head == preds[j].head) and score.iou(golds[i].content, preds[j].content) >= 0.5}
        right_golds, right_preds = {i for i, _ in right}, {j for _, j in right}
        for i, gold in enumerate(golds):
            for key in (("form", gold.form), ("source", "none" if not gold.source else "named in the text"), ("all", "all")):
                tally.gold[key] += 1
                tally.right_gold[key] += i in right_golds
        for j, (pred, finding) in enumerate(zip(preds, own)):
            kind = kinds.get(finding.get("entry"), "mark alone")
            source = finding.get("source")
            for key in (("form", pred.form), ("source", "none" if not source else "named in the text"), ("all", "all"),
                        ("cue", kind), ("type", source["type"] if source else "nobody")):
                tally.found[key] += 1
                tally.right_found[key] += j in right_preds


def seeds(corpora, program, tally):
    score = module(corpora, "seeds")
    with open(os.path.join(corpora, "seeds", "gold.json"), encoding="utf-8") as handle:
        gold = {d["file"]: d for d in json.load(handle)["documents"]}
    with tempfile.TemporaryDirectory() as folder:
        texts, copies = {}, []
        for name in gold:
            with open(os.path.join(ROOT, "seeds", name), "rb") as source:
                texts[name] = source.read().decode()
            copies.append(os.path.join(folder, name))
            with open(copies[-1], "wb") as target:
                target.write(texts[name].encode())
        done = subprocess.run([program, "analyze", *copies, "--format", "ndjson"], stdout=subprocess.PIPE, check=True)
    for row in map(json.loads, done.stdout.decode().splitlines()):
        name = score.seed_of(row["id"], texts)
        aligned = score.Aligned(row["text"], texts[name])
        place = lambda part: aligned.span(part["start"], part["end"]) if part else None
        found = [(place(f["cue"]), f) for f in row["findings"] if f["analyzer"] == "attribution"]
        for wanted in gold[name]["attributions"]:
            if wanted.get("optional") or not wanted["cue"]:
                continue
            span = (wanted["cue"]["start"], wanted["cue"]["end"])
            hits = [f for cue, f in found if cue and score.overlap(cue, span)]
            types = {(f.get("source") or {}).get("type") or "nobody" for f in hits}
            tally.gold["type", wanted["source_type"]] += 1
            tally.right_gold["type", wanted["source_type"]] += bool(types & {wanted["source_type"], *wanted.get("also", [])})


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "copydesk"))
    ap.add_argument("--corpora", default=os.path.join(os.path.dirname(ROOT), "shared", "eval"))
    ap.add_argument("--record", action="store_true", help="write the table")
    args = ap.parse_args()
    if not os.path.isdir(args.corpora):
        print("skipped: the evaluation corpora are not at hand; see --corpora")
        return 0
    tally = Tally()
    polnear(args.corpora, os.path.abspath(args.program), tally)
    seeds(args.corpora, os.path.abspath(args.program), tally)
    rows = [tally.row("all", "all", "PolNeAR")]
    rows += [tally.row("form", name, "PolNeAR") for name in ("direct", "mixed", "indirect")]
    rows += [tally.row("cue", name, "PolNeAR") for name in ("verb", "noun", "phrase", "adjective", "adverb", "mark alone")]
    rows += [tally.row("source", name, "PolNeAR") for name in ("named in the text", "none")]
    rows += [tally.row("type", name, "PolNeAR; seeds") for name in TYPES]
    text = HEAD + "".join("\t".join(row) + "\n" for row in rows)
    if args.record:
        with open(TABLE, "w", encoding="utf-8") as handle:
            handle.write(text)
    else:
        print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
