#!/usr/bin/env python3
"""Learns the weights of Lexicons/loaded.tsv from the development halves of BABE, BASIL and PTC. Needs numpy and scipy.

    python3 Tests/Evaluation/train_loaded.py             # writes the weights into the list

A weight is, for a quarter, log odds from a logistic regression of sentences called biased on the entries they hold and, for three
quarters, the share of the entry's occurrences that annotators marked, drawn towards that of its category. BABE has up to 460
sentences of an outlet, BASIL 1,745: were every sentence to count alike, what is seldom but in one large outlet would be weighed by
how biased that outlet is. So sentences and occurrences count by one over the square root of how many their outlet has of them in its
corpus. Which entries are in the list is not decided here: one that learns less than `FLOOR` stays at it. crossvalidate.py says what
may be expected of outlets and articles that the weights were not learned from.
"""
import argparse
import collections
import importlib.util
import json
import os
import subprocess
import sys

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
LEXICONS = os.path.join(ROOT, "Lexicons")
TARGETS = {"babe": {"biased_word"}, "basil": {"lex"}, "ptc": {"Loaded_Language"}}
# Entries of this category are no loaded words.
NAMING = "naming"
RIDGE_ENTRY, RIDGE_CATEGORY = 1.5, 0.05
PRIOR = 4  # occurrences by which an entry's share is drawn towards that of its category
SCALE, TIMES = 3.33, 1.6  # log odds are divided, shares multiplied
ODDS = 0.25  # how much of a weight is log odds
BALANCE = 0.5  # 0: every sentence counts alike; 1: every outlet
FLOOR = 0.15


def scorer_of(corpora):
    spec = importlib.util.spec_from_file_location("loaded_score", os.path.join(corpora, "loaded", "score.py"))
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def analyses(program, path, lexicons, analyzer):
    """Each document with the analyzer's findings in it."""
    command = [program, "analyze", "-", "--format", "ndjson", "--raw-text", "--quiet", "--lexicons", lexicons]
    with open(path, "rb") as handle:
        out = subprocess.run(command, stdin=handle, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    found = {d["id"]: [f for f in d["findings"] if f["analyzer"] == analyzer] for d in map(json.loads, out.splitlines())}
    with open(path, encoding="utf-8") as handle:
        return [(d, found[d["id"]]) for d in map(json.loads, filter(str.strip, handle))]


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


class Examples:
    """What annotators said of sentences and of occurrences of entries, once for all choices of what to learn from."""

    def __init__(self, corpora, category, scorer):
        self.lines = sorted(category)
        self.names = sorted(set(category.values()))
        self.category_of = np.array([self.names.index(category[line]) for line in self.lines])
        place = {line: i for i, line in enumerate(self.lines)}
        self.documents = []  # (corpus, document) of each number below
        sentences, occurrences, held = [], [], []
        for number, (corpus, documents) in enumerate(corpora.items()):
            for d, found in documents:
                document = len(self.documents)
                self.documents.append((corpus, d))
                marked = scorer.mask(d["text"], [(s["start"], s["end"]) for s in d["spans"] if s["label"] in TARGETS[corpus]])
                for f in found:
                    occurrences.append((document, place[f["line"]], scorer.overlaps(f["start"], f["end"], marked)))
                for (a, b), y in zip(d["sentences"], d["sentence_gold"]):
                    y = y if corpus == "babe" else int(scorer.overlaps(a, b, marked))
                    if y is None:
                        continue
                    held += [(len(sentences), entry) for entry in {place[f["line"]] for f in found if f["start"] < b and a < f["end"]}]
                    sentences.append((document, y, number))
        self.sentence_document, self.biased, corpus_of = (np.array(column) for column in zip(*sentences))
        self.occurrence_document, self.entry, self.is_marked = (np.array(column) for column in zip(*occurrences))
        ones = lambda rows, columns, shape: sp.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
        entries = ones(*zip(*held), (len(sentences), len(self.lines)))
        self.in_category = ones(range(len(self.lines)), self.category_of, (len(self.lines), len(self.names)))
        intercepts = ones(range(len(sentences)), corpus_of, (len(sentences), len(corpora)))
        self.design = sp.hstack([entries, entries @ self.in_category, intercepts]).tocsr()

    def shares(self, document_of, balance):
        """How much each row counts: less where its outlet has many; every corpus keeps its size."""
        outlets = [(self.documents[d][0], self.documents[d][1].get("outlet")) for d in document_of]
        many = collections.Counter(outlets)
        out = np.array([many[outlet] ** -float(balance) for outlet in outlets])
        corpora = np.array([corpus for corpus, _ in outlets])
        for corpus in set(corpora):
            rows = corpora == corpus
            out[rows] *= rows.sum() / out[rows].sum()
        return out

    def learned(self, is_kept, odds_part=ODDS, balance=BALANCE):
        """Line -> weight, from the documents for which `is_kept(corpus, document)`."""
        kept = np.array([is_kept(corpus, d) for corpus, d in self.documents])
        rows = kept[self.sentence_document]
        design, biased = self.design[rows], self.biased[rows]
        counts = self.shares(self.sentence_document[rows], balance)
        entries, categories = len(self.lines), len(self.names)
        ridge = np.concatenate([np.full(entries, RIDGE_ENTRY), np.full(categories, RIDGE_CATEGORY),
                                np.zeros(design.shape[1] - entries - categories)])

        def loss(b):
            z = design @ b
            value = (counts * (np.logaddexp(0, z) - biased * z)).sum() + (ridge * b * b).sum() / 2
            return value, design.T @ (counts * (1 / (1 + np.exp(-z)) - biased)) + ridge * b

        b = minimize(loss, np.zeros(design.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
        odds = (b[:entries] + b[entries : entries + categories][self.category_of]) / SCALE

        rows = kept[self.occurrence_document]
        counts = self.shares(self.occurrence_document[rows], balance)
        hits = np.bincount(self.entry[rows], weights=counts, minlength=entries)
        right = np.bincount(self.entry[rows], weights=counts * self.is_marked[rows], minlength=entries)
        of_category = (self.in_category.T @ right + 1) / (self.in_category.T @ hits + 4)
        share = (right + PRIOR * of_category[self.category_of]) / (hits + PRIOR)
        return dict(zip(self.lines, np.clip(odds_part * odds + (1 - odds_part) * TIMES * share, 0.02, 1)))


def write_weights(path, weights):
    with open(path, encoding="utf-8") as handle:
        lines = handle.read().split("\n")
    columns = next(line for line in lines if line and not line.startswith("#")).split("\t")
    for number, weight in weights.items():
        cells = lines[number - 1].split("\t")
        if cells[columns.index("category")] != NAMING:
            cells[columns.index("weight")] = f"{round(max(FLOOR, weight), 2):g}"
            lines[number - 1] = "\t".join(cells)
    with open(path, "w", encoding="utf-8") as handle:
        handle.write("\n".join(lines))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "copydesk"))
    ap.add_argument("--corpora", default=os.path.join(os.path.dirname(ROOT), "shared", "eval"))
    args = ap.parse_args()
    path = os.path.join(LEXICONS, "loaded.tsv")
    documents = {c: analyses(args.program, os.path.join(args.corpora, "loaded", "dev", c + ".ndjson"), LEXICONS, "loaded") for c in TARGETS}
    weights = Examples(documents, read_list(path), scorer_of(args.corpora)).learned(lambda corpus, d: True)
    write_weights(path, weights)
    print(f"{path}: {len(weights)} entries, {sum(w < FLOOR for w in weights.values())} at the least weight")
    return 0


if __name__ == "__main__":
    sys.exit(main())
