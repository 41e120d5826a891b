"""Holds what the ten lines of Examples/TenLines print on seeds/ to what the report counts there.

Called by `make example`: python3 ten_lines.py PRINTED ARTICLES.CSV
"""
import csv
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    printed = file.read().splitlines()
with open(sys.argv[2], encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
wanted = []
for row in rows:
    own = int(row["words"]) - int(row["quoted_words"])
    rate = int(1000 * int(row["loaded_own"]) / own + 0.5)
    wanted.append(f"{row['outlet']}: {row['attributions']} attributions, {row['sources']} sources, "
                  f"{rate} loaded words in 1,000 of its own")
if len(rows) != 5 or printed != wanted:
    sys.exit("the ten lines print\n" + "\n".join(printed) + "\nin the place of\n" + "\n".join(wanted))
print("\n".join(printed))
