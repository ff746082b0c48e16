"""How the window looks: two sets of colours, sizes, and the palette and style made from them."""

from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette

from tracker.app.resources import icon_file
from tracker.domain.exercise import Side

# Sizes in device-independent pixels, in multiples of 4.
PAGE_MARGIN = 24
CARD_PADDING = 14
GAP = 12
CARD_RADIUS = 10
CONTROL_RADIUS = 6

# Font sizes relative to the system's.
TITLE = 1.7
FIGURE = 1.6
CAPTION = 0.85

# The line height, in pixels, that lengths were designed for.
LINE: Final = 15

# The share of the accent colour for each depth of a calendar day.
DEPTHS = (0.25, 0.5, 0.75, 1.0)


class Mark(NamedTuple):
    """What represents a side: colour and shape in a chart, a letter in a text.

    Args:
        colour: The name of one of ``Colours``.
        shape: Shape of the points, by pyqtgraph's name.
        letter: The character for that shape in a text.
    """

    colour: str
    shape: str
    letter: str


MARKS: Final = {
    Side.LEFT: Mark("left", "o", "●"),
    Side.RIGHT: Mark("right", "t1", "▲"),
    Side.BOTH: Mark("text", "s", "■"),
}


class Colours(NamedTuple):
    """The colours of one theme; left and right are from the Okabe–Ito palette.

    Lines separate things to read; borders mark what can be clicked or typed into, and need a
    contrast of 3 to 1 (WCAG 2.2, 1.4.11).
    """

    page: QColor
    card: QColor
    text: QColor
    muted: QColor
    line: QColor
    border: QColor
    accent: QColor
    accent_tint: QColor
    on_accent: QColor
    warning: QColor
    left: QColor
    right: QColor


LIGHT = Colours(
    page=QColor("#F7F7F5"),
    card=QColor("#FFFFFF"),
    text=QColor("#1C1F23"),
    muted=QColor("#616875"),
    line=QColor("#E5E5E1"),
    border=QColor("#858A92"),
    accent=QColor("#0F766E"),
    accent_tint=QColor("#E4F1EF"),
    on_accent=QColor("#FFFFFF"),
    warning=QColor("#B42318"),
    left=QColor("#0072B2"),
    right=QColor("#D55E00"),
)
DARK = Colours(
    page=QColor("#15171A"),
    card=QColor("#1D2024"),
    text=QColor("#ECEAE6"),
    muted=QColor("#9AA0A8"),
    line=QColor("#2C3035"),
    border=QColor("#737980"),
    accent=QColor("#4FB8AC"),
    accent_tint=QColor("#1F3532"),
    on_accent=QColor("#10201E"),
    warning=QColor("#F2857B"),
    left=QColor("#56B4E9"),
    right=QColor("#E69F00"),
)


def colours_of(palette: QPalette) -> Colours:
    """Return the colours of the theme that a palette belongs to."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def accent_depths(colours: Colours) -> tuple[QColor, ...]:
    """Return the tints for calendar days: one for nothing, then four deepening to the accent."""
    return (colours.page, *(_mixed(colours.card, colours.accent, part) for part in DEPTHS))


def _mixed(ground: QColor, colour: QColor, part: float) -> QColor:
    """Mix a share of a colour, 0 to 1, into a background."""
    return QColor(
        *(
            round(one + (other - one) * part)
            for one, other in zip(ground.getRgb()[:3], colour.getRgb()[:3], strict=True)  # type: ignore[index]
        )
    )


def scaled_font(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """Return a font of the same family, ``factor`` times as large."""
    scaled = QFont(font)
    if font.pointSizeF() > 0:
        scaled.setPointSizeF(font.pointSizeF() * factor)
    else:
        scaled.setPixelSize(round(font.pixelSize() * factor))
    if bold:
        scaled.setWeight(QFont.Weight.DemiBold)
    return scaled


def for_letters(pixels: int, metrics: QFontMetrics) -> int:
    """Scale a length designed for usual letters up if letters are larger."""
    return max(pixels, round(pixels * metrics.height() / LINE))


def make_palette(colours: Colours) -> QPalette:
    """Make the palette that widgets and charts follow."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.page,
        QPalette.ColorRole.Base: colours.card,
        QPalette.ColorRole.AlternateBase: colours.page,
        QPalette.ColorRole.Button: colours.card,
        QPalette.ColorRole.ToolTipBase: colours.card,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.BrightText: colours.warning,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Accent: colours.accent,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.LinkVisited: colours.accent,
        QPalette.ColorRole.Light: colours.card,
        QPalette.ColorRole.Midlight: colours.line,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Dark: colours.muted,
        QPalette.ColorRole.Shadow: colours.line,
    }
    for role, colour in roles.items():
        palette.setColor(role, colour)
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours.muted)
    return palette


def make_style_sheet(colours: Colours) -> str:
    """Make the style sheet, for what the palette alone cannot say about controls."""
    c = {
        name: getattr(colours, name).name()
        for name in (
            "page",
            "card",
            "text",
            "muted",
            "line",
            "border",
            "accent",
            "accent_tint",
            "on_accent",
        )
    }
    # A grey visible in both themes, because a style sheet cannot tint pictures.
    arrow = icon_file("arrow").as_posix()
    # By default Qt treats text that looks like rich text as such, and loads the pictures it names,
    # even from a note, a heading or a file name. So every label is plain unless it says that it is
    # rich, including those in tool tips, message boxes and Qt's own dialogs.
    return f"""
QLabel[textFormat="AutoText"], QToolTip {{ qproperty-textFormat: PlainText; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton, QToolButton, QComboBox, QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit,
QPlainTextEdit {{
    border: 1px solid {c["border"]}; border-radius: {CONTROL_RADIUS}px; padding: 4px 10px;
    background: {c["card"]}; color: {c["text"]};
}}
QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QPlainTextEdit {{
    padding: 4px 8px; placeholder-text-color: {c["muted"]};
}}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{arrow}"); width: 12px; height: 12px; }}
QAbstractScrollArea::corner {{ background: transparent; }}
QPushButton:hover, QToolButton:hover, QComboBox:hover {{ background: {c["accent_tint"]}; }}
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QSpinBox:focus,
QDoubleSpinBox:focus, QDateEdit:focus, QPlainTextEdit:focus {{ border-color: {c["accent"]}; }}
QPushButton:default {{
    background: {c["accent"]}; color: {c["on_accent"]}; border-color: {c["accent"]};
}}
QPushButton:disabled, QToolButton:disabled, QLineEdit:disabled, QComboBox:disabled {{
    color: {c["muted"]}; background: {c["page"]};
}}
QToolButton[day="true"] {{ padding: 4px 0; }}
QToolButton[day="true"]:checked {{
    background: {c["accent_tint"]}; color: {c["accent"]}; border-color: {c["accent"]};
}}
QToolButton[flat="true"] {{ border-color: transparent; background: transparent; padding: 4px; }}
QToolButton[flat="true"]:hover {{ background: {c["accent_tint"]}; }}
QToolButton[flat="true"]:focus {{ border-color: {c["accent"]}; }}
QToolButton#title {{ padding: 0; }}
QFileDialog QToolButton {{ padding: 3px; }}
QToolButton::menu-indicator {{ image: none; }}
QTableView {{
    border: none; outline: 0; background: transparent; gridline-color: {c["line"]};
    selection-background-color: {c["accent_tint"]}; selection-color: {c["text"]};
}}
QTableView#plain::item {{ padding: 0 5px; color: {c["text"]}; }}
QListWidget, QTreeWidget {{
    border: 1px solid {c["line"]}; border-radius: {CONTROL_RADIUS}px; padding: 4px; outline: 0;
    background: {c["card"]}; selection-background-color: {c["accent_tint"]};
    selection-color: {c["text"]};
}}
QListWidget:focus, QTreeWidget:focus {{ border-color: {c["accent"]}; }}
QListWidget::item, QTreeWidget::item {{ padding: 0 6px; min-height: 26px; border-radius: 4px; }}
QListWidget::item:selected, QTreeWidget::item:selected {{
    background: {c["accent_tint"]}; color: {c["text"]};
}}
QTreeWidget::branch {{ image: none; }}
QTabWidget::pane {{
    border: 1px solid {c["line"]}; border-radius: {CONTROL_RADIUS}px; background: {c["card"]};
}}
QTabBar::tab {{
    padding: 4px 12px; margin: 0 4px 6px 0; color: {c["text"]};
    border: 1px solid transparent; border-radius: {CONTROL_RADIUS}px;
}}
QTabBar::tab:hover, QTabBar::tab:selected {{ background: {c["accent_tint"]}; }}
QTabBar::tab:selected {{ color: {c["accent"]}; }}
QTabBar:focus::tab:selected {{ border-color: {c["accent"]}; }}
QCalendarWidget QAbstractItemView {{
    background: {c["card"]}; selection-background-color: {c["accent"]};
    selection-color: {c["on_accent"]};
}}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {c["card"]}; }}
QCalendarWidget QToolButton {{ border-color: transparent; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
    background: transparent; border: none; border-bottom: 1px solid {c["line"]};
    padding: 4px 8px; color: {c["muted"]};
}}
QTableCornerButton::section {{
    background: transparent; border: none; border-bottom: 1px solid {c["line"]};
}}
QLineEdit#quick_entry, QLineEdit#quick_entry:focus {{ border: none; background: transparent; }}
QLineEdit#cell {{ border: 2px solid {c["accent"]}; padding: 0 5px; }}
QScrollArea, QScrollArea > QWidget > QWidget#page {{ background: transparent; border: none; }}
QMenuBar {{ background: {c["page"]}; }}
QMenuBar::item {{ padding: 4px 10px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {c["accent_tint"]}; }}
QMenu {{ background: {c["card"]}; border: 1px solid {c["line"]}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {c["accent_tint"]}; color: {c["text"]}; }}
QMenu::item:disabled {{ color: {c["muted"]}; }}
QMenu::separator {{ height: 1px; background: {c["line"]}; margin: 4px 8px; }}
QToolTip {{ background: {c["card"]}; color: {c["text"]}; border: 1px solid {c["line"]}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; }}
QScrollBar::handle {{ background: {c["line"]}; border-radius: 4px; margin: 1px; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::handle:hover {{ background: {c["muted"]}; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
