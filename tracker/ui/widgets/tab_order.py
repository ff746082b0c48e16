"""Tab order, for widgets that were created later than they are read."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops_within(holder: QWidget) -> Iterator[QWidget]:
    """Iterate over the widgets within another that take the focus, in tab order."""
    each = holder.nextInFocusChain()
    while each is not None and each is not holder:
        takes_keys = each.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if takes_keys and each.focusProxy() is None and holder.isAncestorOf(each):
            yield each
        each = each.nextInFocusChain()


def put_before(stop: QWidget, holder: QWidget) -> None:
    """Move all that a widget holds to directly before another widget in tab order.

    Args:
        stop: The other widget; something must come before it.
        holder: The widget whose contents are moved, in their own order.
    """
    before = stop.previousInFocusChain()
    # Qt cannot order after a widget that takes no focus, and the holder's own widgets are moved.
    while before is not None and (
        before.focusPolicy() is Qt.FocusPolicy.NoFocus
        or before.focusProxy() is not None
        or holder.isAncestorOf(before)
    ):
        before = before.previousInFocusChain()
    for each in list(stops_within(holder)):
        assert before is not None
        QWidget.setTabOrder(before, each)
        before = each
