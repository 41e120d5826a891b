#!/usr/bin/env python3
"""The Spark job on a cluster of two workers on this machine, against the bytes of one machine.

    python3 Integrations/spark/test_copydesk_spark.py            # or: make spark-test

Skipped, with a message and exit 0, where pyspark or Java is missing; needs the release program (make build).
"""
import csv
import glob
import gzip
import hashlib
import json
import os
import random
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROGRAM = os.environ.get("COPYDESK", os.path.join(ROOT, ".build", "release", "copydesk"))
ARTICLES, PARTITIONS = 150, 4

try:
    import pandas
    import pyarrow  # noqa: F401
    import pyspark
except ImportError as error:
    sys.exit(print(f"skipped: {error}; pip install pyspark pandas pyarrow") or 0)
if not shutil.which("java"):
    sys.exit(print("skipped: no Java here; apt-get install default-jre-headless") or 0)
if not os.path.exists(PROGRAM):
    sys.exit(f"no program at {PROGRAM}; run make build")

os.environ.setdefault("SPARK_HOME", os.path.dirname(pyspark.__file__))
os.environ["PYSPARK_PYTHON"] = sys.executable
sys.path.insert(0, HERE)
import copydesk_spark  # noqa: E402

SENTENCES = [
    "The minister said the plan could fail.", "Zoë’s aide reportedly left on Friday.", "“We will not wait,” he said.",
    "Officials confirmed that 30 fighters were killed.", "It may rain, according to the café’s owner.",
    "The regime’s brutal raid shocked villagers.", "It could not be independently verified, Reuters reported.",
]


def made():
    """Articles that differ, with columns of their own; one of them has no text."""
    draw = random.Random(8)
    for number in range(ARTICLES):
        text = "".join(draw.choice(SENTENCES) + ("\n\n" if draw.random() < 0.3 else " ") for _ in range(draw.randrange(3, 40)))
        yield {"id": f"a{number:04}", "outlet": f"Outlet, \"{number % 9}\"" if number % 31 else None, "date": "2024-05-01",
               "ort": f"Süd {number}", "text": None if number == 123 else text}


def script(path, body):
    with open(path, "w") as handle:
        handle.write("#!/bin/sh\n" + body)
    os.chmod(path, 0o755)
    return path


class SparkTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        from pyspark.sql import SparkSession
        cls.folder = tempfile.mkdtemp(prefix="copydesk-spark-")
        articles = list(made())
        cls.csv, cls.parquet = cls.path("news.csv"), cls.path("news.parquet")
        with open(cls.csv, "w", newline="", encoding="utf-8") as handle:
            writer = csv.DictWriter(handle, articles[0])
            writer.writeheader()
            writer.writerows(articles)
        pandas.DataFrame(articles).to_parquet(cls.parquet)
        cls.spark = (SparkSession.builder.master("local-cluster[2,1,2048]").appName("copydesk test")
                     .config("spark.ui.enabled", "false").config("spark.executor.memory", "1g").config("spark.sql.shuffle.partitions", "4")
                     .config("spark.executorEnv.PYTHONPATH", HERE).getOrCreate())
        cls.spark.sparkContext.setLogLevel("ERROR")
        cls.spark.sparkContext.addPyFile(os.path.join(HERE, "copydesk_spark.py"))
        subprocess.run([PROGRAM, "compare", cls.csv, "--output", cls.path("one"), "--quiet"], stderr=subprocess.DEVNULL, check=True)
        cls.outlets = cls.bytes(cls.path("one/outlets.csv"))

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        shutil.rmtree(cls.folder)

    @classmethod
    def path(cls, name):
        return os.path.join(cls.folder, name)

    @staticmethod
    def bytes(path):
        with open(path, "rb") as handle:
            return handle.read()

    def job(self, name, articles, program=PROGRAM, **more):
        copydesk_spark.analyze(self.spark, articles, self.path(name), program=program, **more)
        return self.path(name)

    def from_parquet(self):
        return self.spark.read.parquet(self.parquet).repartition(PARTITIONS)

    def table(self, folder, name):
        return self.spark.read.parquet(os.path.join(folder, name + ".parquet"))

    def test_outlets_are_those_of_one_machine(self):
        """Parquet in: outlets.csv byte for byte; every article once; every finding; the bad record once."""
        folder = self.job("whole", self.from_parquet())
        self.assertEqual(self.bytes(folder + "/outlets.csv"), self.outlets)
        ids = sorted(row["article"] for row in self.table(folder, "articles").select("article").collect())
        self.assertEqual(ids, [f"a{number:04}" for number in range(ARTICLES) if number != 123])
        rejects = self.table(folder, "rejects").collect()
        self.assertEqual([(row["id"], row["reason"]) for row in rejects], [("a0123", "no text in column 'text'")])
        one = pandas.read_csv(self.path("one/findings.csv"))
        key = ["article", "start", "end", "analyzer"]
        found = self.table(folder, "findings").toPandas()
        self.assertEqual(sorted(map(tuple, found[key].values.tolist())), sorted(map(tuple, one[key].values.tolist())))
        self.assertEqual(str(self.table(folder, "articles").schema["words"].dataType), "LongType()")
        self.assertFalse(os.path.exists(folder + "/staged.parquet"))

    def test_csv_gives_the_same(self):
        frame = self.spark.read.csv(self.csv, header=True, multiLine=True, escape='"', encoding="UTF-8").repartition(PARTITIONS)
        self.assertEqual(self.bytes(self.job("csv", frame) + "/outlets.csv"), self.outlets)

    def test_partials_of_partitions_merge_by_hand_too(self):
        """What Spark adds up is what `copydesk merge` adds up of files in any order."""
        paths = []
        rows = list(csv.reader(open(self.csv, newline="", encoding="utf-8")))
        for part in range(3):
            paths.append(self.path(f"part{part}.sums"))
            with open(self.path(f"part{part}.csv"), "w", newline="", encoding="utf-8") as handle:
                csv.writer(handle).writerows([rows[0]] + rows[1 + part::3])
            subprocess.run([PROGRAM, "analyze", self.path(f"part{part}.csv"), "--format", "csv", "--output", os.devnull, "--partial",
                            paths[-1], "--quiet"], stderr=subprocess.DEVNULL, check=True)
        merged = subprocess.run([PROGRAM, "merge", *reversed(paths)], stdout=subprocess.PIPE, check=True).stdout
        self.assertEqual(merged, self.outlets)

    def test_killed_worker(self):
        """One executor is killed while its program runs: the same bytes, and it was killed."""
        flag = self.path("killed")
        program = script(self.path("killer"), f"""
if mkdir {flag} 2>/dev/null; then
  pid=$$
  while [ "$pid" -gt 1 ]; do
    pid=$(awk '/^PPid/ {{print $2}}' /proc/$pid/status)
    if tr '\\0' ' ' </proc/$pid/cmdline | grep -q CoarseGrainedExecutorBackend; then kill -9 "$pid"; sleep 1; exit 9; fi
  done
fi
exec {PROGRAM} "$@"
""")
        # The driver asks the program for its columns first; only a worker's call may kill.
        os.mkdir(flag)
        frame = self.from_parquet()
        heads = copydesk_spark.Heads.asked(PROGRAM, [], frame.columns, False)
        asked = copydesk_spark.Heads.asked
        copydesk_spark.Heads.asked = lambda *_: os.rmdir(flag) or heads
        try:
            folder = self.job("killed-worker", frame, program=program)
        finally:
            copydesk_spark.Heads.asked = asked
        self.assertTrue(os.path.isdir(flag), "no worker was killed")
        self.assertEqual(self.bytes(folder + "/outlets.csv"), self.outlets)
        self.assertEqual(self.table(folder, "articles").count(), ARTICLES - 1)

    def test_program_that_fails_fails_the_job(self):
        program = script(self.path("failing"), f'if [ "$1" = analyze ] && [ -e {self.path("fail")} ]; then cat >/dev/null; echo broken >&2; exit 7; fi\nexec {PROGRAM} "$@"\n')
        frame = self.from_parquet()
        heads = copydesk_spark.Heads.asked(PROGRAM, [], frame.columns, False)
        asked = copydesk_spark.Heads.asked
        copydesk_spark.Heads.asked = lambda *_: open(self.path("fail"), "w").close() or heads
        try:
            with self.assertRaisesRegex(Exception, "ended with 7: broken"):
                self.job("failed", frame, program=program)
        finally:
            copydesk_spark.Heads.asked = asked
        self.assertFalse(os.path.exists(self.path("failed/outlets.csv")))

    def test_web_archives_by_their_paths(self):
        paths = []
        for number in range(3):
            paths.append(self.path(f"{number}.warc.gz"))
            with open(paths[-1], "wb") as handle:
                for article in list(made())[number * 20:number * 20 + 20]:
                    handle.write(gzip.compress(warc(article)))
        subprocess.run([PROGRAM, "compare", *paths, "--output", self.path("one-warc"), "--quiet"], stderr=subprocess.DEVNULL, check=True)
        frame = self.spark.createDataFrame([(path,) for path in paths], "path string").repartition(3)
        folder = self.job("warc", frame, warc=True)
        self.assertEqual(self.bytes(folder + "/outlets.csv"), self.bytes(self.path("one-warc/outlets.csv")))

    def test_shipped_program(self):
        """The program goes to the workers with addFile, as --ship does."""
        self.spark.sparkContext.addFile(PROGRAM)
        folder = self.job("shipped", self.from_parquet(), shipped=True)
        self.assertEqual(self.bytes(folder + "/outlets.csv"), self.outlets)

    def test_rows_without_an_id_are_refused(self):
        with self.assertRaisesRegex(SystemExit, "no column 'id'"):
            self.job("nameless", self.from_parquet().drop("id"))


def warc(article):
    """A response record of a page of an article."""
    paragraphs = "".join(f"<p>{p}</p>" for p in (article["text"] or "").split("\n\n"))
    page = f'<html><head><title>On {article["ort"]}</title><meta property="og:site_name" content="Outlet {article["id"][-1]}"></head><body><article>{paragraphs}</article></body></html>'
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    uid = hashlib.md5(article["id"].encode()).hexdigest()
    return (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{uid}>\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
            f"WARC-Target-URI: https://www.example.org/{article['id']}\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(body)}\r\n\r\n").encode() + body + b"\r\n\r\n"


if __name__ == "__main__":
    unittest.main(verbosity=2)
