"""Every field of the Log page, left in every way, in two windows: text stays where it was begun."""

import random

from tests.durability.desk import qt
from tests.durability.outcome import Outcome
from tests.ui.log.test_fields_machine import STEPS, FieldsMachine


def run(cases: int, seed: int) -> Outcome:
    """Type into fields, leave them, and check where the text went; a case is several such steps."""
    qt()
    chance = random.Random(seed)
    complaints: list[str] = []
    done = 0
    while done < cases:
        machine = FieldsMachine(chance.randrange(1_000_000))
        try:
            for _ in range(min(STEPS, cases - done)):
                machine.step()
                done += 1
        except AssertionError as error:
            done += 1
            complaints.append(f"{machine.steps[-1]}: {error}")
        finally:
            machine.end()
    return Outcome("a field left in any way", cases, len(complaints), tuple(complaints))
