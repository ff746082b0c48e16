"""A form: fields below each other, each named by the words beside it, also when it is read out."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFormLayout, QWidget

from tracker.ui.widgets.cards import Caption


def named_rows(rows: Iterable[tuple[str, QWidget]], holder: QWidget) -> QFormLayout:
    """Lay fields out below each other.

    Args:
        rows: Names and fields; a field that names itself, as a check box does, has no other name.
        holder: To which the form belongs.
    """
    form = QFormLayout()
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    for name, field in rows:
        label = Caption(name, holder, muted=True)
        label.setBuddy(field)
        if name:
            field.setAccessibleName(name)
        form.addRow(label, field)
    return form
