"""Words in other programs' files, and what the runner said that they mean."""

from tracker.domain.file_words import FileWord, Topic, file_words, meanings_in

OKA = (Topic.MONTH, "oka")


def test_a_word_means_what_was_said_of_it_in_files_of_its_shape() -> None:
    known = [*file_words("Hevy", {OKA: "1"}), FileWord("Strong", Topic.MONTH, "oka", "2")]
    assert meanings_in(known, "Hevy") == {OKA: "1"}
    assert meanings_in(known, "Strava") == {}


def test_a_word_too_long_to_be_one_is_not_remembered() -> None:
    assert file_words("Hevy", {(Topic.SIDE, "l" * 201): "left"}) == []
