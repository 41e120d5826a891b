#!/usr/bin/env python3
"""copydesk over a corpus of any size with Apache Spark: the program as it is, a partition at a time.

    spark-submit copydesk_spark.py --parquet articles/ --output result/
    spark-submit copydesk_spark.py --csv news.csv --output result/ --ship .build/release/copydesk
    spark-submit copydesk_spark.py --warc archive/*.warc.gz --output result/

Each partition goes through `copydesk analyze` on its own standard input (or, of web archives, by their paths), the exit code is
checked, and what the program wrote comes back as rows. Written are

    OUTPUT/articles.parquet   a row an article: the columns of `copydesk analyze --format csv`, the input's own columns among them
    OUTPUT/findings.parquet   a row a finding: the columns of findings.csv
    OUTPUT/rejects.parquet    a row a record that could not be read, with its id
    OUTPUT/partials.parquet   sums of each outlet and measure, a row each and partition
    OUTPUT/outlets.csv        by `copydesk merge`: the bytes that one machine gives

Sums are whole numbers, so that partitions, their order, lost workers and repeated tasks change nothing. See README.md beside
this file for how to ship the program. Needs pyspark 3.5 or 4 with pandas and pyarrow on driver and workers.
"""
import argparse
import csv
import dataclasses
import json
import os
import subprocess
import sys
import tempfile

csv.field_size_limit(1 << 30)

# What one partition gives: the table a row belongs to, and the row's cells, as the program wrote them.
ROWS = "table string, cells array<string>"
SUMS = ["n", "y", "w", "yy", "yw", "ww"]
KEY = ["kind", "outlet", "measure", "category"]
# Columns that are numbers, beside the counts of articles; everything else stays text.
WHOLE = {*SUMS, "place", "start", "end", "line"}
REJECTS = ["id", "input", "line", "reason"]
BATCH = 10_000


class ProgramFailed(RuntimeError):
    """The program ended with an exit code that tells of no result."""


def program_path(program, shipped):
    """Where the program lies on this machine."""
    if not shipped:
        return program
    from pyspark import SparkFiles
    path = SparkFiles.get(os.path.basename(program))
    os.chmod(path, 0o755)
    return path


def rows_of(path):
    """The rows of a CSV file, the first line too; nothing where the program had no reason to write it."""
    if os.path.exists(path):
        with open(path, newline="", encoding="utf-8") as handle:
            yield from csv.reader(handle)


def run(program, options, inputs, records):
    """Runs the program over a partition and yields (table, cells) for each row that it wrote.

    `records`: dictionaries for standard input; or None, when `inputs` are paths. All output goes to files of this task, so
    that nothing can block, and nothing is handed on before the exit code has been seen.
    """
    with tempfile.TemporaryDirectory(prefix="copydesk-") as folder:
        path = lambda name: os.path.join(folder, name)
        command = [program, "analyze", *inputs, "--format", "csv", "--output", path("articles"), "--findings", path("findings"),
                   "--rejects", path("rejects"), "--partial", path("partials"), "--threads", "1", "--quiet", *options]
        ids = []
        with open(path("errors"), "wb") as errors:
            child = subprocess.Popen(command, stdin=subprocess.PIPE if records is not None else subprocess.DEVNULL, stderr=errors)
            try:
                if records is not None:
                    with child.stdin:
                        for record in records:
                            ids.append(record.get("id"))
                            child.stdin.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
            except BrokenPipeError:
                pass  # The exit code tells why.
            finally:
                code = child.wait()
        rejects = list(rows_of(path("rejects")))[1:]
        # 2 with a reject for every record: each was bad, as bad records are. Every other code is the job's failure.
        if code != 0 and not (code == 2 and records is not None and ids and len(rejects) == len(ids)):
            with open(path("errors"), encoding="utf-8", errors="replace") as handle:
                said = handle.read()[-2000:].strip()
            raise ProgramFailed(f"{' '.join(command[:2])} ended with {code}: {said}")
        for name in ("articles", "findings"):
            for cells in rows_of(path(name)):
                yield name, cells
        for place, cells in enumerate(rows_of(path("partials"))):
            yield "partials", cells + [str(place) if place else "place"]
        if rejects:
            yield "rejects", REJECTS
        for source, line, reason in rejects:
            # The line of a stream that only this task has seen means nothing to others; the record's id does.
            yield "rejects", [ids[int(line) - 1], None, None, reason] if records is not None else [None, source, line, reason]


def batches(rows):
    """Rows as pandas frames of the schema ROWS."""
    import pandas
    tables, cells = [], []
    for table, row in rows:
        tables.append(table)
        cells.append(row)
        if len(tables) == BATCH:
            yield pandas.DataFrame({"table": tables, "cells": cells})
            tables, cells = [], []
    if tables:
        yield pandas.DataFrame({"table": tables, "cells": cells})


def over_partitions(program, shipped, options, heads, takes_paths):
    """The function that mapInPandas runs on each partition."""
    def records(frames):
        for frame in frames:
            for record in frame.to_dict("records"):
                yield {name: plain(value) for name, value in record.items()}

    def body(frames):
        import itertools
        found = records(frames)
        first = next(found, None)
        if first is None:
            return
        found = itertools.chain([first], found)
        inputs = [record["path"] for record in found] if takes_paths else ["-"]
        rows = run(program_path(program, shipped), options, inputs, None if takes_paths else found)
        seen = set()
        for frame in batches(checked(rows, heads, seen)):
            yield frame
    return body


def checked(rows, heads, seen):
    """Drops the first line of each table, after a look whether it is the one that all partitions must have."""
    for table, cells in rows:
        if table in heads and table not in seen:
            seen.add(table)
            if cells != heads[table]:
                raise ProgramFailed(f"{table} of this partition have the columns {cells}, not {heads[table]}")
            continue
        yield table, cells


def plain(value):
    """A cell as JSON has it: missing values are null, dates are text."""
    import pandas
    if hasattr(value, "tolist"):
        value = value.tolist()
    if not isinstance(value, list) and pandas.isna(value):
        return None
    return value if isinstance(value, (str, int, float, bool, list)) else str(value)


@dataclasses.dataclass
class Heads:
    """The columns of the program's tables, as the program itself tells them over one article."""
    columns: dict
    counts: set

    @classmethod
    def asked(cls, program, options, columns, warc):
        def head(record):
            with_text = {"id": "head", text: "One said so.", **record}
            heads = {}
            for table, cells in run(program, options, ["-"], [with_text]):
                heads.setdefault(table, cells)
            return heads
        text = next((option[5:] for option in options if option.startswith("text=")), "text")
        given = {"warc_date": ""} if warc else {name: "" for name in columns if name not in ("id", "html", text)}
        plain_head, full = head({})["articles"], head(given)
        full["rejects"] = REJECTS
        return cls(full, set(plain_head[plain_head.index("sentences"):]))

    def table(self, rows, name):
        """A table's rows as columns of their types."""
        from pyspark.sql import functions as F
        columns = []
        for number, column in enumerate(self.columns[name]):
            cell = F.col("cells")[number]
            is_count = name == "articles" and column in self.counts
            if name != "partials" or column not in KEY:
                cell = F.when(cell == "", None).otherwise(cell)
            if column in WHOLE or is_count:
                cell = cell.cast("double" if column.endswith((".weight", ".per_1000")) else "long")
            columns.append(cell.alias(column))
        return rows.where(F.col("table") == name).select(*columns)


def added(partials):
    """The partitions' sums added up by Spark: the rows of one partial, its recipe first."""
    from pyspark.sql import functions as F
    is_sum = F.col("kind").isin("outlet", "unstated")
    parts = partials.where("kind = 'recipe' and measure = 'version'").count()
    made = partials.where(~is_sum).groupBy(*KEY).agg(F.count("*").alias("parts"), F.min("place").alias("place"))
    for row in made.orderBy("place").collect():
        if row["parts"] != parts:
            raise ProgramFailed(f"the partitions were not analyzed alike: {row['measure']} {row['category']} in {row['parts']} of {parts}")
        yield [row[name] for name in KEY] + [""] * len(SUMS)
    sums = partials.where(is_sum).groupBy(*KEY).agg(*[F.sum(name).alias(name) for name in SUMS])
    for row in sums.toLocalIterator():
        yield [row[name] for name in KEY + SUMS]


def merge(program, partials, path):
    """Writes outlets.csv from the sums of all partitions."""
    with tempfile.TemporaryDirectory(prefix="copydesk-") as folder:
        partial, outlets = os.path.join(folder, "partial.csv"), os.path.join(folder, "outlets.csv")
        with open(partial, "w", newline="", encoding="utf-8") as handle:
            writer = csv.writer(handle, lineterminator="\n")
            writer.writerow(KEY + SUMS)
            writer.writerows(added(partials))
        subprocess.run([program, "merge", partial, "--output", outlets], check=True)
        with open(outlets, "rb") as handle:
            data = handle.read()
    with open(path + ".new", "wb") as handle:
        handle.write(data)
    os.replace(path + ".new", path)


def analyze(spark, articles, output, program="copydesk", shipped=False, options=(), warc=False):
    """Runs the whole job over a DataFrame of articles (or, with `warc`, of one column `path`) and returns the tables' names.

    `output` is a folder that driver and workers share; `options` go to `copydesk analyze` as they are.
    """
    options = list(options)
    if not warc and "id" not in articles.columns and not any(option.startswith("id=") for option in options):
        raise SystemExit(f"no column 'id' among {articles.columns}: rows of a partition have no numbers of their own; name it with --column id=NAME")
    heads = Heads.asked(program, options, articles.columns, warc)
    work = over_partitions(program, shipped, options, heads.columns, warc)
    staged = os.path.join(output, "staged.parquet")
    # Written once, so that each partition is analyzed once; a table a folder.
    articles.mapInPandas(work, ROWS).write.mode("overwrite").partitionBy("table").parquet(staged)
    rows = spark.read.schema(ROWS).parquet(staged)
    for name in ("articles", "findings", "rejects", "partials"):
        heads.table(rows, name).write.mode("overwrite").parquet(os.path.join(output, name + ".parquet"))
    merge(program, spark.read.parquet(os.path.join(output, "partials.parquet")), os.path.join(output, "outlets.csv"))
    remove(spark, staged)


def remove(spark, path):
    """Takes a folder away, wherever Spark keeps it."""
    java = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(path)
    java.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).delete(java, True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given = ap.add_mutually_exclusive_group(required=True)
    given.add_argument("--parquet", nargs="+", help="files or folders of articles, a row each")
    given.add_argument("--csv", nargs="+", help="the same in CSV with a first line of names; quoted line breaks are read")
    given.add_argument("--warc", nargs="+", help="web archives, by paths that every worker can read")
    ap.add_argument("--output", required=True, help="a folder that driver and workers share")
    ap.add_argument("--program", default="copydesk", help="the program, on PATH or as a path that is the same on all machines")
    ap.add_argument("--ship", metavar="FILE", help="send this program to every worker instead")
    ap.add_argument("--partitions", type=int, help="cut the articles into so many partitions")
    ap.add_argument("--column", action="append", default=[], metavar="WHAT=NAME", help="as in copydesk analyze; repeatable")
    ap.add_argument("--raw-text", action="store_true", help="as in copydesk analyze")
    args = ap.parse_args()
    from pyspark.sql import SparkSession
    spark = SparkSession.builder.appName("copydesk").getOrCreate()
    if args.ship:
        spark.sparkContext.addFile(os.path.abspath(args.ship))
    options = [word for pair in args.column for word in ("--column", pair)] + (["--raw-text"] if args.raw_text else [])
    if args.parquet:
        articles = spark.read.parquet(*args.parquet)
    elif args.csv:
        articles = spark.read.csv(args.csv, header=True, multiLine=True, escape='"', encoding="UTF-8")
    else:
        paths = [(os.path.abspath(path),) for path in args.warc]
        articles = spark.createDataFrame(paths, "path string").repartition(args.partitions or len(paths))
    if args.partitions and not args.warc:
        articles = articles.repartition(args.partitions)
    analyze(spark, articles, args.output, program=args.ship or args.program, shipped=bool(args.ship), options=options, warc=bool(args.warc))
    spark.stop()


if __name__ == "__main__":
    sys.exit(main())
