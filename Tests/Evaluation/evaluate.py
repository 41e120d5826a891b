#!/usr/bin/env python3
"""How good is copydesk? Runs the scorers over the development corpora and holds the figures to floors.json.

    python3 Tests/Evaluation/evaluate.py                     # every part, with the release program
    python3 Tests/Evaluation/evaluate.py --only hedging,seeds
    python3 Tests/Evaluation/evaluate.py --record            # write today's figures as the new floors, and Lexicons/accuracy.tsv

The corpora and their scorers are third parties' and lie beside a checkout of the project, in ../shared/eval; where they
are not at hand, nothing is measured and the exit is 0. Exit 1: a figure has fallen below its floor. Standard library only.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FLOORS = os.path.join(HERE, "floors.json")
ACCURACY = os.path.join(ROOT, "Lexicons", "accuracy.tsv")
ACCURACY_HEAD = """\
#@ title: Measured accuracy of each analyzer
#@ version: 1
#@ licence: CC0-1.0
#@ measures: how often a finding is one for people who annotated news, and how often theirs is found
# Written by Tests/Evaluation/evaluate.py --record, never edited by hand. `seen`: whether the lists or weights were
# fitted with these very texts at hand; then expect less elsewhere.
analyzer\tcorpus\tunit\tprecision\trecall\tcases\tseen
"""
# Less than this below its floor is the floor: figures are rounded to four places.
SLACK = 0.0005


def scorer(corpora, folder, *arguments):
    """Runs a folder's score.py and returns its standard output."""
    command = [sys.executable, os.path.join(corpora, folder, "score.py"), *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def with_json(corpora, folder, *arguments):
    """Runs a score.py that writes its figures to a file, and returns them."""
    with tempfile.TemporaryDirectory() as folder_name:
        path = os.path.join(folder_name, "figures.json")
        scorer(corpora, folder, *arguments, "--json", path)
        with open(path, encoding="utf-8") as handle:
            return json.load(handle)


def seeds(corpora, program):
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        seed_files = [os.path.join(ROOT, "seeds", name) for name in sorted(os.listdir(os.path.join(ROOT, "seeds"))) if name.endswith(".txt")]
        with tempfile.TemporaryDirectory() as copies:
            # Without the manifest beside them: what counts is what the files themselves tell.
            inputs = []
            for path in seed_files:
                copy = os.path.join(copies, os.path.basename(path))
                with open(path, "rb") as source, open(copy, "wb") as target:
                    target.write(source.read())
                inputs.append(copy)
            for verb in ("clean", "analyze"):
                paths[verb] = os.path.join(folder, verb)
                with open(paths[verb], "wb") as handle:
                    subprocess.run([program, verb, *inputs, "--format", "ndjson"], stdout=handle, check=True)
        figures = json.loads(scorer(corpora, "seeds", "--clean", paths["clean"], "--analyze", paths["analyze"], "--json"))
    clean, found = figures["clean"], figures["analyze"]
    share = lambda text: int(text.split("/")[0]) / int(text.split("/")[1])
    accuracy = [
        ("attribution", "five seed articles", "attributions", found["attribution"]["precision"], found["attribution"]["recall"],
         found["attribution"]["tp"] + found["attribution"]["fn"], "yes"),
        ("labels", "five seed articles", "labels", found["label"]["precision"], found["label"]["recall"],
         found["label"]["tp"] + found["label"]["fn"], "yes"),
    ]
    return accuracy, {
        "furniture lines F1": clean["lines"]["remove"]["f1"],
        "furniture lines F1, easy ones": clean["lines"]["remove_without_hard"]["f1"],
        "body lines kept": 1.0 - clean["lines"]["body_lines_lost"] / 100,
        "titles": share(clean["title"]),
        "no date made up": 1.0 if clean["dates_made_up"] == 0 else 0.0,
        "broken paragraphs joined": share(clean["broken_paragraphs_joined"]),
        "attribution F1": found["attribution"]["f1"],
        "source type": found["attribution"]["type_accuracy"],
        "content characters F1": found["attribution"]["content"],
        "hedging F1": found["hedging"]["f1"],
        "loaded precision": found["loaded"]["precision"],
        "loaded recall": found["loaded"]["recall"],
        "labels recall": found["label"]["recall"],
    }


def attribution(corpora, program):
    f = with_json(corpora, "attribution", "--command", f"{program} analyze - --format ndjson --raw-text --quiet")
    measures = [("cue", "found"), ("cue", "exact"), ("content", "exact"), ("content", "soft"), ("source", "exact"), ("source", "head"),
                ("full", "exact"), ("full", "lenient"), ("direct", "quote"), ("direct", "quote_and_speaker")]
    figures = {f"{part} {name} F1": f[part][name]["f1"] for part, name in measures}
    figures["outlet rates right to (1 - relative error)"] = 1 - f["rate_all"]["outlet_relative_error"]
    row = lambda unit, r: ("attribution", "PolNeAR, development part", unit, r["p"], r["r"], r["gold"], "yes")
    return [row("cues found", f["cue"]["found"]), row("source and content right", f["full"]["lenient"]),
            row("direct quotations with their speaker", f["direct"]["quote_and_speaker"])], figures


def hedging(corpora, program):
    out, accuracy = {}, []
    command = f"{program} analyze - --format ndjson --raw-text --quiet"
    dev = lambda name: os.path.join(corpora, "hedging", "dev", name + ".ndjson")
    runs = [("news", "", []), ("bioscope", "", ["--ignore", "approximator,vague_source"]), ("wiki", "", []),
            ("wiki", ", modals and approximators aside", ["--ignore", "epistemic_modal,approximator"])]
    for name, what, options in runs:
        r = json.loads(scorer(corpora, "hedging", dev(name), "--command", command, "--json", "--bootstrap", "10", *options))[0]
        out[f"{name} sentence F1{what}"] = r["sentence"]["f1"]
        if "cue" in r:
            out[f"{name} cue F1"] = r["cue"]["f1"]
            corpus = {"news": "BASIL sentences annotated for this project", "bioscope": "BioScope (abstracts and papers)"}[name]
            accuracy.append(("hedging", corpus + ", development part", "cues", r["cue"]["p"], r["cue"]["r"], r["cue"]["gold"], "yes"))
    return accuracy, out


def loaded(corpora, program):
    out, accuracy = {}, []
    command = f"{program} analyze - --format ndjson --raw-text --quiet"
    score = lambda *options: json.loads(scorer(corpora, "loaded", "--command", command, "--json", "--bootstrap", "10", *options))
    for r in score("--own-voice"):
        if "sentence" in r and r["corpus"] == "babe":
            out["babe sentence macro-F1, own voice"] = r["sentence"]["macro_f1"]
        elif r["corpus"] in ("basil", "ptc"):
            out[f"{r['corpus']} article rank correlation, own voice"] = r["article_rate"]["spearman_spans"]
    for r in score():
        name = r["corpus"]
        if name == "babe":
            out["babe sentence macro-F1"] = r["sentence"]["macro_f1"]
            out["babe biased-word F1"] = r["token"]["f1"]
            out["babe outlet rank correlation"] = r["outlet_rate"]["spearman"]
            accuracy.append(("loaded", "BABE, development part", "biased sentences", r["sentence"]["biased"]["p"], r["sentence"]["biased"]["r"],
                             round(r["sentence"]["n"] * r["sentence"]["biased_share"]), "yes"))
            accuracy.append(("loaded", "BABE, development part", "words", r["token"]["p"], r["token"]["r"], r["gold_spans"], "yes"))
        elif name == "basil":
            out["basil article rank correlation"] = r["article_rate"]["spearman_spans"]
            out["basil same-event pairs in order"] = r["event_order"]["spans"]["pairs_ordered_like_gold"]
        elif name == "ptc":
            out["ptc article rank correlation"] = r["article_rate"]["spearman_spans"]
            out["ptc token F1"] = r["token"]["f1"]
    return accuracy, out


def extraction(corpora, program):
    out = {}
    for name, s in with_json(corpora, "extraction", "--cmd", f"{program} clean - --format ndjson --quiet", "--boot", "10").items():
        out[f"{name} text F1"] = s["f1"]
        if "para" in s:
            out[f"{name} exact paragraphs"] = s["para"]
    return [], out


STORY_SETS = "basil,basil-undated,ecb,newswcl,allsides,mixed,small"


def stories(corpora, program):
    result = json.loads(scorer(corpora, "stories", "--copydesk", program, "--only", STORY_SETS, "--json"))["stories"]
    mean = result.pop("mean_b3_f1")
    return [], {"mean B-cubed F1": mean} | {f"{name} B-cubed F1": r["b3_f1"] for name, r in result.items()}


def reuse(corpora, program):
    r = json.loads(scorer(corpora, "reuse", "--copydesk", program, "--json"))
    s = json.loads(scorer(corpora, "seeds", "--copydesk", program, "--json"))["reuse"]
    share = lambda text: int(text.split("/")[0]) / int(text.split("/")[1])
    names = {"characters F1": "character_f1", "rows right": "row_precision", "passages found": "case_recall", "credit right": "credit_accuracy",
             "direction right": "direction_right"}
    return [], {name: r[key] for name, key in names.items()} | {
        "seeds: passages found": share(s["passages_found"]), "seeds: characters F1": s["characters"]["f1"],
        "seeds: credit right": share(s["credited_correct"]), "seeds: direction right": share(s["direction_correct"])}


def facts(corpora, program):
    ecb = json.loads(scorer(corpora, "stories", "--copydesk", program, "--only", "facts", "--json"))["facts"]
    with open(os.path.join(corpora, "seeds", "gold.json"), encoding="utf-8") as handle:
        documents = json.load(handle)["documents"]
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, "seeds.ndjson"), os.path.join(folder, "facts.ndjson")
        with open(source, "w", encoding="utf-8") as handle:
            for d in documents:
                with open(os.path.join(ROOT, "seeds", d["file"]), "rb") as text:
                    row = {"id": d["file"], "outlet": d["meta"]["outlet"]["original"]["name"], "date": d["meta"]["date"]["inferred"] or "",
                           "text": text.read().decode("utf-8")}
                handle.write(json.dumps(row) + "\n")
        subprocess.run([program, "facts", source, "--raw-text", "--quiet", "--format", "ndjson", "--output", target], check=True)
        found = json.loads(scorer(corpora, "seeds", "--facts", target, "--json"))["facts"]
    number, of = found["facts_found"].split("/")
    accuracy = [("facts", "ECB+, reviewed sentences, development part", "pairs of sentences", ecb["precision"], ecb["recall"], ecb["pairs_same"], "yes"),
                ("facts", "five seed articles", "pairs of tellings", found["pairs"]["precision"], found["pairs"]["recall"], found["pairs"]["gold"], "yes")]
    return accuracy, {"ECB+ pair F1": ecb["f1"], "seeds pair F1": found["pairs"]["f1"], "seeds facts found": int(number) / int(of),
                      "seeds stance accuracy": found["stance_accuracy"]}


def write_accuracy(rows):
    with open(ACCURACY, "w", encoding="utf-8") as handle:
        handle.write(ACCURACY_HEAD)
        for analyzer, corpus, unit, precision, recall, cases, seen in sorted(rows):
            handle.write(f"{analyzer}\t{corpus}\t{unit}\t{precision:.2f}\t{recall:.2f}\t{cases}\t{seen}\n")


PARTS = {"seeds": seeds, "attribution": attribution, "hedging": hedging, "loaded": loaded, "extraction": extraction, "stories": stories,
         "reuse": reuse, "facts": facts}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "copydesk"))
    ap.add_argument("--corpora", default=os.path.join(os.path.dirname(ROOT), "shared", "eval"))
    ap.add_argument("--only", type=lambda s: s.split(","), default=list(PARTS))
    ap.add_argument("--record", action="store_true", help="write today's figures as the new floors")
    args = ap.parse_args()
    if not os.path.isdir(args.corpora):
        print("skipped: the evaluation corpora are not at hand; see --corpora")
        return 0
    if not os.path.exists(args.program):
        print(f"{args.program}: no program; run `make build`", file=sys.stderr)
        return 64
    with open(FLOORS, encoding="utf-8") as handle:
        floors = json.load(handle)
    fallen, accuracy = 0, []
    for part in args.only:
        rows, figures = PARTS[part](args.corpora, os.path.abspath(args.program))
        accuracy += rows
        held = floors.setdefault(part, {})
        print(f"\n{part}")
        for name, value in figures.items():
            if value is None:
                continue
            floor = held.get(name)
            is_low = floor is not None and value < floor - SLACK
            fallen += is_low
            note = "" if floor is None else f"  floor {floor:.4f}" + ("  FALLEN" if is_low else "")
            print(f"  {name:45} {value:.4f}{note}")
        if args.record:
            floors[part] = held = {name: round(value, 4) for name, value in figures.items() if value is not None}
        for name in held.keys() - figures.keys():
            print(f"  {name:45} not measured any more", file=sys.stderr)
            fallen += 1
    if args.record:
        with open(FLOORS, "w", encoding="utf-8") as handle:
            json.dump(floors, handle, indent=1, sort_keys=True)
            handle.write("\n")
        if set(args.only) == set(PARTS):
            write_accuracy(accuracy)
    if fallen:
        print(f"\n{fallen} figures below their floors (Tests/Evaluation/floors.json)", file=sys.stderr)
    return 1 if fallen and not args.record else 0


if __name__ == "__main__":
    sys.exit(main())
