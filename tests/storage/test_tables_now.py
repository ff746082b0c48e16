"""The text of a log's tables that files are compared with is what the steps of the schema make.

``python -m tests.storage.test_tables_now`` writes it anew, after a step was added.
"""

from contextlib import closing
from pathlib import Path

from tracker.storage import tables_now
from tracker.storage.database import Database
from tracker.storage.migrations import STEPS
from tracker.storage.strangers import own_texts

_HEAD = '''\
"""What SQLite keeps as the text of a log's tables and indexes once all steps were applied, by name.

``python -m tests.storage.test_tables_now`` writes this file. It is here because running the steps
takes longer than opening a log.
"""

# ruff: noqa: E501

from collections.abc import Mapping
from typing import Final

'''


def written() -> str:
    with closing(Database._empty(STEPS)) as connection:
        texts = own_texts(connection)
    lines = [f'    "{name}": """{text}""",\n' for name, text in sorted(texts.items())]
    return f"{_HEAD}TABLES_NOW: Final[Mapping[str, str]] = {{\n{''.join(lines)}}}\n"


def test_the_text_of_the_tables_is_that_of_the_steps() -> None:
    with closing(Database._empty(STEPS)) as connection:
        assert own_texts(connection) == tables_now.TABLES_NOW


if __name__ == "__main__":
    Path(tables_now.__file__).write_text(written(), encoding="utf-8")
