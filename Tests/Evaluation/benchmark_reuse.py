#!/usr/bin/env python3
"""What finding stories and reuse costs, against the baselines, in one run: processor seconds, memory, growth.

    python3 Tests/Evaluation/benchmark_reuse.py --seeds FOLDER                 # 2,500 and 10,000 articles of 650 words
    python3 Tests/Evaluation/benchmark_reuse.py --seeds FOLDER --sizes 500,2000 --no-baselines

FOLDER holds plain texts of news, some hundred KB at least; make_corpus.py of ../shared/bench makes articles of them. Each
program runs on one thread, in turn; of --repeat runs the cheapest counts, since other work on the machine can only add. The baselines are those of ../shared/eval/stories and reuse; where they take longer than
--patience seconds, they are stopped and count as so long. Exit 1: more than a third of the baselines' time at the largest size,
or growth beyond 1.15 times linear. Standard library only.
"""
import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SHARED = os.path.join(os.path.dirname(ROOT), "shared")


def cost(command, patience):
    """Processor seconds and peak memory in MB of a program, and whether it ended by itself."""
    start = time.time()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (patience, patience)))
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode > 0:
        sys.exit(f"{' '.join(command)}: exit {child.returncode} after {time.time() - start:.0f} s")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode == 0


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "copydesk"))
    ap.add_argument("--seeds", required=True, help="a folder of plain news texts")
    ap.add_argument("--sizes", type=lambda s: [int(n) for n in s.split(",")], default=[2500, 10000])
    ap.add_argument("--words", type=int, default=650, help="mean words an article")
    ap.add_argument("--duplicates", type=float, default=0.1, help="share of paragraphs copied from an earlier article")
    ap.add_argument("--patience", type=int, default=900, help="processor seconds after which a baseline is stopped")
    ap.add_argument("--repeat", type=int, default=1, help="runs of copydesk, of which the cheapest counts")
    ap.add_argument("--no-baselines", action="store_true")
    args = ap.parse_args()
    maker = os.path.join(SHARED, "bench", "make_corpus.py")
    if not os.path.exists(maker):
        print("skipped: the corpus maker is not at hand")
        return 0
    totals, failed = {}, False
    with tempfile.TemporaryDirectory() as folder:
        for size in args.sizes:
            path = os.path.join(folder, f"{size}.ndjson")
            subprocess.run([sys.executable, maker, "--seeds", args.seeds, "--format", "ndjson", "--articles", str(size), "--mean-words",
                            str(args.words), "--duplicate-rate", str(args.duplicates), "--out", path], check=True, stderr=subprocess.DEVNULL)
            print(f"{size} articles, {os.path.getsize(path) / 1e6:.1f} MB")
            for who in ("copydesk",) if args.no_baselines else ("copydesk", "baseline"):
                for verb in ("stories", "reuse"):
                    if who == "copydesk":
                        command = [args.program, verb, path, "--raw-text", "--format", "ndjson", "--threads", "1"]
                    else:
                        command = [sys.executable, os.path.join(SHARED, "eval", verb, "baseline.py"), verb, path, "--raw-text"]
                    runs = [cost(command, 10 ** 6 if who == "copydesk" else args.patience) for _ in range(args.repeat if who == "copydesk" else 1)]
                    seconds, memory, ended = min(runs)
                    totals[who, size] = totals.get((who, size), 0) + seconds
                    print(f"  {who:9} {verb:8} {seconds:8.2f} s {memory:8.0f} MB{'' if ended else '  stopped'}")
    small, large = args.sizes[0], args.sizes[-1]
    growth = totals["copydesk", large] / totals["copydesk", small] / (large / small)
    print(f"growth from {small} to {large}: {growth:.2f} times linear")
    failed |= growth > 1.15
    if ("baseline", large) in totals:
        share = totals["copydesk", large] / totals["baseline", large]
        print(f"share of the baselines' time at {large}: {share:.3f}")
        failed |= share > 1 / 3
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
