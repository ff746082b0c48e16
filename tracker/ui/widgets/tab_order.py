"""Tab order, for widgets that were created later than they are read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_before(stop: QWidget, holder: QWidget) -> None:
    """Move all that a widget holds to directly before another widget in tab order.

    Args:
        stop: The other widget; something must come before it.
        holder: The widget whose contents are moved, in the order in which they were made.
    """
    before = stop.previousInFocusChain()
    # Qt cannot order after a widget that takes no focus, and the holder's own widgets are moved.
    while before is not None and (not _is_stop(before) or holder.isAncestorOf(before)):
        before = before.previousInFocusChain()
    # The focus chain leads through widgets of Qt's own, for which PySide tries all of its classes.
    for each in filter(_is_stop, holder.findChildren(QWidget)):
        if each.window() is holder.window():  # not in the list of a combo box
            assert before is not None
            QWidget.setTabOrder(before, each)
            before = each


def _is_stop(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
