"""What a JSON file of ours says of itself is asked in one way, and taken off."""

import pytest

from tracker.exchange.csv_text import FormatError
from tracker.exchange.json_envelope import contents_of_json


def read(data: bytes) -> object:
    return contents_of_json(data, "x", "soleus-any", 2, "x is something else.")


@pytest.mark.parametrize("version", [1, 2])
def test_what_the_file_contains_is_given_without_format_and_version(version: int) -> None:
    data = f'{{"format": "soleus-any", "version": {version}, "a": [1]}}'
    assert read(data.encode()) == {"a": [1]}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"format": "soleus-any"', "x is not JSON, or is cut short."),
        (b"[" * 100_000, "x is not JSON, or is cut short."),
        (b'{"format": "soleus-any", "version": NaN}', "x is not JSON, or is cut short."),
        (b"[]", "x is something else."),
        (b'{"format": "soleus-log", "version": 1}', "x is something else."),
        (b'{"format": "soleus-any"}', "x does not say which version of the format it has."),
        (
            b'{"format": "soleus-any", "version": true}',
            "x does not say which version of the format it has.",
        ),
        (
            b'{"format": "soleus-any", "version": 0}',
            "x does not say which version of the format it has.",
        ),
        (
            b'{"format": "soleus-any", "version": 3}',
            "x was written by a later version of Soleus. Read it with that.",
        ),
    ],
    ids=["cut", "deep", "nan", "list", "other", "no version", "a boolean", "none yet", "later"],
)
def test_any_other_file_is_refused_in_words(data: bytes, reason: str) -> None:
    with pytest.raises(FormatError) as told:
        read(data)
    assert str(told.value) == reason
