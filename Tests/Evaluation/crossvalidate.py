#!/usr/bin/env python3
"""What may be expected of hedging.tsv and loaded.tsv on texts that they were not fitted to? Prints held-out figures.

    python3 Tests/Evaluation/crossvalidate.py                                  # both parts
    git show 63290a6:Lexicons/loaded.tsv > v1.tsv                              # the list before weak entries went
    python3 Tests/Evaluation/crossvalidate.py --only loaded --list v1.tsv --floors 0,0.12,0.15,0.18,0.2

weasels: entries for vague sources are chosen on one half of WikiWeasel (at least half of their sentences uncertain) and counted on
the other. loaded: weights are learned as train_loaded.py does on three quarters of BABE, BASIL and PTC (by article, BASIL by event)
and tried on the fourth; BABE's outlets are also put in order with each weighed by what the others taught. Entries that weigh less than
the floor, by the weights of the list's second version, do not count. The choice of the words themselves was made with the whole development part at hand, so that held-out texts
may still do worse. Needs numpy and scipy.
"""
import argparse
import collections
import hashlib
import os
import shutil
import sys
import tempfile

import train_loaded as train

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
LEXICONS = os.path.join(ROOT, "Lexicons")
FOLDS = 4


def weasels(args):
    rows = []
    for d, found in train.analyses(args.program, os.path.join(args.corpora, "hedging", "dev", "wiki.ndjson"), LEXICONS, "hedging"):
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


def fold(corpus, document):
    key = "f" + corpus + (document.get("event") or document["id"])
    return int(hashlib.sha1(key.encode()).hexdigest()[:8], 16) % FOLDS


def loaded(args):
    scorer, category = train.scorer_of(args.corpora), train.read_list(args.list)
    with tempfile.TemporaryDirectory() as folder:
        for name in os.listdir(LEXICONS):
            shutil.copy(os.path.join(LEXICONS, name), folder)
        shutil.copy(args.list, os.path.join(folder, "loaded.tsv"))
        corpora = {c: train.analyses(args.program, os.path.join(args.corpora, "loaded", "dev", c + ".ndjson"), folder, "loaded")
                   for c in train.TARGETS}
    examples = train.Examples(corpora, category, scorer)

    def score(corpus, taught_by, floor, own):
        """The scorer's figures when `taught_by(document)` chose the entries and weighed them."""
        kept = []
        for d, found in corpora[corpus]:
            choice, weights = taught_by(d)
            kept.append({"id": d["id"], "findings": [dict(f, weight=max(train.FLOOR, float(weights[f["line"]])))
                                                     for f in found if choice[f["line"]] >= floor]})
        return scorer.score([d for d, _ in corpora[corpus]], kept, corpus, own, boot=1)

    def taught(is_kept):
        """Weights by which entries were chosen for the list, and those that they have."""
        return examples.learned(is_kept, odds_part=0.5, balance=0), examples.learned(is_kept)

    folds = [taught(lambda corpus, d: fold(corpus, d) != number) for number in range(FOLDS)]
    outlets = {d.get("outlet") for d, _ in corpora["babe"]}
    elsewhere = {o: taught(lambda corpus, d: corpus != "babe" or d.get("outlet") != o) for o in outlets}
    for floor in args.floors:
        for own in (False, True):
            babe, basil, ptc = (score(c, lambda d: folds[fold(c, d)], floor, own) for c in ("babe", "basil", "ptc"))
            print(f"loaded, held out, floor {floor}{', own voice' if own else '':11} BABE sentence macro-F1 {babe['sentence']['macro_f1']:.3f} "
                  f"AUC {babe['sentence']['auc']:.3f} word F1 {babe['token']['f1']:.3f} outlets {babe['outlet_rate']['spearman']:.3f} | BASIL AUC "
                  f"{basil['sentence']['auc']:.3f} articles {basil['article_rate']['spearman_spans']:.3f} "
                  f"pairs {basil['event_order']['spans']['pairs_ordered_like_gold']:.3f} | PTC AUC {ptc['sentence']['auc']:.3f} "
                  f"articles {ptc['article_rate']['spearman_spans']:.3f} token F1 {ptc['token']['f1']:.3f}")
            ordered = score("babe", lambda d: elsewhere[d.get("outlet")], floor, own)["outlet_rate"]
            print(f"  each BABE outlet weighed by the others: rank correlation {ordered['spearman']:.3f}, linear {ordered['pearson']:.3f}")


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
