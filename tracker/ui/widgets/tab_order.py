"""The order of Tab, where what is read first was made last."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops_within(holder: QWidget) -> Iterator[QWidget]:
    """Go through what takes the keys within a widget, in the order of Tab."""
    each = holder.nextInFocusChain()
    while each is not None and each is not holder:
        takes_keys = each.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if takes_keys and each.focusProxy() is None and holder.isAncestorOf(each):
            yield each
        each = each.nextInFocusChain()


def put_before(stop: QWidget, holder: QWidget) -> None:
    """Let what a widget holds come directly before another in the order of Tab.

    Args:
        stop: The other; something must come before it.
        holder: Whose own order stays.
    """
    before = stop.previousInFocusChain()
    # Qt puts nothing behind what takes no keys, and what the holder holds is itself moved.
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
