"""A card around one chart: title, words, fold handle, and copies as a picture."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextDocument,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from tracker.app.theme import (
    CAPTION,
    CARD_PADDING,
    CARD_RADIUS,
    LINE,
    colours_of,
    for_letters,
    scaled_font,
)
from tracker.disk import bytes_written_beside
from tracker.ui.charts import Chart, for_every_reader
from tracker.ui.progress.chart_table import ChartTable
from tracker.ui.widgets.cards import Caption, Card
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.file_dialog import file_dialog
from tracker.ui.widgets.icons import show_icon

COPY_SCALE = 2  # pixels of a copy per pixel on the screen
TABLE_HEIGHT = 260  # minimum, in pixels
SEPARATOR: Final = " · "  # of the parts of the words
LARGE: Final = 1.3  # times the usual size: letters in which words need a second line


def write_picture(path: Path, content: bytes) -> None:
    """Write a picture, whole or not at all.

    Raises:
        TrackerError: If the disk fails; a picture already there is left as it was.
    """
    with bytes_written_beside(path) as file:
        file.write(content)


class ChartCard(Card):
    """A chart with its title, words, choices, and a menu.

    A card with more than one line of words has a space of fixed height for them below its title, so
    that nothing moves when they change. In large letters each card has two lines.

    Args:
        chart: The chart; the card takes ownership of it.
        title: Its name.
        faults: Where it is told that something was copied or saved, or that it failed.
        choices: Controls beside the title.
    """

    word_lines = 1
    are_weeks = False  # whether the numbers drawn are weekly

    def __init__(
        self,
        chart: Chart,
        title: str,
        faults: Faults,
        choices: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chart = chart
        self.title = title
        self._faults = faults
        self._caption = self._told = ""
        self._lines = self.word_lines
        self._choices = choices
        self._pen_is_accent = False
        self._is_folded = False
        self.table: ChartTable | None = None  # created on first use
        self.is_table = False
        self.fold_button = self._tool_button()
        self.fold_button.clicked.connect(lambda: self.set_folded(folded=not self.is_folded))
        heading = Caption(title, self, bold=True)
        heading.setContentsMargins(0, 0, 6, 0)
        self.words = QLabel(self)
        self.words.setFont(scaled_font(self.font(), CAPTION))
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setMinimumWidth(1)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.menu_button = self._tool_button()
        self.menu_button.setAccessibleName(self.tr("Table and pictures of {}").format(title))
        self.menu_button.setToolTip(self.tr("Show as a table, copy or save"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.menu_button)
        self.table_action = self.menu.addAction(
            self.tr("Show as table\tT"), lambda: self.set_as_table(as_table=not self.is_table)
        )
        self.copy_table_action = self.menu.addAction(self.tr("Copy table"), self._copy_table)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Copy picture"), self.copy)
        self.menu.addAction(self.tr("Save as PNG…"), lambda: self._ask_for_file("png"))
        self.menu.addAction(self.tr("Save as SVG…"), lambda: self._ask_for_file("svg"))
        self.menu_button.setMenu(self.menu)
        chart.setParent(self)
        chart.setAccessibleName(title)
        chart.focused.connect(self._on_chart_focused)
        right = QHBoxLayout()
        right.setSpacing(6)
        for choice in choices:
            right.addWidget(choice)
        right.addWidget(self.menu_button)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(8, 6, 8, 6)
        self._layout.setHorizontalSpacing(6)
        self._layout.setVerticalSpacing(2)
        self._layout.addWidget(self.fold_button, 0, 0)
        self._layout.addWidget(heading, 0, 1)
        self._layout.addLayout(right, 0, 3)
        self._layout.addWidget(chart, 2, 0, 1, 4)
        in_order: list[QWidget] = [self.fold_button, *choices, self.menu_button, chart]
        for before, after in pairwise(in_order):
            self.setTabOrder(before, after)  # in reading order; some were created before the card
        self._layout.setColumnStretch(2, 1)
        self._layout.setRowMinimumHeight(0, self.fontMetrics().height() + 14)
        self.set_narrow(is_narrow=False)
        self.set_folded(folded=False)
        self._tint()

    def _tool_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("flat", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _tint(self) -> None:
        colours = colours_of(self.palette())
        show_icon(self.fold_button, "unfold" if self.is_folded else "fold", colours.muted)
        show_icon(self.menu_button, "more", colours.muted)
        self.words.setStyleSheet(f"color: {colours.muted.name()}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "menu"):
            self._tint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._pen_is_accent:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours_of(self.palette()).accent, 1.5))
            edge = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
            painter.drawRoundedRect(edge, CARD_RADIUS, CARD_RADIUS)

    def _on_chart_focused(self, has_keys: bool) -> None:
        self._pen_is_accent = has_keys
        self.update()

    @property
    def name(self) -> str:
        return self.title

    # Folding and words

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Put the words below the title, or beside it if there is room."""
        metrics = self.fontMetrics()
        are_large = for_letters(LINE, metrics) >= LARGE * LINE
        self._lines = max(self.word_lines, 2 if is_narrow and are_large else 1)
        self.show_reading(self._told)
        if is_narrow or self.word_lines > 1:
            self._layout.addWidget(self.words, 1, 1, 1, 3)
        else:
            self._layout.addWidget(self.words, 0, 2)

    @property
    def decimals(self) -> int:
        """Decimals of the numbers in the table, unless all are whole."""
        return 1

    @property
    def is_folded(self) -> bool:
        """Whether only the title is shown."""
        return self._is_folded

    def set_folded(self, *, folded: bool) -> None:
        """Fold the chart away, or show it again."""
        self._is_folded = folded
        parts: tuple[QWidget, ...] = (self.words, self.menu_button, *self._choices)
        for part in parts:
            part.setHidden(folded)
        self._show_chart_or_table()
        words = self.tr("Show {}") if folded else self.tr("Fold {} away")
        self.fold_button.setAccessibleName(words.format(self.title))
        self.fold_button.setToolTip(words.format(self.title))
        self._tint()

    # As a table

    def set_as_table(self, *, as_table: bool) -> None:
        """Show the chart's numbers as a table in its place, or the chart again."""
        had_keys = self.is_table and self.table is not None and self.table.hasFocus()
        self.is_table = as_table
        self.table_action.setText(
            self.tr("Show as chart\tT") if as_table else self.tr("Show as table\tT")
        )
        if as_table:
            self._fill_table()
        self._show_chart_or_table()
        if as_table and self.table is not None:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif had_keys:
            self.chart.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_chart_or_table(self) -> None:
        self.chart.setHidden(self._is_folded or self.is_table)
        if self.table is not None:
            self.table.setHidden(self._is_folded or not self.is_table)

    def _fill_table(self) -> ChartTable:
        """Fill the table with what the chart draws now."""
        if self.table is None:
            self.table = ChartTable(self.title, self)
            self.table.hide()
            self.table.setFixedHeight(max(self.chart.height(), TABLE_HEIGHT))
            self.table.left.connect(lambda: self.set_as_table(as_table=False))
            self.table.opened.connect(self.chart.opened)
            self.table.copied.connect(self._tell_copied)
            self._layout.addWidget(self.table, 3, 0, 1, 4)
            self.setTabOrder(self.chart, self.table)
        self.table.numbers.show_numbers(
            self.chart.numbers,
            *self.chart.days_in_view,
            are_weeks=self.are_weeks,
            most=self.decimals,
            events=self._events_in_view(),
        )
        return self.table

    def _events_in_view(self) -> Mapping[int, str]:
        """Name the events of each day in view, or of each week by its Monday."""
        return {}

    def _copy_table(self) -> None:
        self._fill_table().copy()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._is_folded:
            self.menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_T and not event.modifiers() and not self._is_folded:
            self.set_as_table(as_table=not self.is_table)
        else:
            super().keyPressEvent(event)

    def set_caption(self, html: str) -> None:
        """Write what the chart shows, with its legend."""
        self._caption = html
        self.show_reading("")

    def show_reading(self, html: str) -> None:
        """Write the values of a day in place of the caption; blank restores the caption."""
        self._told = html
        said = html or self._caption
        shown = self._broken(said)
        shown += "<br>&nbsp;" * (self._lines - 1 - shown.count("<br>"))
        if shown != self.words.text():
            self.words.setText(shown)
            document = QTextDocument()
            document.setHtml(said)
            self.chart.setAccessibleDescription(document.toPlainText().strip())

    def has_room(self, html: str) -> bool:
        """Tell whether words fit on one line at the width shown."""
        document = QTextDocument()
        document.setDefaultFont(self.words.font())
        document.setDocumentMargin(0)
        document.setHtml(html)
        return document.idealWidth() <= self.words.width()

    def _broken(self, html: str) -> str:
        """Break words that are too wide between two parts, as far as there are lines for it.

        The label itself does not wrap: its height would change with the words, and the chart with
        it.
        """
        lines = html.split("<br>")
        spare = self._lines - len(lines)
        if spare <= 0 or self.has_room(html):
            return html
        broken = []
        for line in lines:
            begun, *parts = line.split(SEPARATOR)
            for part in parts:
                longer = f"{begun}{SEPARATOR}{part}"
                if spare > 0 and not self.has_room(longer):
                    broken.append(begun)
                    begun, spare = part, spare - 1
                else:
                    begun = longer
            broken.append(begun)
        return "<br>".join(broken)

    # Copies

    def _draw(self, painter: QPainter, size: QSize, *, as_shapes: bool) -> QRectF:
        """Draw title, caption and chart, so that a copy explains itself.

        Returns:
            The rectangle of the plot.
        """
        colours = colours_of(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), colours.card)
        document = QTextDocument()
        document.setDefaultFont(self.font())
        document.setHtml(
            f'<p style="color:{colours.text.name()}"><b>{self.name_of_copy()}</b>&nbsp;&nbsp; '
            f'<span style="color:{colours.muted.name()}">{self._caption}</span></p>'
        )
        painter.save()
        painter.translate(CARD_PADDING, 8)
        document.drawContents(painter)
        painter.restore()
        top = document.size().height() + 8
        place = QRectF(0, top, size.width(), size.height() - top - 8)
        self.chart.draw(painter, place, as_shapes=as_shapes)
        return self.chart.plot_within(place)

    def name_of_copy(self) -> str:
        """Return a name for a copy of the chart."""
        return self.title

    def _size_of_copy(self) -> QSize:
        return QSizeF(self.chart.size()).toSize() + QSize(0, 48)

    def image(self) -> QImage:
        """Draw the chart as an image, at twice its size on the screen."""
        size = self._size_of_copy()
        image = QImage(size * COPY_SCALE, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(COPY_SCALE)
        painter = QPainter(image)
        self._draw(painter, size, as_shapes=False)
        painter.end()
        return image

    def png(self) -> bytes:
        """Return the chart as the bytes of a PNG file."""
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        # PySide6's stub expects bytes, but Qt takes the name of a format.
        self.image().save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(content.data())

    def svg(self) -> bytes:
        """Return the chart as the bytes of an SVG file, with each line and point as a shape."""
        content, size = QByteArray(), self._size_of_copy()
        buffer = QBuffer(content)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(size)
        generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
        generator.setTitle(self.name_of_copy())
        generator.setResolution(self.logicalDpiX())  # otherwise text would be scaled
        painter = QPainter(generator)
        plot = self._draw(painter, size, as_shapes=True)
        painter.end()
        return for_every_reader(bytes(content.data()), plot)

    def copy(self) -> None:
        """Copy the chart to the clipboard."""
        QGuiApplication.clipboard().setImage(self.image())
        self._tell_copied()

    def _tell_copied(self) -> None:
        self._faults.done.emit(self.tr("Copied."))

    def _ask_for_file(self, kind: str) -> None:
        makers: dict[str, Callable[[], bytes]] = {"png": self.png, "svg": self.svg}
        dialog = file_dialog(self, self.tr("Save {}").format(self.title))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("{} pictures (*.{})").format(kind.upper(), kind))
        dialog.setDefaultSuffix(kind)
        dialog.selectFile(f"{self.name_of_copy()}.{kind}")
        dialog.fileSelected.connect(lambda name: self._save(Path(name), makers[kind]))
        dialog.open()

    def _save(self, path: Path, make: Callable[[], bytes]) -> None:
        if self._faults.attempt(lambda: write_picture(path, make())):
            self._faults.done.emit(self.tr("Saved as {}.").format(path.name))
