"""One import in the window: a file is read, questions answered, a preview made, and applied."""

import datetime
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tracker import TrackerError
from tracker.app.incoming import head_in, incoming
from tracker.app.job import Job
from tracker.app.language import error_text, plural
from tracker.app.logbook import Logbook
from tracker.domain.change import Change, Edit
from tracker.domain.file_words import Word, file_words
from tracker.domain.load import Unit
from tracker.exchange.importing.containers import Inside, Pasted, SeveralInsideError
from tracker.exchange.importing.dates import DayOrder
from tracker.exchange.importing.foreign_csv import Choices, DayOrderUnknownError, Head
from tracker.exchange.importing.found import ReadFile
from tracker.exchange.importing.known_formats import UnknownFormatError
from tracker.exchange.importing.laying import LINES_A_STEP
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.names import Meaning
from tracker.exchange.importing.proposal import Answers, Summary, building
from tracker.exchange.importing.words import names_meant
from tracker.exchange.roles import Role
from tracker.exchange.whole_log.parts import LogPart


class ImportSession(QObject):
    """What is known about a file so far; nothing reaches the log before ``apply``.

    Args:
        logbook: The open log.

    Signals:
        changed: Something new is known, or a question was answered.
        progressed: The fraction done of the current work, 0 to 1.
    """

    changed = Signal()
    progressed = Signal(float)

    def __init__(self, logbook: Logbook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logbook = logbook
        self._job: Job | None = None
        self.path = Path()
        self._source: Path | Pasted = self.path
        self._forget()

    def _forget(self) -> None:
        self.choices = Choices()
        self.error = ""  # why the file cannot be read, in words
        self.head: Head | None = None  # if its columns must be chosen
        self.insides: tuple[Inside, ...] = ()  # if one of several must be chosen
        self.ambiguous_date = ""  # an example, if the order of day and month must be given
        self.read: ReadFile | None = None
        self.mapping: dict[str, Meaning | None] = {}
        self._meant: dict[str, Meaning | None] = {}  # the part of the mapping given by the runner
        self.unit: Unit | None = None
        self.is_miles: bool | None = None
        self.bodyweight_kg: float | None = None
        self.begins_warm = False  # whether first sets were warm-ups, if the file does not say
        # Parts of a whole log; None for the usual ones.
        self.parts: frozenset[LogPart] | None = None
        self.taken: frozenset[str] = frozenset()  # ids of entries to replace by the file's version
        self.change = Change()
        self.summary: Summary | None = None

    @property
    def is_working(self) -> bool:
        """Whether the file is being read, or compared with the log."""
        return self._job is not None

    @property
    def highest_load(self) -> float | None:
        """The highest load that needs a unit, as in the file; None if there is none."""
        return None if self.read is None else self.read.highest_load(self.mapping)

    @property
    def lacks_answer(self) -> bool:
        """Whether no preview is possible before a unit of loads or distances is chosen."""
        if self.read is None:
            return False
        lacks_unit = self.highest_load is not None and self.unit is None
        return lacks_unit or (self.read.must_ask_distance and self.is_miles is None)

    # The file

    def open(self, path: Path) -> None:
        """Start with a file, discarding any other."""
        self.path = self._source = path
        self._forget()
        self._begin()

    def paste(self, text: str, unit: Unit) -> None:
        """Start with text from the clipboard, discarding any file.

        Args:
            text: The text as it was copied.
            unit: The runner's unit, for loads without one.
        """
        name = self.tr("Clipboard")
        self.path = Path(name)
        self._source = Pasted(name, text.encode("utf-8", "replace"))
        self._forget()
        self.unit = unit
        self._begin()

    def _begin(self) -> None:
        try:
            known = tuple(self._logbook.database.file_words())
        except TrackerError as error:
            self.error = error_text(error)
            self.changed.emit()
            return
        self.choices = Choices(known=known)
        self._read()

    def choose_inside(self, name: str) -> None:
        """Choose which part of an archive or a workbook is meant, and read it."""
        self.choices, self.head = Choices(known=self.choices.known, inside=name), None
        self._read()

    def ask_columns(self) -> None:
        """Let the runner choose the columns even though the file was recognised."""
        self._start(Job(head_in(self._source, self.choices.inside), self, only_reads=True))

    def choose_columns(self, columns: dict[int, Role]) -> None:
        """Set the meaning of columns, by index from 0, and read the file accordingly."""
        self.choices = replace(self.choices, columns=columns)
        self._read()

    def choose_order(self, order: DayOrder) -> None:
        """Set what comes first in dates, and read the file accordingly."""
        self.choices = replace(self.choices, order=order)
        self._read()

    def say(self, word: Word, means: str | None) -> None:
        """Set the meaning of a word in the file (None for unknown), and read the file again."""
        self.choices = replace(self.choices, words={**self.choices.words, word: means or ""})
        self._read(is_again=True)

    def _read(self, *, is_again: bool = False) -> None:
        """Read the file; if it is read again, earlier findings stay until there are new ones."""
        self.error, self.ambiguous_date = "", ""
        self.summary, self.change = None, Change()
        if not is_again:
            self.read = None
        self._start(Job(incoming(self._source, self.choices), self, only_reads=True))

    # Answers

    def set_meaning(self, name: str, meaning: Meaning | None) -> None:
        """Set the meaning of an exercise's name; None leaves it out."""
        self.mapping[name] = self._meant[name] = meaning
        self._build()

    def set_unit(self, unit: Unit) -> None:
        """Set the unit of loads and bodyweights that have none."""
        self.unit = unit
        self._build()

    def set_miles(self, is_miles: bool) -> None:
        """Set whether distances are in miles rather than kilometres."""
        self.is_miles = is_miles
        self._build()

    def set_bodyweight(self, kg: float | None) -> None:
        """Set the runner's bodyweight, 20 to 400 kg, for a log without one."""
        self.bodyweight_kg = kg
        self._build()

    def set_begins_warm(self, begins_warm: bool) -> None:
        """Set whether the first set of an exercise and leg was a warm-up."""
        self.begins_warm = begins_warm
        self._build()

    def take(self, ids: frozenset[str]) -> None:
        """Set which entries of the log are replaced by the file's version."""
        self.taken = ids
        self._build()

    def set_parts(self, parts: frozenset[LogPart]) -> None:
        """Set which parts of another log are merged."""
        self.parts = parts
        self._build()

    def _build(self) -> None:
        """Make the preview of the import, once everything needed is known."""
        self.summary, self.change = None, Change()
        if self.read is None or self.lacks_answer:
            self._drop_job()
            self.changed.emit()
            return
        answers = Answers(
            dict(self.mapping),
            self.unit,
            self.bodyweight_kg,
            bool(self.is_miles),
            self.parts,
            self.taken,
            begins_warm=self.begins_warm,
        )
        # Query the log here, because only the window's thread may touch it.
        try:
            log = LogSoFar.of(self._logbook.database, self.read)
        except TrackerError as error:
            self.error = error_text(error)
            self._drop_job()
            self.changed.emit()
            return
        self._start(Job(_building(self.read, answers, log), self, only_reads=True))

    # Work

    def _start(self, job: Job) -> None:
        self._drop_job()
        self._job = job
        job.progressed.connect(self._on_job_progressed)
        job.finished.connect(self._on_job_finished)
        job.failed.connect(self._on_job_failed)
        job.start()
        self.changed.emit()

    def _drop_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.leave()

    def cancel(self) -> None:
        """Abandon the current work; the log stays as it was."""
        self._drop_job()
        self.changed.emit()

    def _on_job_progressed(self, fraction: float) -> None:
        if self.sender() is self._job:
            self.progressed.emit(fraction)

    def _on_job_finished(self, result: object) -> None:
        if self.sender() is not self._job:  # from an abandoned job
            return
        self._drop_job()
        if isinstance(result, Head):
            self.head = result
            self.changed.emit()
        elif isinstance(result, ReadFile):
            self.read = result
            guessed = result.guessed_mapping
            said = {name: each for name, each in self._meant.items() if name in guessed}
            self.mapping = guessed | said
            self._build()
        else:
            self.change, self.summary = result  # type: ignore[misc]
            self.changed.emit()

    def _on_job_failed(self, error: Exception) -> None:
        if self.sender() is not self._job:
            return
        self._drop_job()
        if isinstance(error, UnknownFormatError):
            self.error = error_text(error)
            self._start(Job(head_in(self._source, self.choices.inside), self, only_reads=True))
            return
        if isinstance(error, SeveralInsideError):
            self.insides = error.insides
        elif isinstance(error, DayOrderUnknownError):
            self.ambiguous_date = error.example
        elif not isinstance(error, TrackerError):
            raise error
        self.error = error_text(error)
        self.changed.emit()

    # The end

    def apply(self) -> None:
        """Apply what the preview shows, as one step that can be undone.

        Raises:
            TrackerError: If it could not be saved; the log is then as it was.
        """
        sets = 0 if self.summary is None else self.summary.sets
        what = plural("%Ln (set|sets)", None, sets) if sets else self.tr("entries")
        label = self.tr("Import {} from {}").format(what, self.path.name)
        said = self.tr("Imported {} from {}.").format(what, self.path.name)
        if self.read is not None and self.read.is_whole_log:
            self._logbook.database.note_joined(datetime.datetime.now(datetime.UTC))
        words = {**self.choices.words, **names_meant(self._meant)}
        if self.read is not None and words:
            self._logbook.database.remember_words(file_words(self.read.shape, words))
        self._logbook.apply(self.change, label, said)


def _building(
    read: ReadFile, answers: Answers, log: LogSoFar
) -> Generator[float, None, tuple[Change, Summary]]:
    """Make the change and its summary, all in memory, because the window looks at it often."""
    change, summary = yield from building(read, answers, log)
    edits: list[Edit] = []
    for edit in change.edits:
        edits.append(edit)
        if len(edits) % LINES_A_STEP == 0:
            yield 1.0
    return Change(tuple(edits), change.memory), summary
