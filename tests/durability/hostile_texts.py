"""JSON and CSV that no program wrote, given to the import: imported, or refused in words."""

import json
import random
import shutil
import tempfile
from pathlib import Path
from typing import Any, Final

from tests.durability.full_disk import make_log, run_command
from tests.durability.hostile import faults_of
from tests.durability.outcome import Outcome
from tests.fuzz.cases import mutated, sources
from tracker.storage.database import Database

# What JSON can say, and no entry can have.
VALUES: Final[tuple[Any, ...]] = (
    *(None, True, -1, 0, 1e308, 1e999, float("nan"), 10**400, 2**63),
    *("", "x" * 10_001, "\ud800", "\0", "=1", "<img src='/dev/zero'>"),
    *("2026-02-31", "9999-12-31", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"),
    *([], {}, [[]], {"id": 1}),
)


def edited_json(whole: bytes, chance: random.Random) -> bytes:
    """Edit a whole log in some places, so that it is usually still JSON, but no log."""
    document = json.loads(whole)
    for _ in range(chance.choice((1, 1, 3))):
        kind = chance.choice(list(document))
        entries = document[kind]
        form = chance.randrange(6)
        entry = chance.choice(entries) if isinstance(entries, list) and entries else None
        if form == 0 or not isinstance(entry, dict) or not entry:
            document[chance.choice((kind, "", "<b>", "\ud800"))] = chance.choice(VALUES)
        elif form == 1:
            del entry[chance.choice(list(entry))]
        elif form == 2:
            entry[str(chance.choice(VALUES))[:50]] = 1
        elif form == 3:
            entries.append(chance.choice((*VALUES, entry)))
        else:
            entry[chance.choice(list(entry))] = chance.choice(VALUES)
    text = json.dumps(document)
    if chance.random() < 0.2:
        place = chance.randrange(len(text))
        piece = chance.choice(("", ",", "}", "[" * 5_000, "\0", "1e999", '"'))
        text = text[:place] + piece + text[place + chance.choice((0, 1, 50)) :]
    return text.encode("utf-8", "surrogatepass")


def run(cases: int, seed: int) -> Outcome:
    """Import broken files of both forms in turn into a log, which must stay sound."""
    chance = random.Random(seed)
    complaints = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        year = make_log(folder / "year.soleus")
        run_command("export", str(year), "--json", str(folder / "year.json"))
        run_command("export", str(year), "--to", str(folder / "csv"))
        whole = (folder / "year.json").read_bytes()
        tables = [*sources(), *(path.read_bytes() for path in sorted(folder.glob("csv/*.csv")))]
        log = folder / "log.soleus"
        for number in range(cases):
            shutil.copyfile(year, log)
            if number % 2:
                file, data = folder / "hostile.csv", mutated(chance.choice(tables), chance)
            else:
                file, data = folder / "hostile.json", edited_json(whole, chance)
            file.write_bytes(data)
            answers = ("--unit", "kg", "--dates", "day-first", "--distance", "km")
            told = faults_of(("import", str(log), str(file), *answers), file)
            database = Database.open(log)
            told += database.complaints()
            database.close()
            complaints += [f"case {number}, {file.name}: {each}" for each in told]
    text = "JSON and CSV that no program wrote, imported"
    return Outcome(text, cases, 0, tuple(complaints))
