"""A plot for tests of what is drawn into one."""

import pyqtgraph as pg
import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture
def plot(qapp: QApplication) -> pg.PlotItem:
    return pg.PlotItem()
