"""Copies of charts as files: what they name, and that other readers draw them alike."""

import shutil
import subprocess

import numpy as np
import pytest
from PySide6.QtGui import QImage

from tests.ui.progress.conftest import TODAY, Desk
from tracker.app.theme import LIGHT, make_palette
from tracker.domain.columns import Integers
from tracker.domain.demo.year import made_up_log


@pytest.fixture
def drawn(desk: Desk) -> Desk:
    desk.page.setPalette(make_palette(LIGHT))
    desk.logbook.apply(made_up_log(TODAY), "made up")
    return desk


def pixels(image: QImage) -> Integers:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    lines = [
        bytes(image.constScanLine(y))[: 3 * image.width()]  # type: ignore[call-overload]
        for y in range(image.height())
    ]
    flat = np.frombuffer(b"".join(lines), np.uint8).astype(np.int64)
    return flat.reshape(image.height(), image.width(), 3)


@pytest.mark.skipif(shutil.which("rsvg-convert") is None, reason="librsvg is not installed")
def test_librsvg_draws_what_qt_draws(drawn: Desk) -> None:
    card = drawn.page.strength
    ours = card.image()
    ours.setDevicePixelRatio(1)
    command = ["rsvg-convert", "--zoom", "2", "--format", "png"]
    made = subprocess.run(command, input=card.svg(), capture_output=True, check=True, timeout=60)
    theirs = QImage.fromData(made.stdout).copy(ours.rect())  # which may be a pixel larger
    one, other = pixels(ours), pixels(theirs)
    # Fonts differ by reader, and lie outside the plot: the middle of its height, less its edges.
    height, width = one.shape[:2]
    inside = (slice(round(0.35 * height), round(0.8 * height)), slice(140, width - 260))
    apart = np.abs(one[inside] - other[inside]).max(axis=2)
    assert (apart > 60).mean() < 0.06
    left = LIGHT.left.red(), LIGHT.left.green(), LIGHT.left.blue()

    def painted(picture: Integers) -> float:
        return float((np.abs(picture[inside] - np.array(left)).max(axis=2) < 40).mean())

    assert painted(other) == pytest.approx(painted(one), rel=0.35)  # as thick, and as much of it


def test_a_copy_names_the_exercise_and_the_period(drawn: Desk) -> None:
    page = drawn.page
    drawn.choose(page.exercise, "Seated")
    drawn.choose(page.range, "4 weeks")
    named = {card.title: card.name_of_copy() for card in page.cards}
    days = "27 Oct 2026 – 25 Nov 2026"
    assert named["Strength"] == f"Strength, Seated, {days}"
    assert named["Work"] == f"Work, {days}"
    assert named["Soleus – gastrocnemius"] == f"Soleus – gastrocnemius, Seated, Standing, {days}"
    assert named["Heel-raise test"] == f"Heel-raise test, Standing, {days}"
    assert f"<title>Strength, Seated, {days}</title>" in page.strength.svg().decode()
