"""What there is to go on with when a log is damaged."""

from pathlib import Path

from tests.storage.test_backup import NOW, back_up, change, result_of
from tracker.app.rescue import rescuing
from tracker.domain.change import Change
from tracker.domain.session import Session
from tracker.storage.backup import backups_of
from tracker.storage.checking import Holdings
from tracker.storage.database import Database

SESSION = Session(NOW.date())


def test_the_newest_sound_backup_and_what_can_be_read_are_found(tmp_path: Path) -> None:
    log = tmp_path / "log.soleus"
    Database.create_with(log, Change.adding(SESSION))
    assert result_of(rescuing(log)).backup is None
    change(log, NOW)
    back_up(log, NOW)
    rescue = result_of(rescuing(log))
    assert rescue.backup == (backups_of(log)[0], Holdings(1, 0, NOW.date(), NOW.date()))
    assert rescue.salvage.entries == (SESSION,)
