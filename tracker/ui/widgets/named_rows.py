"""A form: fields one below the other, each labelled for the eye and for screen readers."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFormLayout, QWidget

from tracker.ui.widgets.cards import Caption


def named_rows(rows: Iterable[tuple[str, QWidget]], holder: QWidget) -> QFormLayout:
    """Lay out labelled fields one below the other.

    Args:
        rows: Labels and fields; a blank label for a field that names itself, such as a check box.
        holder: The widget that owns the form.
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
