"""A dialog that shows pages, to be saved as PDF or printed."""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QPushButton, QWidget

from tracker import __version__
from tracker.app.theme import CAPTION
from tracker.disk import bytes_written_beside
from tracker.report.document import ReportDocument, usual_page
from tracker.ui.files.pages_view import PagesView
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.file_dialog import file_dialog

PART_OF_WINDOW = 0.92


class PagesDialog(QDialog):
    """Has the pages, and buttons to save, print and close; a subclass lays them out.

    Args:
        faults: Where a failed save or print is told.
    """

    def __init__(self, faults: Faults, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faults = faults
        self._printer: QPrinter | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window = parent.window().size() if parent is not None else self.size()
        self.resize((window * PART_OF_WINDOW).expandedTo(self.minimumSizeHint()))
        self.pages = PagesView(self)
        self.pages.setAccessibleName(self.tr("The pages as they will be"))
        self.message = Caption("", self, factor=CAPTION, muted=True)
        self.message.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.print = QPushButton(self.tr("&Print…"), self)
        self.save = QPushButton(self.tr("&Save as PDF…"), self)
        self.save.setDefault(True)
        for button, slot in ((self.print, self.ask_printer), (self.save, self.ask_file)):
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(slot)
        self.buttons.rejected.connect(self.reject)

    @property
    def _document(self) -> ReportDocument:
        """The current pages."""
        assert self.pages.document is not None  # the buttons are disabled without pages
        return self.pages.document

    @property
    def _file_name(self) -> str:
        """The name first offered for a file of the pages."""
        raise NotImplementedError

    def ask_file(self) -> None:
        """Ask where to save the pages."""
        dialog = file_dialog(self, self.tr("Save as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self._file_name)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _on_file_selected(self, name: str) -> None:
        self._faults.attempt(lambda: self._write(Path(name)))

    def _write(self, path: Path) -> None:
        pdf = self._document.pdf(f"Soleus {__version__}")
        with bytes_written_beside(path) as file:
            file.write(pdf)
        self.message.setText(self.tr("Saved as {}").format(path))

    def ask_printer(self) -> None:
        """Ask which printer to use."""
        printer = self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(usual_page(QLocale()))
        printer.setFullPage(True)
        printer.setDocName(self._document.title)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_dialog_accepted)
        QDialog.open(dialog)  # QPrintDialog's own open() wants a slot by name

    def _on_dialog_accepted(self) -> None:
        self._faults.attempt(self._print)

    def _print(self) -> None:
        assert self._printer is not None
        self._document.on_paper(self._printer.pageLayout().pageSize()).print_to(self._printer)
        self.message.setText(self.tr("Sent to the printer."))
