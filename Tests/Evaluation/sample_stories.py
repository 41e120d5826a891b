#!/usr/bin/env python3
"""How well are stories found in collections of a class's size? B-cubed F1 over hundreds of drawn ones. Standard library only.

    python3 Tests/Evaluation/sample_stories.py ../shared/eval/stories .build/release/copydesk
    python3 Tests/Evaluation/sample_stories.py ../shared/eval/stories OLD NEW --samples 300    # and what the second gained

The forty collections of the scorer's set "small" are few: one wrong pair moves their mean by a thousandth. Here each kind is drawn
--samples times from the development parts, undated, 5 to 40 articles: events of BASIL and NewsWCL50, of ECB+ (up to eight articles
each), the two events of one kind of ECB+, AllSides openings; some events with one article only. The gain comes with an interval of
95% from drawing the events anew 1,000 times: samples share events, so the samples themselves would look surer than they are.
"""
import argparse
import collections
import json
import os
import random
import re
import subprocess
import sys
import tempfile


def read(corpus):
    """The articles of each event, without dates and addresses, by collection."""
    with open(os.path.join(corpus, "dev", "gold.json"), encoding="utf-8") as handle:
        gold = json.load(handle)
    out = {}
    for name, events in gold.items():
        told = collections.defaultdict(list)
        with open(os.path.join(corpus, "dev", name + ".ndjson"), encoding="utf-8") as handle:
            for article in map(json.loads, handle):
                told[events[article["id"]]].append(dict(article, date="", url=""))
        out[name] = dict(told)
    return out


def draw(rng, told, events, articles):
    """A collection: `events` of those told, each with a few of its articles, up to `articles`; pairs of event and article."""
    out = []
    for event in rng.sample(sorted(told), events):
        out += [(event, a) for a in rng.sample(told[event], rng.randint(1, min(articles, len(told[event]))))]
    rng.shuffle(out)
    return out


def collections_of(corpus, samples, seed):
    by_name, rng = read(corpus), random.Random(seed)
    topics = collections.defaultdict(dict)
    for event, articles in by_name["ecb"].items():
        topics[re.match(r"\d+", event).group()][event] = articles
    pairs = [t for t in topics.values() if len(t) == 2]
    full = {**by_name["basil"], **by_name["newswcl"]}
    kinds = {
        "BASIL and NewsWCL50": lambda: draw(rng, full, rng.randint(2, 13), 5),
        "ECB+": lambda: draw(rng, by_name["ecb"], rng.randint(2, 6), 8),
        "ECB+, two of one kind": lambda: draw(rng, rng.choice(pairs), 2, 8),
        "AllSides openings": lambda: draw(rng, by_name["allsides"], rng.randint(3, 14), 3),
    }
    for kind, make in kinds.items():
        drawn = []
        while len(drawn) < samples:
            sample = make()
            if 5 <= len(sample) <= 40:
                drawn.append(sample)
        yield kind, drawn


def b_cubed(gold, found):
    g, f, both = collections.Counter(gold), collections.Counter(found), collections.Counter(zip(gold, found))
    precision = sum(n * n / f[k[1]] for k, n in both.items())
    recall = sum(n * n / g[k[0]] for k, n in both.items())
    return 2 * precision * recall / (precision + recall) / len(gold)


def score(program, sample, path):
    with open(path, "w", encoding="utf-8") as handle:
        handle.writelines(json.dumps(a, ensure_ascii=False) + "\n" for _, a in sample)
    done = subprocess.run([program, "stories", path, "--raw-text", "--format", "ndjson", "--quiet"], capture_output=True, check=True)
    story = {i: row["story"] for row in map(json.loads, done.stdout.splitlines()) for i in row["articles"]}
    # An article without text is in no story: it stands alone, as in the scorer.
    return b_cubed([e for e, _ in sample], [story.get(a["id"], a["id"]) for _, a in sample])


def interval(drawn, gains, rng):
    """95% of the mean gain, events drawn anew: a sample counts as often as its events were drawn on average."""
    events = sorted({e for sample in drawn for e, _ in sample})
    means = []
    for _ in range(1000):
        times = collections.Counter(rng.choices(events, k=len(events)))
        weights = [sum(times[e] for e in told) / len(told) for told in ({e for e, _ in sample} for sample in drawn)]
        means.append(sum(w * g for w, g in zip(weights, gains)) / max(1, sum(weights)))
    means.sort()
    return means[25], means[974]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("corpus")
    ap.add_argument("programs", nargs="+")
    ap.add_argument("--samples", type=int, default=200)
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    if not os.path.isdir(args.corpus):
        print("skipped: the corpus is not at hand")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "articles.ndjson")
        for kind, drawn in collections_of(args.corpus, args.samples, args.seed):
            scores = [[score(p, sample, path) for sample in drawn] for p in args.programs]
            line = f"{kind:24}" + "".join(f" {sum(s) / len(s):.4f}" for s in scores)
            if len(scores) > 1:
                gains = [b - a for a, b in zip(scores[0], scores[-1])]
                low, high = interval(drawn, gains, random.Random(args.seed))
                line += f"  gain {sum(gains) / len(gains):+.4f} ({low:+.4f} to {high:+.4f})"
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
