#!/usr/bin/env python3
"""Speed, memory and growth of whole jobs in one run, against `wc -w` and the script that a Python user would write.

    python3 Tests/Evaluation/benchmark_scale.py --seeds FOLDER                        # all of it on 40 MB, memory up to 100,000 articles
    python3 Tests/Evaluation/benchmark_scale.py --seeds FOLDER --only speed,memory --sizes 10000,100000,1000000
    python3 Tests/Evaluation/benchmark_scale.py --seeds FOLDER --only million --million 1000000
    python3 Tests/Evaluation/benchmark_scale.py --seeds FOLDER --record               # add the figures to benchmarks.md

FOLDER holds plain texts of news, some MB at best; make_corpus.py of ../shared/bench makes corpora of them. Processor seconds of each
program, all its threads and children; ratios travel between machines, seconds do not. The peer needs pandas and trafilatura
(`--python`), reading CSV beside others polars and duckdb; what is missing is said and left out. Exit 1: a figure misses what is
asked of it (`--lenient`: 0). Standard library only.
"""
import argparse
import csv
import datetime
import filecmp
import json
import os
import platform
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SHARED = os.path.join(os.path.dirname(ROOT), "shared", "bench")
TABLE = os.path.join(HERE, "benchmarks.md")
WORDING = "hedging,boosting,loaded,labels"


class Cost:
    """What a run of a program took: processor seconds, seconds on the clock, peak memory in MB."""

    def __init__(self, command, stdout=subprocess.DEVNULL, env=None, codes=(0,)):
        start = time.time()
        child = subprocess.Popen(command, stdout=stdout, stderr=subprocess.PIPE, env=env)
        errors = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in codes:
            sys.exit(f"{' '.join(command)}: exit {child.returncode}: {errors.decode(errors='replace')[-500:]}")
        self.seconds, self.clock, self.memory = usage.ru_utime + usage.ru_stime, time.time() - start, usage.ru_maxrss / 1024


class Bench:
    def __init__(self, args, folder):
        self.args, self.folder, self.rows = args, folder, []
        self.program, self.stages = args.program, os.path.join(os.path.dirname(args.program), "DeskBenchmarks")

    def path(self, name):
        return os.path.join(self.folder, name)

    def corpus(self, name, *options):
        path = self.path(name)
        if not os.path.exists(path):
            subprocess.run([sys.executable, os.path.join(SHARED, "make_corpus.py"), "--seeds", self.args.seeds, *options, "--out", path],
                           check=True, stderr=subprocess.DEVNULL)
        return path

    def csv(self):
        return self.corpus("news.csv", "--format", "csv", "--bytes", self.args.bytes)

    def lexicon(self, entries):
        """The same entries for the peer, and as a dictionary with a line of names for the program."""
        plain, table = self.corpus(f"lexicon{entries}", "--lexicon", str(entries)), self.path(f"dictionary{entries}.tsv")
        with open(plain, encoding="utf-8") as source, open(table, "w", encoding="utf-8") as target:
            target.write("entry\tcategory\n" + source.read())
        return plain, table

    def best(self, command, rounds=3, **more):
        return min((Cost(command, **more) for _ in range(rounds)), key=lambda cost: cost.seconds)

    def tell(self, what, figure, asked=None, met=None, note=""):
        verdict = "" if met is None else "met" if met else "MISSED"
        self.rows.append((what, figure, asked or "–", verdict or "–"))
        print(f"{what:58} {figure:>22}   {asked or '':22} {verdict} {note}", flush=True)

    def analyze(self, path, *options):
        return [self.program, "analyze", path, "--raw-text", "--threads", "1", "--quiet", "--output", os.devnull, *options]

    # The parts of a run.

    def speed(self):
        table = self.csv()
        lines = self.corpus("news.ndjson", "--format", "ndjson", "--bytes", self.args.bytes)
        size = os.path.getsize(table) / 1e6
        floor = self.best(["wc", "-w", table], env={"LC_ALL": "C"}).seconds
        self.tell("wc -w", f"{size / floor:.0f} MB/s")
        for what, command, asked in (
            ("wording analyzers, CSV to CSV, times wc", self.analyze(table, "--format", "csv", "--analyzers", WORDING), 1.5),
            ("all findings with attribution, NDJSON, times wc", self.analyze(lines, "--format", "ndjson"), 0.6),
        ):
            cost = self.best(command, rounds=1)
            self.tell(what, f"{floor / cost.seconds:.3f} ({size / cost.seconds:.1f} MB/s)", f"at least {asked}", floor / cost.seconds >= asked)
        few, many = (self.best(self.analyze(table, "--format", "csv", "--analyzers", "none", "--dictionary", self.lexicon(n)[1])).seconds
                     for n in (3000, 30000))
        self.tell("30,000 entries against 3,000, slower by", f"{100 * (many / few - 1):.0f}%", "at most 40%", many / few <= 1.4)

    def threads(self):
        """In turn: one thread, two, and twice one at once, which is what this machine gives to two at that moment."""
        table = self.csv()

        def run(threads, name):
            return [self.program, "analyze", table, "--format", "csv", "--raw-text", "--quiet", "--threads", threads, "--output", self.path(name)]
        clocks = {"one": [], "two": [], "twice": []}
        for _ in range(5):
            clocks["one"].append(Cost(run("1", "threads1")).clock)
            clocks["two"].append(Cost(run("2", "threads2")).clock)
            start = time.time()
            for child in [subprocess.Popen(run("1", f"twice{n}")) for n in range(2)]:
                if child.wait() != 0:
                    sys.exit("a run on one thread failed")
            clocks["twice"].append((time.time() - start) / 2)
        one, two, twice = (statistics.median(clocks[name]) for name in ("one", "two", "twice"))
        same = filecmp.cmp(self.path("threads1"), self.path("threads2"), shallow=False)
        self.tell("two threads against one, on the clock", f"{one / two:.2f} times", "at least 1.8, same bytes", same and one / two >= 1.8,
                  f"same bytes: {same}; load {os.getloadavg()[0]:.1f}")
        self.tell("two programs at once against one after the other", f"{one / twice:.2f} times")

    def peer(self):
        plain, table = self.lexicon(3000)
        pages = self.corpus("pages", "--format", "html", "--articles", "400")
        for what, path, asked, raw in (("HTML pages", pages, 15, []), ("CSV", self.csv(), 25, ["--raw-text"])):
            out = self.path("peer.out")
            done = subprocess.run([self.args.python, os.path.join(SHARED, "peer_pipeline.py"), path, "--lexicon", plain, "--out", out],
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            if done.returncode != 0:
                print(f"{what}: the peer can not run here: {done.stderr.decode()[-200:].strip()}")
                continue
            peer = json.loads(done.stdout.decode().strip().splitlines()[-1])
            sums = self.path("peer.sums")
            own = Cost([self.program, "analyze", path, *raw, "--analyzers", "none", "--dictionary", table, "--threads", "1", "--format", "csv",
                        "--output", self.path("peer.articles"), "--partial", sums, "--quiet"]).seconds
            own += Cost([self.program, "merge", sums, "--output", out]).seconds
            with open(self.path("peer.articles"), "rb") as handle:
                articles = handle.read().count(b"\n") - 1
            ratio = (articles / own) / peer["articles_per_cpu_s"]
            self.tell(f"{what}, articles per processor second, times the peer's", f"{ratio:.1f} ({articles / own:.0f})", f"at least {asked}", ratio >= asked)

    def reading(self):
        """Reading alone: CSV beside polars and duckdb, gzip beside zcat."""
        table = self.csv()
        if not os.path.exists(self.stages):
            print("reading: no DeskBenchmarks beside the program; swift build -c release --product DeskBenchmarks")
            return

        def stage(path):
            out = subprocess.run([self.stages, "--table", path, "--only", "read", "--rounds", "5"], stdout=subprocess.PIPE, check=True)
            line = out.stdout.decode().strip().splitlines()[-1].split()
            return float(line[1]), int(line[3])
        own, count = stage(table)
        readers = {
            "polars": "import polars as p; d=p.read_csv(PATH); n=len(d); s=d['text'].str.len_bytes().sum()",
            "duckdb": "import duckdb as q; c=q.connect(config={'threads':1}); "
                      "n,s=c.execute(f\"select count(*), sum(strlen(text)) from read_csv('{PATH}', all_varchar=true)\").fetchone()",
        }
        for name, code in readers.items():
            script = f"import resource,time; PATH={table!r}\ndef run():\n  {code}\n  return n\n" \
                     "best=9e9\nfor _ in range(3):\n  a=time.process_time(); n=run(); best=min(best,time.process_time()-a)\nprint(n,best)"
            done = subprocess.run([self.args.python, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "POLARS_MAX_THREADS": "1"})
            if done.returncode != 0:
                print(f"{name}: not at hand")
                continue
            rows, seconds = done.stdout.split()
            if int(rows) != count:
                sys.exit(f"{name} read {rows.decode()} rows, and the program {count}")
            self.tell(f"reading CSV, times {name}", f"{float(seconds) / own:.2f}", "faster", float(seconds) > own)
        packed = self.path("news.csv.gz")
        with open(packed, "wb") as handle:
            subprocess.run(["gzip", "-c", table], stdout=handle, check=True)
        unpack = self.best(["zcat", packed]).seconds
        seconds, _ = stage(packed)
        self.tell("gzipped CSV, times zcat", f"{seconds / unpack:.2f}", "at most 1.2", seconds / unpack <= 1.2)

    def start(self):
        article = os.path.join(ROOT, "seeds", sorted(n for n in os.listdir(os.path.join(ROOT, "seeds")) if n.endswith(".txt"))[0])
        cost = self.best([self.program, "analyze", article, "--threads", "1", "--quiet"], rounds=10)
        self.tell("one article from the shell, processor time", f"{1000 * cost.seconds:.0f} ms", "at most 25 ms", cost.seconds <= 0.025)

    def memory(self):
        seen, times = [], []
        for size in self.args.sizes:
            path = self.corpus(f"short{size}.csv", "--format", "csv", "--articles", str(size), "--mean-words", "70")
            cost = Cost([self.program, "analyze", path, "--format", "csv", "--threads", "2", "--quiet", "--output", os.devnull, "--findings", os.devnull])
            seen.append(cost.memory)
            times.append(cost.seconds / size)
            self.tell(f"analyze, {size:,} articles, peak memory", f"{cost.memory:.0f} MB", "below 64 MB", cost.memory < 64, f"{cost.seconds:.0f} s")
        if len(seen) > 1:
            self.tell("analyze, largest peak against smallest", f"{max(seen) / min(seen):.2f}", "at most 1.10", max(seen) <= 1.1 * min(seen))
            self.tell("analyze, time an article, largest size against smallest", f"{times[-1] / times[0]:.2f}", "linear", times[-1] <= 1.1 * times[0])

    def compare(self):
        raw, table = self.corpus("outlets.raw", "--format", "csv", "--articles", str(self.args.articles), "--mean-words", "300"), self.path("outlets.csv")
        draw = random.Random(1)
        with open(raw, newline="", encoding="utf-8") as source, open(table, "w", newline="", encoding="utf-8") as target:
            rows, writer = csv.reader(source), csv.writer(target)
            writer.writerow(next(rows))
            for row in rows:
                row[1] = f"Outlet {draw.randrange(1000):04}"
                writer.writerow(row)
        cost = Cost([self.program, "compare", table, "--output", self.path("report"), "--threads", "2", "--quiet"])
        self.tell(f"compare, 1,000 outlets, {self.args.articles:,} articles, peak memory", f"{cost.memory:.0f} MB", "below 200 MB", cost.memory < 200, f"{cost.seconds:.0f} s")

    def million(self):
        """Each good record once, each bad one once; killed three times and resumed, the same bytes."""
        count, table = self.args.million, self.path("million.csv")
        good = self.corpus("million.raw", "--format", "csv", "--articles", str(count), "--mean-words", "70")
        draw, bad = random.Random(2), set()
        with open(good, newline="", encoding="utf-8") as source, open(table, "w", newline="", encoding="utf-8") as target:
            rows, writer = csv.reader(source), csv.writer(target)
            writer.writerow(next(rows))
            for number, row in enumerate(rows):
                if draw.random() < 0.01:
                    bad.add(row[0])
                    row = draw.choice([row[:3], row[:5] + [""], row[:5] + ["", "", ""]])
                writer.writerow(row)
        os.remove(good)

        def command(folder, *more):
            os.makedirs(self.path(folder), exist_ok=True)
            name = lambda n: os.path.join(self.path(folder), n)
            return [self.program, "analyze", table, "--format", "csv", "--analyzers", WORDING, "--output", name("articles.csv"), "--findings",
                    name("findings.csv"), "--rejects", name("rejects.csv"), "--partial", name("sums.csv"), "--quiet", *more]
        # Before anything large is held here: a child's peak begins with its parent's.
        alone = Cost(command("alone"))
        ids = {f"a{number:08}" for number in range(1, count + 1)}
        with open(self.path("alone/articles.csv"), newline="", encoding="utf-8") as handle:
            found = [row[0] for row in list(csv.reader(handle))[1:]]
        with open(self.path("alone/rejects.csv"), newline="", encoding="utf-8") as handle:
            rejected = len(list(csv.reader(handle))) - 1
        right = len(found) == len(set(found)) and set(found) == ids - bad and rejected == len(bad)
        self.tell(f"{count:,} records, {len(bad):,} broken: each once", f"{len(found):,} and {rejected:,}", "good and bad once", right,
                  f"{alone.seconds:.0f} s, {alone.memory:.0f} MB")
        resumed = command("killed", "--resume")
        kills = 0
        for share in sorted(draw.random() for _ in range(3)):
            child = subprocess.Popen(resumed, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            journal = self.path("killed/articles.csv.resume")

            def done():
                try:
                    with open(journal) as handle:
                        return json.load(handle)["records"]
                except (OSError, ValueError):
                    return 0
            while child.poll() is None and done() < share * count * 0.9:
                time.sleep(0.05)
            if child.poll() is None:
                child.send_signal(signal.SIGKILL)
                kills += 1
            child.wait()
        Cost(resumed)
        names = sorted(os.listdir(self.path("alone")))
        same = names == sorted(os.listdir(self.path("killed"))) and all(
            filecmp.cmp(self.path("alone/" + n), self.path("killed/" + n), shallow=False) for n in names)
        self.tell(f"killed {kills} times and resumed", "the same bytes" if same else "OTHER BYTES", "the same bytes", same and kills == 3)

    PARTS = ["start", "speed", "threads", "reading", "peer", "memory", "compare", "million"]

    def record(self):
        commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], stdout=subprocess.PIPE).stdout.decode().strip()
        with open("/proc/cpuinfo") as handle:
            model = next((line.split(":", 1)[1].strip() for line in handle if line.startswith("model name")), platform.machine())
        day = datetime.date.today().isoformat()
        with open(TABLE, "a", encoding="utf-8") as handle:
            handle.write(f"\n## {day}, {commit}, {model}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n\n| what | figure | asked | |\n|---|---|---|---|\n")
            for row in self.rows:
                handle.write("| " + " | ".join(row) + " |\n")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "copydesk"))
    ap.add_argument("--seeds", default=os.path.join(ROOT, "seeds"), help="a folder of plain news texts")
    ap.add_argument("--python", default=sys.executable, help="a Python with pandas, trafilatura, polars, duckdb")
    ap.add_argument("--bytes", default="40M", help="size of the corpora that are timed")
    ap.add_argument("--sizes", type=lambda s: [int(n) for n in s.split(",")], default=[10000, 100000])
    ap.add_argument("--articles", type=int, default=25000, help="for compare")
    ap.add_argument("--million", type=int, default=50000, help="records of the run that is killed and resumed")
    ap.add_argument("--only", help=",".join(Bench.PARTS))
    ap.add_argument("--record", action="store_true", help="add the figures to benchmarks.md")
    ap.add_argument("--lenient", action="store_true")
    ap.add_argument("--folder", help="keep the corpora here")
    args = ap.parse_args()
    if not os.path.exists(os.path.join(SHARED, "make_corpus.py")):
        print("skipped: the corpus maker is not at hand")
        return 0
    folder = args.folder or tempfile.mkdtemp(prefix="copydesk-bench-")
    os.makedirs(folder, exist_ok=True)
    bench = Bench(args, folder)
    try:
        for part in args.only.split(",") if args.only else Bench.PARTS:
            getattr(bench, part)()
        if args.record:
            bench.record()
    finally:
        if not args.folder:
            shutil.rmtree(folder)
    return 1 if any(row[3] == "MISSED" for row in bench.rows) and not args.lenient else 0


if __name__ == "__main__":
    sys.exit(main())
