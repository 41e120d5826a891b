#!/usr/bin/env python3
"""What may be expected of hedging.tsv and loaded.tsv on texts that they were not fitted to? Prints held-out figures.

    python3 Tests/Evaluation/crossvalidate.py                                  # both parts
    git show 63290a6:Lexicons/loaded.tsv > v1.tsv                              # the list before weak entries went
    python3 Tests/Evaluation/crossvalidate.py --only loaded --list v1.tsv --floors 0,0.12,0.15,0.18,0.2

weasels: entries for vague sources are chosen on one half of WikiWeasel (at least half of their sentences uncertain) and counted on
the other. loaded: weights are learned as loaded.tsv says on three quarters of BABE, BASIL and PTC (by article, BASIL by event) and
tried on the fourth; entries that weigh less than the floor do not count. The choice of the words themselves was made with the whole
development part at hand, so that held-out texts may still do worse. Needs numpy and scipy.
"""
import argparse
import collections
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
LEXICONS = os.path.join(ROOT, "Lexicons")
FOLDS = 4
TARGETS = {"babe": {"biased_word"}, "basil": {"lex"}, "ptc": {"Loaded_Language"}}
# As in the head of loaded.tsv.
RIDGE_ENTRY, RIDGE_CATEGORY, SCALE, TIMES, PRIOR = 1.5, 0.05, 3.33, 1.6, 4


def analyses(program, path, lexicons, analyzer):
    command = [program, "analyze", "-", "--format", "ndjson", "--raw-text", "--quiet", "--lexicons", lexicons]
    with open(path, "rb") as handle:
        out = subprocess.run(command, stdin=handle, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    found = {d["id"]: [f for f in d["findings"] if f["analyzer"] == analyzer] for d in map(json.loads, out.splitlines())}
    with open(path, encoding="utf-8") as handle:
        return [(d, found[d["id"]]) for d in map(json.loads, filter(str.strip, handle))]


def weasels(args):
    rows = []
    for d, found in analyses(args.program, os.path.join(args.corpora, "hedging", "dev", "wiki.ndjson"), LEXICONS, "hedging"):
        # Sentences of one article stand together: halves of blocks of forty.
        half = int(d["id"].rsplit("-", 1)[1]) // 40 % 2
        rows.append((d["sentence_gold"][0], half, {(f["category"], f["entry"]) for f in found}))
    for ignored in ((), ("epistemic_modal", "approximator")):
        for chosen in (0, 1):
            seen = collections.defaultdict(lambda: [0, 0])
            for y, half, entries in rows:
                for entry in entries if half == chosen else ():
                    seen[entry][0] += y
                    seen[entry][1] += 1
            kept = {entry for entry, (right, hits) in seen.items() if 2 * right >= hits}
            f1 = {}
            for half in (0, 1):
                pairs = [(y, any(e[0] not in ignored and (e[0] != "vague_source" or e in kept) for e in entries))
                         for y, h, entries in rows if h == half]
                hit = sum(1 for y, p in pairs if y and p)
                f1[half] = 2 * hit / (sum(y for y, _ in pairs) + sum(p for _, p in pairs))
            print(f"wiki, left out: {', '.join(ignored) or 'nothing':30} chosen on half {chosen}: F1 there {f1[chosen]:.3f}, held out {f1[1 - chosen]:.3f}")


def read_list(path):
    """Line -> category, of every entry of a list."""
    out, columns = {}, None
    with open(path, encoding="utf-8") as handle:
        for number, line in enumerate(handle, 1):
            if line.startswith("#") or not line.strip():
                continue
            cells = line.rstrip("\n").split("\t")
            if columns is None:
                columns = cells
            else:
                out[number] = cells[columns.index("category")]
    return out


def fold(corpus, document):
    key = "f" + corpus + (document.get("event") or document["id"])
    return int(hashlib.sha1(key.encode()).hexdigest()[:8], 16) % FOLDS


def learned(corpora, category, scorer, left_out):
    """Line -> weight, from all folds but one."""
    lines = sorted(category)
    place = {line: i for i, line in enumerate(lines)}
    names = sorted(set(category.values()))
    of = np.array([names.index(category[line]) for line in lines])
    labels, corpus_of, rows, columns = [], [], [], []
    hits, right = np.zeros(len(lines)), np.zeros(len(lines))
    for number, (corpus, documents) in enumerate(corpora.items()):
        for d, found in documents:
            if fold(corpus, d) == left_out:
                continue
            marked = scorer.mask(d["text"], [(s["start"], s["end"]) for s in d["spans"] if s["label"] in TARGETS[corpus]])
            for f in found:
                hits[place[f["line"]]] += 1
                right[place[f["line"]]] += scorer.overlaps(f["start"], f["end"], marked)
            for (a, b), y in zip(d["sentences"], d["sentence_gold"]):
                y = y if corpus == "babe" else int(scorer.overlaps(a, b, marked))
                if y is None:
                    continue
                for line in {f["line"] for f in found if f["start"] < b and a < f["end"]}:
                    rows.append(len(labels))
                    columns.append(place[line])
                labels.append(y)
                corpus_of.append(number)
    n, labels = len(labels), np.array(labels)
    entries = sp.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(n, len(lines)))
    in_category = sp.csr_matrix((np.ones(len(lines)), (np.arange(len(lines)), of)), shape=(len(lines), len(names)))
    intercepts = sp.csr_matrix((np.ones(n), (np.arange(n), corpus_of)), shape=(n, len(corpora)))
    design = sp.hstack([entries, entries @ in_category, intercepts]).tocsr()
    ridge = np.concatenate([np.full(len(lines), RIDGE_ENTRY), np.full(len(names), RIDGE_CATEGORY), np.zeros(len(corpora))])

    def loss(b):
        z = design @ b
        return (np.logaddexp(0, z) - labels * z).sum() + (ridge * b * b).sum() / 2, design.T @ (1 / (1 + np.exp(-z)) - labels) + ridge * b

    b = minimize(loss, np.zeros(design.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    odds = (b[: len(lines)] + b[len(lines) : len(lines) + len(names)][of]) / SCALE
    of_category = (in_category.T @ right + 1) / (in_category.T @ hits + 4)
    precision = (right + PRIOR * of_category[of]) / (hits + PRIOR)
    return dict(zip(lines, np.clip(0.5 * odds + 0.5 * TIMES * precision, 0.02, 1)))


def loaded(args):
    spec = importlib.util.spec_from_file_location("loaded_score", os.path.join(args.corpora, "loaded", "score.py"))
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    category = read_list(args.list)
    with tempfile.TemporaryDirectory() as folder:
        for name in os.listdir(LEXICONS):
            shutil.copy(os.path.join(LEXICONS, name), folder)
        shutil.copy(args.list, os.path.join(folder, "loaded.tsv"))
        corpora = {c: analyses(args.program, os.path.join(args.corpora, "loaded", "dev", c + ".ndjson"), folder, "loaded") for c in TARGETS}
    weights = [learned(corpora, category, scorer, number) for number in range(FOLDS)]
    for floor in args.floors:
        figures = {}
        for corpus, documents in corpora.items():
            kept = [{"id": d["id"], "findings": [dict(f, weight=float(w[f["line"]])) for f in found if w[f["line"]] >= floor]}
                    for d, found in documents for w in [weights[fold(corpus, d)]]]
            for own in (False, True):
                figures[corpus, own] = scorer.score([d for d, _ in documents], kept, corpus, own, boot=1)
        for own in (False, True):
            babe, basil, ptc = (figures[c, own] for c in ("babe", "basil", "ptc"))
            print(f"loaded, held out, floor {floor}{', own voice' if own else '':11} BABE sentence macro-F1 {babe['sentence']['macro_f1']:.3f} "
                  f"word F1 {babe['token']['f1']:.3f} outlets {babe['outlet_rate']['spearman']:.3f} | BASIL articles "
                  f"{basil['article_rate']['spearman_spans']:.3f} pairs {basil['event_order']['spans']['pairs_ordered_like_gold']:.3f} | "
                  f"PTC articles {ptc['article_rate']['spearman_spans']:.3f} token F1 {ptc['token']['f1']:.3f}")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "copydesk"))
    ap.add_argument("--corpora", default=os.path.join(os.path.dirname(ROOT), "shared", "eval"))
    ap.add_argument("--only", choices=["weasels", "loaded"])
    ap.add_argument("--list", default=os.path.join(LEXICONS, "loaded.tsv"), help="another list of loaded words")
    ap.add_argument("--floors", type=lambda s: [float(x) for x in s.split(",")], default=[0, 0.15])
    args = ap.parse_args()
    if not os.path.isdir(args.corpora):
        print("skipped: the evaluation corpora are not at hand; see --corpora")
        return 0
    for name, part in (("weasels", weasels), ("loaded", loaded)):
        if args.only in (None, name):
            part(args)
    return 0


if __name__ == "__main__":
    sys.exit(main())
