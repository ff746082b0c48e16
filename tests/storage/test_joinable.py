"""The step that lets logs be joined: an order of rows that is stored, and two tables more."""

import sqlite_utils

from tracker.domain.entry_fields import KINDS
from tracker.storage.migrations import STEPS, migrations_of


def test_rows_keep_the_order_in_which_they_were_added() -> None:
    db = sqlite_utils.Database(memory=True)
    migrations_of(STEPS[:5]).apply(db)
    for id_ in ("b", "c", "a"):
        db.table("equipment").insert({"id": id_, "name": id_})
    db.table("equipment").delete("c")
    migrations_of(STEPS[:6]).apply(db)
    order = [row["id"] for row in db.query("SELECT id FROM equipment ORDER BY added_us")]
    assert order == ["b", "a"]
    kinds = KINDS.keys() & set(db.table_names())  # others came later
    assert all("added_us" in db.table(name).columns_dict for name in kinds)
    assert (db.table("remembered").count, db.table("joined").count) == (0, 0)
    db.close()
