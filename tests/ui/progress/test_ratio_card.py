"""The Seated : standing card."""

from tests.ui.progress.conftest import Desk


def test_sets_of_training_are_laid_beside_no_laboratory(desk: Desk) -> None:
    desk.weigh(70)
    for back in (4, 2, 0):
        desk.both_legs(back)
    card = desk.page.ratio
    assert not card.chart._reference.isVisible()
    assert "laboratory" not in desk.words()[2]
