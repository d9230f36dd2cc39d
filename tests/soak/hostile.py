#!/usr/bin/env python3
"""Hostile plans: each is built in bounded time and memory, and what is said of it is clear.

    tests/soak/hostile.py target/release/planverk           all of them
    tests/soak/hostile.py target/release/planverk deep csv  those named

For each plan: how long, the most memory, how it ended, and the last line that was said. It fails where a build takes
more than its seconds or memory, ends by a signal, or says anything that a terminal would take as an order.
"""

import datetime
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

PLAN = 'title = "Prøve"\nmunicipality = "Prøvevik"\nlanguage = "nb"\n'
HOME = '+++\ntitle = "Forsiden"\n+++\n\nHei.\n'
MOST_SECONDS = 60
MOST_MEGABYTES = 4000


def page(title, body):
    return f'+++\ntitle = "{title}"\n+++\n\n{body}\n'


def text_200_mb(write):
    words = ["barnet", "skolen", "planen", "åpner", "møter", "læreren", "og", "for", "fellesskap", "tiltak"]
    chance = random.Random(1)
    line = " ".join(chance.choice(words) for _ in range(2000)) + ".\n\n"
    for number in range(100):
        write(f"side-{number:03}.md", page(f"Side {number}", line * (2_000_000 // len(line.encode()))))


def links(write):
    write("side.md", page("Lenker", "\n\n".join("Se [[side]] og [[side|der]]." for _ in range(50_000))))


def headings(write):
    write("side.md", page("Overskrifter", "\n\n".join("## Samme overskrift\n\nTekst." for _ in range(10_000))))


def footnotes(write):
    notes = "\n\n".join(f"Ord[^n{n}] og [^borte{n}].\n\n[^n{n}]: Note {n}." for n in range(10_000))
    write("side.md", page("Fotnoter", notes))


def deep(write):
    body = [
        "> " * 20_000 + "x",
        "".join("  " * depth + "- a\n" for depth in range(3_000)),
        "*" * 100_000,
        "[" * 50_000,
        "![" * 50_000,
        "`" * 100_000,
        "[^" * 50_000,
        "<" * 50_000,
        ":\n" * 20_000,
        "{#" * 50_000,
        "[[" * 50_000,
    ]
    write("side.md", page("Dypt", "\n\n".join(body)))


def row(write):
    wide = "| a | b |\n|---|---|\n| " + "ord " * 250_000 + " | x |\n" + "| x " * 200_000 + "|"
    write("side.md", page("Rad", wide))


def columns(write):
    count = 5_000
    write("side.md", page("Kolonner", "| x " * count + "|\n" + "|---" * count + "|\n" + ("| y |\n" * 2_000)))


def embeds(write):
    for number in range(30):
        more = f"![[e{number + 1:02}]]\n\n" * 10 if number < 29 else ""
        write(f"e{number:02}.md", page(f"E{number}", "Tekst.\n\n" + more))


def names(write):
    write("plan.toml", PLAN.replace("Prøve", "Pr\\u001b[31m \\u202e", 1))
    write("a" * 240 + ".md", page("Langt navn", "Tekst."))
    write("b\x07c\x1b[31m.md", page("Styretegn", "Tekst [[finnes\x1b]0;ikkje\x07]]."))
    write("rtl\u202egnp.md", page("RTL \u202e mark", "Tekst \u202e her [[borte]]."))
    write("ny\nlinje.md", page("Ny linje", "Tekst [[borte]]."))


def days(values):
    first = datetime.date(1000, 1, 1).toordinal()
    rows = (f"{datetime.date.fromordinal(first + n)};{values(n)}\n" for n in range(1_000_000))
    return "dag;verdi\n" + "".join(rows)


COUNTED = '+++\nkind = "indicator"\ntitle = "Stor"\nunit = "prosent"\ndata = { file = "stor.csv" }\n+++\n\nTekst.\n'


def csv(write):
    write("data/stor.csv", days(lambda n: f"{n % 100},5"))
    write("telling.md", COUNTED)


def csv_wrong(write):
    write("data/stor.csv", days(lambda n: f"{n}.5.{n}"))
    write("telling.md", COUNTED)


def toml(write):
    rows = "".join(f'[[tiltak]]\nid = "t{n}"\ntitle = "Tiltak {n}"\nukjent{n} = {n}\n' for n in range(20_000))
    write("tiltak.toml", rows)
    write("dyp.toml", "x = " + "[" * 100_000)


def fields(write):
    write("side.md", "+++\n" + "".join(f'felt{n} = "x"\n' for n in range(50_000)) + "+++\n\nTekst.\n")


PLANS = [text_200_mb, links, headings, footnotes, deep, row, columns, embeds, names, csv, csv_wrong, toml, fields]


def make(folder, fill):
    def write(path, text):
        path = os.path.join(folder, "content", path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    write("plan.toml", PLAN)
    write("index.md", HOME)
    fill(write)


def build(program, folder):
    """Builds the plan: seconds, megabytes, exit code, what was said."""
    command = [program, "build", folder, "--out", os.path.join(folder, "public"), "--date", "2026-11-22"]
    began = time.monotonic()
    with open(os.path.join(folder, "said"), "wb+") as said:
        child = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
        try:
            child.wait(timeout=2 * MOST_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
        _, status, used = 0, child.wait(), resource.getrusage(resource.RUSAGE_CHILDREN)
        said.seek(0)
        return time.monotonic() - began, used.ru_maxrss // 1024, status, said.read().decode("utf-8")


def faults(seconds, megabytes, status, said):
    if status not in (0, 1):
        yield f"ended with {status}"
    if seconds > MOST_SECONDS:
        yield f"took {seconds:.1f} s"
    if megabytes > MOST_MEGABYTES:
        yield f"held {megabytes} MB"
    orders = {letter for letter in said if (letter < " " and letter not in "\n\t") or letter in "\x7f\u202e"}
    if orders:
        yield f"said {sorted(map(hex, map(ord, orders)))}"


def main():
    program, wanted = os.path.abspath(sys.argv[1]), sys.argv[2:]
    failed = False
    for fill in PLANS:
        name = fill.__name__
        if wanted and name not in wanted:
            continue
        folder = tempfile.mkdtemp(prefix=f"hostile-{name}-")
        # Each in a process of its own, so that the memory told is its own.
        reader, writer = os.pipe()
        if os.fork() == 0:
            make(folder, fill)
            seconds, megabytes, status, said = build(program, folder)
            last = (said.strip().splitlines() or [""])[-1]
            print(f"{name:12} {seconds:7.2f} s {megabytes:6} MB  exit {status}  {last[:90]}", flush=True)
            found = list(faults(seconds, megabytes, status, said))
            for fault in found:
                print(f"  FAULT: {fault}", flush=True)
            os.write(writer, b"x" * len(found))
            os._exit(0)
        os.wait()
        os.close(writer)
        failed |= bool(os.read(reader, 100))
        os.close(reader)
        shutil.rmtree(folder)
    sys.exit(failed)


if __name__ == "__main__":
    main()
