"""A corpus of any size out of the sentences of seeds/: the same arguments give the same bytes."""

import csv
import pathlib
import random
import re

OUTLETS = [
    "The Äther Post", "Bote", "Capital Ledger", "Daily Dispatch", "Evening Standard-Journal", "Frontier Times",
    "Global Observer", "Herald of the Very Long and Winding River Valley", "Inland Wire", "Journal", "Kurier", "Lookout",
]

# What a hostile page may carry: shown as words, never run.
ATTACK = "</script><script>window.attacked=1</script><img src=x onerror=window.attacked=2> \"'`=1+1"


def pieces(root):
    """Stretches of some words: articles put together of them share words, but hardly a passage."""
    out = []
    for name in sorted(pathlib.Path(root, "seeds").glob("*.txt")):
        for line in name.read_text("utf-8").splitlines():
            words = line.split()
            if len(words) > 12:
                out += [words[at:at + 5] for at in range(0, len(words) - 4, 5)]
    return out


def paragraph(stretches, draw):
    words = []
    for _ in range(draw.randint(4, 12)):
        words += draw.choice(stretches)
    text = re.sub(r"\d+", lambda _: str(draw.randint(2, 900)), " ".join(words)).rstrip(".,;:—")
    return text[0].upper() + text[1:] + "."


def write(path, articles, root, outlets=len(OUTLETS), words=500):
    """Writes a CSV of so many articles; the first has an attack as title, outlet and text.

    Every twentieth article has a paragraph of an earlier one.
    """
    stretches = pieces(root)
    draw = random.Random(7)
    kept = []
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "outlet", "date", "title", "text"])
        for number in range(articles):
            text, count, wanted = [], 0, words * draw.uniform(0.5, 1.5)
            while count < wanted:
                text.append(paragraph(stretches, draw))
                count += len(text[-1].split())
            if number % 20 == 19:
                text[0] = draw.choice(kept[-200:])
            kept.append(text[-1])
            outlet = OUTLETS[number % outlets]
            title = f"{' '.join(text[0].split()[:7])} ({number})"
            if number == 0:
                outlet, title = f"Outlet {ATTACK}", f"Title {ATTACK}"
                text.insert(1, f"It may be {ATTACK}, an official reportedly said.")
            day = f"2021-{8 + number % 4:02}-{1 + number % 28:02}"
            table.writerow([f"a{number}", outlet, day, title, "\n\n".join(text)])
