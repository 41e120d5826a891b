#!/usr/bin/env python3
"""Learn Lexicons/attribution-weights.tsv from annotated news.  Needs numpy.

    ATTRIBUTION_GOLD=polnear-train.ndjson ATTRIBUTION_DECISIONS=/tmp/decisions \\
        swift test --filter AttributionDecisions
    python3 Tests/Evaluation/train_attribution.py /tmp/decisions Lexicons/attribution-weights.tsv

The test writes what each decision could choose from, and which choice the annotation makes.  Here a
log-linear model of each kind of decision is fitted by AdaGrad; a tenth of the decisions is held out to
print an accuracy.  Cue and nested decisions rest on the choices of the weights inside the program, so
run both commands twice, with a build between, when anything but weights has changed.

    python3 Tests/Evaluation/train_attribution.py /tmp/decisions DIR/attribution-weights.tsv 0/3

leaves out every third article from the first on: with `copydesk analyze --lexicons DIR` on these, and 1/3 and
2/3 for the others, the whole corpus is analyzed by weights that have not seen it.  So the sums that cues must
reach (CueMargin.swift) were chosen.
"""
import os
import sys

import numpy as np

KINDS = ["source", "side", "begin", "start", "end", "cue", "nested"]
# penalty on large weights; decisions that a property must stand in to be kept
PENALTY = {"cue": 1e-4, "end": 1e-4}
SEEN = {"source": 12}
ROUNDS, BATCH, RATE, SMALLEST = 10, 400, 0.12, 0.06

HEAD = """#@ title: Measured weights of the decisions that attribution takes
#@ version: 1
#@ licence: CC0-1.0
#@ measures: how much a property of a candidate speaks for it (above 0) or against it
# Log-linear weights, learned on the PolNeAR train compartment (sources.tsv: polnear) with
# Tests/Evaluation/train_attribution.py: each decision picks the candidate whose properties have the
# highest sum. `decision` is one of source, side, begin, start, end, cue, nested; aspects and values are named
# as in Sources/DeskAnalysis/Attribution/Feature.swift.
decision\taspect\tvalue\tweight
"""


class Decisions:
    """The decisions of one kind: features of candidates of decisions, flat, with pointers."""

    def __init__(self, path):
        self.articles = np.fromfile(path + ".articles", dtype=np.int32)
        numbers = np.fromfile(path, dtype=np.int32)
        listed = numbers.tolist()
        right, owner, begins, ends = [], [], [], []
        at = count = 0
        while at < len(listed):
            candidates, at = listed[at], at + 1
            for _ in range(candidates):
                right.append(listed[at])
                begins.append(at + 2)
                at += 2 + listed[at + 1]
                ends.append(at)
                owner.append(count)
            count += 1
        features = np.concatenate([numbers[b:e] for b, e in zip(begins, ends)])
        self.ids, self.features = np.unique(features, return_inverse=True)
        self.lengths = np.array(ends) - np.array(begins)
        self.right = np.array(right, dtype=bool)
        self.first = np.concatenate([[0], np.cumsum(self.lengths)])
        self.candidates = np.concatenate([[0], np.cumsum(np.bincount(owner))])
        self.count = count

    def batch(self, numbers):
        rows = np.concatenate([np.arange(self.candidates[n], self.candidates[n + 1]) for n in numbers])
        sizes = [self.candidates[n + 1] - self.candidates[n] for n in numbers]
        group = np.repeat(np.arange(len(numbers)), sizes)
        lengths = self.lengths[rows]
        shift = self.first[rows] - np.concatenate([[0], np.cumsum(lengths)[:-1]])
        places = np.repeat(shift, lengths) + np.arange(lengths.sum())
        return rows, group, np.repeat(np.arange(len(rows)), lengths), self.features[places]


def accuracy(data, numbers, weights):
    rows, group, owner, features = data.batch(numbers)
    score = np.bincount(owner, weights=weights[features], minlength=len(rows))
    order = np.lexsort((np.arange(len(score)), -score, group))
    best = order[np.concatenate([[True], group[order][1:] != group[order][:-1]])]
    return data.right[rows[best]].mean()


def fit(data, penalty, seen, numbers):
    """Weights learned on nine of ten of the decisions `numbers`."""
    random = np.random.default_rng(1)
    kept = np.bincount(data.features) >= seen
    weights, steps, total, summed = (np.zeros(len(kept)) for _ in range(4))
    steps += 1e-6
    held, train = numbers[numbers % 10 == 9], numbers[numbers % 10 != 9]
    for number in range(ROUNDS):
        random.shuffle(train)
        for begin in range(0, len(train), BATCH):
            some = train[begin:begin + BATCH]
            rows, group, owner, features = data.batch(some)
            score = np.bincount(owner, weights=weights[features], minlength=len(rows))
            highest = np.full(len(some), -1e9)
            np.maximum.at(highest, group, score)
            grown = np.exp(score - highest[group])
            expected = grown / np.bincount(group, weights=grown)[group]
            good = grown * data.right[rows]
            wanted = good / np.maximum(np.bincount(group, weights=good, minlength=len(some)), 1e-12)[group]
            slope = np.bincount(features, weights=(expected - wanted)[owner], minlength=len(kept))
            slope = (slope / len(some) + penalty * weights) * kept
            steps += slope * slope
            weights -= RATE * slope / np.sqrt(steps)
            if number >= ROUNDS // 2:
                summed += weights
                total += 1
    weights = summed / total
    print("  learned on %d: %.4f; held out %d: %.4f" % (
        len(train), accuracy(data, train, weights), len(held), accuracy(data, held, weights)))
    return {int(i): float(w) for i, w, k in zip(data.ids, weights, kept) if k and abs(w) >= SMALLEST}


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    prefix, target = sys.argv[1:3]
    fold, folds = map(int, sys.argv[3].split("/")) if len(sys.argv) == 4 else (-1, 1)
    names = {}
    with open(prefix + ".names", encoding="utf-8") as lines:
        for line in lines:
            number, aspect, value = line.rstrip("\n").split("\t")
            names[int(number)] = (aspect, value)
    rows = []
    for kind in KINDS:
        print(kind)
        data = Decisions("%s.%s" % (prefix, kind))
        numbers = np.flatnonzero(data.articles % folds != fold)
        weights = fit(data, PENALTY.get(kind, 4e-5), SEEN.get(kind, 8), numbers)
        rows += sorted((kind, *names[i], w) for i, w in weights.items())
    with open(target, "w", encoding="utf-8") as out:
        out.write(HEAD)
        for row in rows:
            out.write("%s\t%s\t%s\t%.2f\n" % row)
    print("%d weights, %d bytes" % (len(rows), os.path.getsize(target)))


if __name__ == "__main__":
    main()
