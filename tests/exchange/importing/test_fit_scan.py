"""What is kept of a FIT file tells as much as the whole of it, and damage is found."""

import struct

import pytest
from fitdecode import CrcCheck, FitDataMessage, FitReader
from fitdecode.utils import compute_crc

from tests.exchange.importing.fit_files import Done, Step, activity
from tests.exchange.logs import finished
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing import fit_scan
from tracker.exchange.importing.fit_scan import DamagedError, Scan, is_fit

FILE = activity([Done(8, 20.0), Done(8, 20.0)], steps=[Step("Seated", kind=6)])
SET, RECORD, FILE_ID, DEVELOPER, DESCRIPTION = 225, 20, 0, 207, 206
INSTANT, REPS, PULSE = (253, 4, 0x86), (3, 2, 0x84), (3, 1, 0x02)  # number, bytes, type


def defined(
    local: int,
    kind: int,
    *fields: tuple[int, int, int],
    own: tuple[tuple[int, int, int], ...] = (),
    order: str = "<",
) -> bytes:
    """Define what the messages of a number contain from here on."""
    mark = 0x40 | local | (0x20 if own else 0)
    said = struct.pack(f"{order}BBBHB", mark, 0, order == ">", kind, len(fields))
    said += bytes(sum(fields, ()))
    return said + (bytes([len(own)]) + bytes(sum(own, ())) if own else b"")


def file_of(*messages: bytes, head_length: int = 14, head_sum: int | None = None) -> bytes:
    body = b"".join(messages)
    head = struct.pack("<BBHI4s", head_length, 0x20, 2140, len(body), b".FIT")
    if head_length > 12:
        head += struct.pack("<H", compute_crc(head) if head_sum is None else head_sum)
    return head + body + struct.pack("<H", compute_crc(head + body))


def record(instant: int) -> bytes:
    return struct.pack("<BIB", 1, instant, 120)


def kept(data: bytes, *kinds: int) -> bytes:
    scan = Scan(data, "x.fit", kinds)
    finished(scan.finding())
    finished(scan.proving())
    return scan.kept


def told(data: bytes, *kinds: int) -> list[tuple[str, dict[str, object]]]:
    """Return what fitdecode reads from some messages."""
    with FitReader(data, check_crc=CrcCheck.DISABLED) as reader:
        return [
            (each.name, {field.name: field.value for field in each.fields})
            for each in reader
            if isinstance(each, FitDataMessage) and each.global_mesg_num in kinds
        ]


def is_whole(data: bytes) -> bool:
    scan = Scan(data, "x.fit", (SET,))
    finished(scan.finding())
    try:
        finished(scan.proving())
    except DamagedError:
        return False
    return True


RECORDS = (defined(1, RECORD, INSTANT, PULSE), *(record(1_000 + each) for each in range(3_000)))


def test_it_is_known_by_its_first_bytes() -> None:
    assert is_fit(FILE)
    assert not is_fit(FILE[:11])


def test_what_is_wanted_is_told_as_in_the_whole_file_and_the_rest_is_gone() -> None:
    body = FILE[FILE[0] : -2]
    whole = file_of(body, *RECORDS, body)
    least = kept(whole, FILE_ID, SET)
    assert told(least, FILE_ID, SET) == told(whole, FILE_ID, SET)
    assert [name for name, _ in told(least, FILE_ID, SET)] == ["file_id", "set", "set"] * 2
    assert len(least) < len(FILE) * 2
    assert told(least, RECORD) == []


def test_a_number_that_is_defined_anew_is_wanted_or_not_from_there_on() -> None:
    data = file_of(
        defined(1, RECORD, INSTANT, PULSE),
        record(1),
        defined(1, SET, REPS),
        struct.pack("<BH", 1, 12),
        defined(1, RECORD, INSTANT, PULSE),
        record(2),
    )
    assert told(kept(data, SET), SET, RECORD) == [("set", {"repetitions": 12})]


def test_both_orders_of_bytes_and_both_lengths_of_heads_are_read() -> None:
    big = defined(2, SET, REPS, order=">"), struct.pack(">BH", 2, 12)
    for length in (12, 14):
        assert told(kept(file_of(*big, head_length=length), SET), SET) == [
            ("set", {"repetitions": 12})
        ]
    assert is_whole(file_of(*big, head_sum=0))  # a head that has none


def test_files_behind_one_another_are_each_gone_through() -> None:
    twice = FILE + file_of(*RECORDS) + FILE
    assert told(kept(twice, SET), SET) == told(FILE, SET) * 2
    assert is_whole(b"")


def test_fields_that_others_than_garmin_add_are_kept_with_what_they_mean() -> None:
    data = file_of(
        defined(0, DEVELOPER, (3, 1, 0x02)),
        bytes([0, 0]),
        defined(0, DESCRIPTION, (0, 1, 0x02), (1, 1, 0x02), (2, 1, 0x02), (3, 5, 0x07)),
        bytes([0, 0, 9, 0x02]) + b"tilt\0",
        defined(1, RECORD, PULSE, own=((9, 1, 0),)),
        bytes([1, 120, 7]),
        defined(2, SET, REPS, own=((9, 1, 0),)),
        struct.pack("<BHB", 2, 12, 5),
    )
    assert told(kept(data, SET, DEVELOPER, DESCRIPTION), SET) == [
        ("set", {"repetitions": 12, "tilt": 5})
    ]


def test_a_message_whose_instant_follows_from_others_keeps_them() -> None:
    later = 0x80 | 1 << 5 | 9  # of number 1, 9 seconds behind a whole 32
    runs = file_of(defined(1, RECORD, INSTANT, PULSE), record(64), bytes([later]) + record(70)[1:])
    assert len(kept(runs, SET)) == 14
    sets = file_of(
        defined(0, RECORD, INSTANT),
        struct.pack("<BI", 0, 1_000_000_000),
        defined(1, SET, REPS),
        struct.pack("<BH", later, 12),
    )
    assert told(kept(sets, SET), SET) == told(sets, SET)
    assert "timestamp" in told(sets, SET)[0][1]


@pytest.mark.parametrize(
    "data",
    [
        FILE[:5],
        FILE[:30],
        FILE[:-1],
        FILE + b"more",
        bytes([FILE[0] + 1]) + FILE[1:],
        file_of(b"\x03\x00"),  # nothing says what number 3 is
        file_of(defined(1, SET, REPS), b"\x01\x0c"),  # ends within a message
        file_of(defined(1, SET, REPS)[:-1]),
        file_of(*RECORDS, head_sum=1),
        FILE[:-1] + bytes([FILE[-1] ^ 1]),
        file_of(*RECORDS).replace(record(2_000), record(2_001)),
    ],
)
def test_what_is_no_whole_file_is_damaged(data: bytes) -> None:
    assert not is_whole(data)


def test_what_stands_before_the_damage_is_kept() -> None:
    scan = Scan(FILE[:-20], "x.fit", (FILE_ID,))
    finished(scan.finding())
    assert [name for name, _ in told(scan.kept, FILE_ID)] == ["file_id"]


def test_a_long_file_is_gone_through_in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fit_scan, "_BYTES_A_STEP", 4_096)
    scan = Scan(file_of(*RECORDS), "x.fit", (SET,))
    steps = list(scan.finding())
    assert len(steps) == 2
    assert steps == sorted(steps)
    assert len(list(scan.proving())) == 5


def test_more_messages_than_an_activity_has_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fit_scan, "MOST_MESSAGES", 3)
    with pytest.raises(FormatError, match=r"x\.fit has more messages than any activity"):
        finished(Scan(FILE, "x.fit", (SET,)).finding())
