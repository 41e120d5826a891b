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


def names(draw):
    """Made-up names: what an event's articles share and others do not have."""
    parts = ["bar", "dor", "el", "fen", "gra", "hal", "ir", "kel", "lom", "mar", "nor", "os", "pel", "ran", "sul", "tor"]
    return ["".join(draw.choice(parts) for _ in range(draw.randint(3, 4))).capitalize() for _ in range(8)]


def paragraph(stretches, own, draw):
    words = []
    for _ in range(draw.randint(4, 12)):
        words += draw.choice(stretches)
        if draw.random() < 0.4:
            words.append(draw.choice(own))
    text = re.sub(r"\d+", lambda _: str(draw.randint(2, 900)), " ".join(words)).rstrip(".,;:—")
    return text[0].upper() + text[1:] + "."


def write(path, articles, root, outlets=len(OUTLETS), words=500):
    """Writes a CSV of so many articles, five to an event; the first has an attack as title, outlet and text.

    Every second article of an event has a paragraph of another one's.
    """
    stretches = pieces(root)
    draw = random.Random(7)
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "outlet", "date", "title", "text"])
        own, lead = [], ""
        for number in range(articles):
            if number % 5 == 0:
                own = names(draw)
                lead = paragraph(stretches, own, draw)
            text, count, wanted = [], 0, words * draw.uniform(0.5, 1.5)
            while count < wanted:
                text.append(paragraph(stretches, own, draw))
                count += len(text[-1].split())
            if number % 2 == 0:
                text[0] = lead
            outlet = OUTLETS[number * 7 % outlets]
            title = f"{' '.join(text[0].split()[:7])} ({number})"
            if number == 0:
                outlet, title = f"Outlet {ATTACK}", f"Title {ATTACK}"
                text.insert(1, f"It may be {ATTACK}, an official reportedly said.")
            day = f"2021-{1 + number // 5 % 12:02}-{1 + number // 60 % 28:02}"
            table.writerow([f"a{number}", outlet, day, title, "\n\n".join(text)])
