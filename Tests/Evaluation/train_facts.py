#!/usr/bin/env python3
"""Learn Lexicons/fact-weights.tsv from annotated news.  Needs numpy.

    python3 Tests/Evaluation/train_facts.py ../shared/eval/stories .build/release/copydesk

The release program writes every pair of sentences that it compares (copydesk facts --pairs). ECB+ tells of the pairs
of reviewed sentences which tell the same: a logistic model of LEAD is fitted for pairs of leads. ECB+ has few pairs elsewhere (one in
seventeen), and its articles are all short; those are fitted on the facts that facts-newswcl.tsv and facts-basil.tsv mark in six
stories of NewsWCL50, five long articles each, and twelve of BASIL, three each. The weights are printed with figures, facts put
together as the program does it (but for shared figures): on ECB+ from five-fold cross-validation by topic (SEED deals the topics to
other folds), on the others with the story at hand left out.
"""
import collections
import csv
import hashlib
import heapq
import json
import os
import re
import subprocess
import sys
import tempfile

import numpy as np

LEAD = ["bias", "central", "shared"]
ELSEWHERE = ["bias", "quantity", "around", "rare", "phrases"]
PENALTY = 3
MARKED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "facts-%s.tsv")
SAME_PART = 0.5
THRESHOLDS = [float(t) for t in os.environ.get("THRESHOLDS", "0.2 0.22 0.25").split()]
SEED = os.environ.get("SEED", "")
PAIR_THRESHOLD = float(os.environ.get("PAIR_THRESHOLD", 0.08))
FLOOR = 0.05


def pairs_of(program, articles):
    """The pairs of one event's articles: rows of (sentence, sentence, aspects, whether both are leads, weights of the stems they share), and the
    aspects' names."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, "in.ndjson"), os.path.join(folder, "pairs.csv")
        with open(source, "w", encoding="utf-8") as handle:
            handle.writelines(json.dumps(a) + "\n" for a in articles)
        subprocess.run([program, "facts", source, "--raw-text", "--quiet", "--pairs", target, "--output", os.devnull], check=True)
        with open(target, encoding="utf-8", newline="") as handle:
            rows = list(csv.reader(handle))
    names = rows[0][7:-3]
    out = []
    for r in rows[1:]:
        out.append(((r[1], int(r[2]), int(r[3])), (r[4], int(r[5]), int(r[6])), [float(c) for c in r[7:-3]], r[-3] == "1",
                    {stem: float(weight) for stem, weight in (w.split(":") for w in r[-2].split())}))
    return names, out


class Event:
    """The pairs of an event, with what the annotation says of them."""

    def __init__(self, pairs, reviewed, topic):
        self.fold = int(hashlib.sha1((topic + SEED).encode()).hexdigest(), 16) % 5
        self.sentences = sorted({s for a, b, *_ in pairs for s in (a, b)})
        number = {s: i for i, s in enumerate(self.sentences)}
        self.pairs = np.array([(number[a], number[b]) for a, b, *_ in pairs], dtype=int).reshape(-1, 2)
        self.aspects = np.array([p[2] for p in pairs], dtype=float)
        self.leads = np.array([p[3] for p in pairs], dtype=bool)
        self.shared = [p[4] for p in pairs]
        self.places = [(d, s) for d in reviewed for s in reviewed[d]]
        self.place = [self.where(s) for s in self.sentences]
        self.same = np.array([self.label(self.place[a], self.place[b]) for a, b in self.pairs], dtype=int)
        self.wanted = sum(self.label(a, b) == 1 for a in range(len(self.places)) for b in range(a + 1, len(self.places)))

    def where(self, sentence):
        identity, start, end = sentence
        best = max(((min(end, s["end"]) - max(start, s["start"]), n) for n, (d, s) in enumerate(self.places) if d == identity), default=(0, -1))
        if best[0] <= 0:
            return -1
        s = self.places[best[1]][1]
        return best[1] if 2 * best[0] >= min(end - start, s["end"] - s["start"]) else -1

    def label(self, a, b):
        """1: the same fact; 0: another; -1: not scored."""
        if a < 0 or b < 0 or self.places[a][0] == self.places[b][0]:
            return -1
        x, y = (set(self.places[n][1]["chains"]) for n in (a, b))
        shared = len(x & y)
        if shared >= 2 and 2 * shared >= len(x | y):
            return 1
        return 0 if shared == 0 else -1


def read_events(corpus, program):
    read = lambda name: open(os.path.join(corpus, "dev", name), encoding="utf-8")
    articles = [json.loads(line) for line in read("ecb.ndjson")]
    of = json.load(read("gold.json"))["ecb"]
    reviewed = json.load(read("facts.json"))
    by_event = collections.defaultdict(list)
    for a in articles:
        by_event[of[a["id"]]].append(a)
    names, events = None, []
    for event, told in sorted(by_event.items()):
        names, pairs = pairs_of(program, told)
        events.append(Event(pairs, {a["id"]: reviewed.get(a["id"], []) for a in told}, re.match(r"\d+", event).group()))
    return names, events


class Story(Event):
    """The pairs of a long story, with the facts that were marked in it."""

    def __init__(self, pairs, marked, story):
        self.facts = [set() for _ in range(1 + max(fact for fact, _ in marked))]
        places = {}
        for fact, sentence in marked:
            self.facts[fact].add(places.setdefault(sentence, len(places)))
        reviewed = collections.defaultdict(list)
        self.told = {}
        for (d, start, end), number in places.items():
            reviewed[d].append({"start": start, "end": end, "number": number})
        # Sentences that tell no fact are wrong in every pair.
        known = {(d, start, end) for d, start, end in places}
        for sentence in sorted({s for a, b, *_ in pairs for s in (a, b)} - known):
            reviewed[sentence[0]].append({"start": sentence[1], "end": sentence[2], "number": -1})
        super().__init__(pairs, reviewed, story)
        self.fold = story

    def label(self, a, b):
        if a < 0 or b < 0 or self.places[a][0] == self.places[b][0]:
            return -1
        x, y = self.places[a][1]["number"], self.places[b][1]["number"]
        return int(any(x in fact and y in fact for fact in self.facts))


def read_stories(corpus, program, name):
    articles = collections.defaultdict(list)
    with open(os.path.join(corpus, "dev", name + ".ndjson"), encoding="utf-8") as handle:
        told = {a["id"]: a for a in map(json.loads, handle)}
    of = json.load(open(os.path.join(corpus, "dev", "gold.json"), encoding="utf-8"))[name]
    for a in told.values():
        articles[of[a["id"]]].append(a)
    marked = collections.defaultdict(list)
    with open(MARKED % name, encoding="utf-8") as handle:
        for row in csv.DictReader((line for line in handle if not line.startswith("#")), delimiter="\t"):
            marked[row["story"]].append((int(row["fact"]), (row["article"], int(row["start"]), int(row["end"]))))
    return [Story(pairs_of(program, articles[story])[1], facts, story) for story, facts in sorted(marked.items())]


def fit(names, events, learned, leads):
    """The weights of the pairs of leads, or of all others, by Newton's method with a slight penalty."""
    chosen = [(e.same >= 0) & (e.leads == leads) for e in events]
    x = np.concatenate([e.aspects[c] for e, c in zip(events, chosen)])[:, [names.index(n) for n in learned]]
    same = np.concatenate([e.same[c] for e, c in zip(events, chosen)])
    penalty = np.full(len(learned), 0.01) if leads else PENALTY * x.var(axis=0)
    w = np.zeros(len(learned))
    for _ in range(30):
        p = 1 / (1 + np.exp(-(x @ w)))
        slope = x.T @ (p - same) + penalty * w
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-9), slope)
    return dict(zip(learned, w))


def probabilities(names, event, models):
    z = [sum(w * event.aspects[:, names.index(n)] for n, w in weights.items()) for weights in models]
    return 1 / (1 + np.exp(-np.where(event.leads, *z)))


def linked(articles, pairs, likely, threshold):
    """Average linkage; pairs that are not named have 0, pairs of one article do not count."""
    count = len(articles)
    near, members = [dict() for _ in range(count)], [[i] for i in range(count)]
    kinds = [collections.Counter([a]) for a in articles]

    def pair_count(a, b):
        return max(1, len(members[a]) * len(members[b]) - sum(n * kinds[b][k] for k, n in kinds[a].items()))

    heap = []
    for (a, b), p in zip(pairs, likely):
        if p >= FLOOR:
            near[a][b] = near[b][a] = p
            heapq.heappush(heap, (-p, a, b))
    alive = [True] * count
    while heap:
        s, a, b = heapq.heappop(heap)
        if -s < threshold:
            break
        if not (alive[a] and alive[b]):
            continue
        alive[a] = alive[b] = False
        new, at = {}, len(near)
        members.append(members[a] + members[b])
        kinds.append(kinds[a] + kinds[b])
        for c in set(near[a]) | set(near[b]):
            if alive[c]:
                new[c] = near[a].get(c, 0) + near[b].get(c, 0)
                near[c][at] = new[c]
                heapq.heappush(heap, (-new[c] / pair_count(at, c), c, at))
        near.append(new)
        alive.append(True)
    return [members[i] for i in range(len(members)) if alive[i]]


class Rows:
    """Facts as FactGroups.swift puts them together."""

    def __init__(self, event, likely, threshold):
        self.articles, self.threshold = [s[0] for s in event.sentences], threshold
        pairs = event.pairs.tolist()
        self.likely = {tuple(pair): p for pair, p in zip(pairs, likely) if p >= FLOOR}
        self.shared = dict(zip(map(tuple, pairs), event.shared))
        self.rows, self.of = [], collections.defaultdict(list)
        for group in linked(self.articles, pairs, likely, threshold):
            if len(group) > 1:
                self.add(group)
        self.add_torn_pairs()

    def add(self, members):
        self.rows.append(list(members))
        for i in members:
            self.of[i].append(len(self.rows) - 1)

    def told(self, i, row):
        """The stems of a sentence that other articles of a row have."""
        out = set()
        for j in self.rows[row]:
            if self.articles[j] != self.articles[i]:
                out |= self.shared.get((min(i, j), max(i, j)), {}).keys()
        return out

    def telling(self, i, part):
        best = max(((share(part, self.told(i, row)), -n, row) for n, row in enumerate(self.of[i])), default=(0, 0, None))
        return best[2] if best[0] >= SAME_PART else None

    def add_torn_pairs(self):
        told = collections.defaultdict(list)
        for (a, b), p in sorted(self.likely.items(), key=lambda x: (-x[1], x[0])):
            if p < PAIR_THRESHOLD:
                break
            part, sides = self.shared[a, b], [(a, self.articles[b]), (b, self.articles[a])]
            new = all(share(part, other) < SAME_PART for side in sides for other in told[side])
            for side in sides:
                told[side].append(part.keys())
            if not new or set(self.of[a]) & set(self.of[b]):
                continue
            one, other = self.telling(a, part), self.telling(b, part)
            if one is None and other is None:
                self.add([a, b])
            elif one is None or other is None:
                i, row = (a, other) if one is None else (b, one)
                among = [self.likely.get((min(i, j), max(i, j)), 0) for j in self.rows[row] if self.articles[j] != self.articles[i]]
                if sum(among) >= self.threshold * len(among):
                    self.rows[row].append(i)
                    self.of[i].append(row)


def share(part, other):
    """The share of some stems' weight that others have."""
    total = sum(part.values())
    return sum(w for stem, w in part.items() if stem in other) / total if total else 0


def figures(names, events, weights_of, threshold):
    right = wrong = wanted = facts_found = number = 0
    for e in events:
        said = set()
        rows = Rows(e, probabilities(names, e, weights_of(e)), threshold).rows
        number += len(rows)
        for group in rows:
            places = {e.place[i] for i in group} - {-1}
            said |= {(a, b) for a in places for b in places if a < b}
        facts = getattr(e, "facts", [])
        facts_found += sum(any(e.places[a][1]["number"] in f and e.places[b][1]["number"] in f and e.label(a, b) == 1 for a, b in said)
                           for f in facts if len(f) > 1)
        labels = [e.label(a, b) for a, b in said]
        right, wrong, wanted = right + labels.count(1), wrong + labels.count(0), wanted + e.wanted
    p, r = right / max(1, right + wrong), right / wanted
    return 2 * p * r / (p + r) if p + r else 0.0, p, r, facts_found, number


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    names, events = read_events(*sys.argv[1:])
    corpora = {name: read_stories(*sys.argv[1:], name) for name in ("newswcl", "basil")}
    stories = sum(corpora.values(), [])
    lead, elsewhere = fit(names, events, LEAD, True), fit(names, stories, ELSEWHERE, False)
    for name in sorted(names):
        print(f"{name}\t{lead.get(name, 0):.2f}\t{elsewhere.get(name, 0):.2f}")
    leads = [fit(names, [e for e in events if e.fold != f], LEAD, True) for f in range(5)]
    others = {s.fold: fit(names, [t for t in stories if t is not s], ELSEWHERE, False) for s in stories}
    for t in THRESHOLDS:
        f, p, r, _, _ = figures(names, events, lambda e: (leads[e.fold], elsewhere), t)
        print(f"threshold {t}: ECB+ cross-validated pair F1 {f:.4f} (precision {p:.3f}, recall {r:.3f})")
        for name, some in corpora.items():
            f, p, r, found, rows = figures(names, some, lambda e: (lead, others[e.fold]), t)
            print(f"threshold {t}: {name}, each story left out, pair F1 {f:.4f} (precision {p:.3f}, recall {r:.3f}), {found} facts found in {rows} rows")


if __name__ == "__main__":
    main()
