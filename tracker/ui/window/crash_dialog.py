"""The dialog that admits a bug in the program: what happened, and that the log is safe."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from tracker.app.crashes import Crash
from tracker.app.theme import PAGE_MARGIN
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.fitted import fit_height, fit_width

WIDTH = 460


class CrashDialog(QDialog):
    """One dialog for all crashes until it is answered; later ones are only counted.

    Args:
        crash: The first crash.

    Signals:
        close_asked: The program is to be closed.
        folder_asked: The folder of the crash reports is to be shown.
    """

    close_asked = Signal()
    folder_asked = Signal()

    def __init__(self, crash: Crash, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Soleus made a mistake"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._first = crash.times
        title = Caption(self.tr("Soleus made a mistake"), self, factor=1.25, bold=True)
        self.words = self._paragraph()
        self.words.setText(
            self.tr(
                "The fault is the program’s, not yours. What you did last may not have been "
                "carried out. Your log is safe: what the table shows is on disk."
            )
        )
        self.report = self._paragraph()
        self.report.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.count = self._paragraph()
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.go_on = buttons.addButton(self.tr("&Go on"), role.RejectRole)
        self.close_safely = buttons.addButton(self.tr("&Close safely"), role.DestructiveRole)
        self.open_folder = buttons.addButton(self.tr("&Open folder"), role.ActionRole)
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.reject)
        self.close_safely.clicked.connect(self._on_close_safely_clicked)
        self.open_folder.clicked.connect(self.folder_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(12)
        for part in (title, self.words, self.report, self.count):
            layout.addWidget(part)
        layout.addSpacing(4)
        layout.addWidget(buttons)
        fit_width(self, WIDTH)
        self.add(crash)
        self.go_on.setFocus()

    def _paragraph(self) -> QLabel:
        paragraph = QLabel(self)
        paragraph.setWordWrap(True)
        return paragraph

    def add(self, crash: Crash) -> None:
        """Add a crash: the first one, or one that happened while the dialog was open."""
        self.report.setText(self._about_report(crash.report))
        self.report.setToolTip("" if crash.report is None else str(crash.report))
        times = crash.times - self._first + 1
        self.count.setVisible(times > 1)
        self.count.setText(self.tr("It has happened {} times.").format(times))
        fit_height(self)

    def _about_report(self, report: Path | None) -> str:
        if report is None:
            return self.tr("No report could be written.")
        return self.tr(
            "A report lies beside the program log as “{}”. It says where in the program it "
            "happened, and nothing about you or your training."
        ).format(report.name)

    def _on_close_safely_clicked(self) -> None:
        self.reject()
        self.close_asked.emit()
