#!/usr/bin/env python3
"""Learn Lexicons/cleaning-weights.tsv from pages whose articles people marked.  Needs numpy, scipy and rapidfuzz.

    python3 Tests/Evaluation/train_cleaning.py pages /tmp/pages.ndjson
    CLEANING_PAGES=/tmp/pages.ndjson CLEANING_DECISIONS=/tmp/decisions.ndjson \\
        swift test -c release -Xswiftc -enable-testing --filter CleaningDecisions
    python3 Tests/Evaluation/train_cleaning.py learn /tmp/decisions.ndjson Lexicons/cleaning-weights.tsv

The test writes what each block of a page inside the article's part could be judged by, as the rules leave it. Here
the blocks are aligned with the marked texts, a logistic model is fitted, and the text F1 that rules and weights
reach together is printed: with folds that share no site, which is the figure to believe, and once more with every
line of boilerplate*.tsv and markup.tsv taken back that fires on one site alone, as a stand-in for sites nobody has
read. The weights written are those of all pages.
"""
import collections
import json
import os
import re
import sys
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
CORPORA = os.environ.get("COPYDESK_CORPORA", os.path.join(HERE, "..", "..", "..", "shared", "eval"))
sys.path.insert(0, os.path.join(CORPORA, "extraction"))
SOURCES = ["scrapinghub", "fundus-eval", "fundus-parsers", "trafilatura", "wcxb", "mozilla"]
WORD = re.compile(r"\w+")
# sites a property must stand on; penalties on large weights, for properties that are words of markup and for others
SEEN, PENALTY_NAMES, PENALTY, PENALTY_RULES = 5, 0.1, 0.03, 0.002
CATEGORIES = {
    "shape": "bias length links shape", "place": "region passed fromStart fromEnd fromFirst fromLast",
    "neighbours": "shapeBefore shapeAfter rule hit ruleBefore ruleAfter rulesAround",
    "markup": "run likeness siblings depth tag tags within style name nameWithin gap gapAfter",
    "wording": "capitals shouting figures opening person", "repeated": "title data twice"}
NAMES = {"rule", "hit", "ruleBefore", "ruleAfter", "tag", "tags", "within", "style", "name", "nameWithin"}
RULES = {"rule", "bias", "rulesAround"}
SMALLEST, FOLDS = 0.03, 6
HEAD = """#@ title: Measured weights of a page's blocks
#@ version: 1
#@ licence: CC0-1.0
#@ measures: how much a property of a block inside the article's part of a page speaks for keeping it (above 0) or against it
# Logistic weights, learned with Tests/Evaluation/train_cleaning.py on the development halves of the article-extraction
# benchmarks of scrapinghub, fundus, trafilatura, Murrough Foley (WCXB) and Mozilla. Aspects are named as in
# Sources/DeskCleaning/Weighing/BlockAspect.swift, values as BlockProperties.swift counts them. `category`: the reason that
# a removal gives when this weight spoke most against the block.
aspect\tvalue\tweight\tcategory
"""


def gold_pages():
    with open(os.path.join(CORPORA, "extraction", "gold.json"), encoding="utf-8") as handle:
        return json.load(handle)


def write_pages(path):
    import score
    gold = gold_pages()
    with open(path, "w", encoding="utf-8") as out:
        for source in SOURCES:
            for name, raw in score.load(os.path.join(CORPORA, "extraction"), source, gold[source], None).items():
                page = {"id": source + "|" + name, "url": gold[source][name].get("url"), "html": score.decode(raw)}
                out.write(json.dumps(page, ensure_ascii=False) + "\n")


def site(url, name):
    """The registered domain of an address, nearly."""
    parts = [p for p in (urllib.parse.urlparse(url or "").hostname or "").lower().split(".") if p]
    if len(parts) < 2 or parts[-1] == "fakehost":
        return "page:" + name
    second = {"co", "com", "org", "net", "gov", "ac", "edu"}
    return ".".join(parts[-3:] if len(parts) > 2 and parts[-2] in second and len(parts[-1]) == 2 else parts[-2:])


def labels(source, gold, texts):
    """For each block 1 (text), 0 (furniture) or -1 (the marked text does not tell)."""
    import score
    from rapidfuzz.distance import LCSseq
    if source == "trafilatura":
        def holds(text, snippets):
            return any(s in text or (len(text) > 25 and text in s) for s in map(score.squeeze, snippets))
        found = [(holds(score.squeeze(t), gold["with"]), holds(score.squeeze(t), gold["without"])) for t in texts]
        return [-1 if a == b else int(a) for a, b in found]
    paragraphs = gold.get("paragraphs") or [(gold.get("text") or "", False)]
    wanted = [(w.lower(), bool(optional)) for text, optional in paragraphs for w in WORD.findall(text)]
    shown = [(w, i) for i, text in enumerate(texts) for w in WORD.findall(text.lower())]
    places = [[] for _ in texts]
    for part in LCSseq.opcodes([w for w, _ in shown], [w for w, _ in wanted]):
        for k in range(part.src_start, part.src_end):
            place = part.dest_start + k - part.src_start if part.tag == "equal" else None
            places[shown[k][1]].append(place)
    out = []
    for found in places:
        hits = [p for p in found if p is not None]
        share, spread = len(hits) / max(1, len(found)), hits[-1] - hits[0] + 1 if hits else 0
        if len(found) < 6:
            text = bool(hits) and share == 1 and spread == len(found)
        elif len(found) < 15:
            text = share >= 0.8 and spread <= len(found) * 1.5
        else:
            text = share >= 0.5 and spread <= len(found) * 2
        isOptional = text and sum(wanted[p][1] for p in hits) * 2 > len(hits)
        out.append(-1 if isOptional else int(text))
    return out


class Blocks:
    """All blocks of all pages, flat."""

    def __init__(self, path):
        import numpy as np
        from scipy import sparse
        self.gold, self.pages, numbers, rows, columns, y = gold_pages(), [], {}, [], [], []
        self.texts, self.rules, self.reasons = [], [], []
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                page = json.loads(line)
                source, name = page["id"].split("|", 1)
                gold, blocks, first = self.gold[source][name], page["blocks"], len(y)
                for block in blocks:
                    for key in set(block["properties"]):
                        rows.append(len(self.texts))
                        columns.append(numbers.setdefault(key, len(numbers)))
                    self.texts.append(block["text"])
                    self.rules.append(block["rule"])
                    self.reasons.append(block["reason"])
                y += labels(source, gold, [b["text"] for b in blocks])
                self.pages.append((source, name, site(gold.get("url"), name), first, len(y)))
        self.y = np.array(y)
        self.keys = [key.split("\t") for key in numbers]
        self.aspects = np.array([key[0] for key in self.keys])
        self.x = sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=(len(y), len(numbers)))
        self.words = np.array([len(WORD.findall(t)) for t in self.texts])
        self.kept = np.array([not r for r in self.rules])
        sites = sorted({p[2] for p in self.pages})
        self.site = np.concatenate([np.full(b - a, sites.index(s)) for _, _, s, a, b in self.pages])
        # Long pages do not count for more than thirty blocks.
        self.weight = np.zeros(len(y))
        for _, _, _, a, b in self.pages:
            known = self.y[a:b] >= 0
            self.weight[a:b] = known * min(1, 30 / max(1, known.sum())) / 30

    def decide(self, score, kept):
        """What Weighing.swift makes of the sums."""
        import numpy as np
        floor = np.where(self.words < 9, -0.5, np.where(self.words < 25, -1.6, -2.4))
        ceiling = np.full(len(score), np.inf)
        for i, (rule, reason) in enumerate(zip(self.rules, self.reasons)):
            if rule == "link-list":
                ceiling[i] = 1.4
            elif rule.startswith("markup.tsv") and reason not in ("caption", "comments", "copyright"):
                ceiling[i] = 1.1
        return np.where(kept, score >= floor, score > ceiling)

    def show(self, title, kept):
        import score
        answers, line, total = collections.defaultdict(dict), [], 0
        for source, name, _, a, b in self.pages:
            paragraphs = [t for t, k in zip(self.texts[a:b], kept[a:b]) if k]
            answers[source][name] = {"text": "\n\n".join(paragraphs), "paragraphs": paragraphs}
        for source in SOURCES:
            gold = self.gold[source]
            if source in ("trafilatura", "mozilla"):
                gold = {k: v for k, v in gold.items() if v.get("lang") == "en"}
            figures = score.score_source(source, gold, answers[source], boot=0)[0]
            total += figures["f1"] / len(SOURCES)
            line.append("%s %.4f" % (source, figures["f1"]))
            if "para" in figures:
                line.append("paragraphs %.4f" % figures["para"])
        print("%-36s mean %.4f  %s" % (title, total, "  ".join(line)), flush=True)


def fit(x, y, weight, penalty):
    import numpy as np
    from scipy.optimize import minimize
    sign, turned = 2 * y - 1, x.T.tocsr()

    def loss(w):
        margin = sign * (x @ w)
        slope = -sign * weight / (1 + np.exp(np.clip(margin, -50, 50)))
        return (weight * np.logaddexp(0, -margin)).sum() + 0.5 * (penalty * w * w).sum(), turned @ slope + penalty * w
    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 80}).x


def learn(blocks, train, x):
    """The columns that stand on enough sites of the training blocks, and their weights."""
    import numpy as np
    from scipy import sparse
    by_site = sparse.csr_matrix((np.ones(train.sum()), (blocks.site[train], np.arange(train.sum()))))
    columns = np.flatnonzero(np.asarray((by_site @ x[train] > 0).sum(0)).ravel() >= SEEN)
    aspects = blocks.aspects[columns]
    penalty = np.where(np.isin(aspects, list(NAMES)), PENALTY_NAMES, PENALTY)
    penalty[np.isin(aspects, list(RULES))] = PENALTY_RULES
    return columns, fit(x[train][:, columns], blocks.y[train], blocks.weight[train], penalty)


def folded(blocks, x):
    """Each block's sum by weights that know nothing of its site."""
    import numpy as np
    fold = np.random.default_rng(0).permutation(blocks.site.max() + 1)[blocks.site] % FOLDS
    sums = np.zeros(len(blocks.y))
    for number in range(FOLDS):
        columns, w = learn(blocks, (fold != number) & (blocks.y >= 0), x)
        sums[fold == number] = x[fold == number][:, columns] @ w
    return sums


def unread(blocks):
    """The blocks as if nobody had written lines for one site alone, and their properties."""
    import numpy as np
    from scipy import sparse
    sites = collections.defaultdict(set)
    for rule, place in zip(blocks.rules, blocks.site):
        sites[rule].add(place)
    lone = np.array([":" in r and len(sites[r]) == 1 for r in blocks.rules])
    telling = np.isin(blocks.aspects, ["rule", "hit", "rulesAround"]).astype(float)
    x = blocks.x @ sparse.diags(1 - telling) + sparse.diags((~lone).astype(float)) @ blocks.x @ sparse.diags(telling)
    return blocks.kept | lone, x.tocsr()


def main():
    if len(sys.argv) == 3 and sys.argv[1] == "pages":
        return write_pages(sys.argv[2])
    if len(sys.argv) != 4 or sys.argv[1] != "learn":
        sys.exit(__doc__)
    blocks = Blocks(sys.argv[2])
    blocks.show("rules", blocks.kept)
    blocks.show("rules and weights, folds by site", blocks.decide(folded(blocks, blocks.x), blocks.kept))
    kept, x = unread(blocks)
    blocks.show("rules without lines for one site", kept)
    blocks.show("the same and weights, folds by site", blocks.decide(folded(blocks, x), kept))
    columns, w = learn(blocks, blocks.y >= 0, blocks.x)
    blocks.show("rules and weights, as learned", blocks.decide(blocks.x[:, columns] @ w, blocks.kept))
    number = lambda key: (list(blocks.aspects).index(key[0]), key[0], int(key[1]) if key[1].isdigit() else 0, key[1])
    rows = sorted(((blocks.keys[c], v) for c, v in zip(columns, w) if abs(v) >= SMALLEST), key=lambda r: (r[0][0], number(r[0])))
    with open(sys.argv[3], "w", encoding="utf-8") as out:
        out.write(HEAD)
        for (aspect, value), weight in rows:
            category = next(c for c, aspects in CATEGORIES.items() if aspect in aspects.split())
            out.write("%s\t%s\t%.2f\t%s\n" % (aspect, value, weight, category))
    print("%d weights, %d bytes" % (len(rows), os.path.getsize(sys.argv[3])))


if __name__ == "__main__":
    main()
