"""Where items stand among the hours: never over each other, whatever the clocks do."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from app.services.records.calendar import CalendarItem
from app.views.calendar.geometry import Lane, Piece, packed, pieces

BERLIN = ZoneInfo("Europe/Berlin")


@given(st.lists(st.tuples(st.integers(0, 1400), st.integers(25, 300)), max_size=25))
def test_no_two_blocks_stand_on_each_other(spans: list[tuple[int, int]]) -> None:
    found = [Piece(row, 0, top, top + length, True) for row, (top, length) in enumerate(spans)]
    placed = list(packed(found))
    assert sorted(one.row for one in placed) == list(range(len(spans)))
    for one in placed:
        assert one.place >= 0
        assert one.place + one.span <= one.places
        for other in placed:
            apart_in_time = one.bottom <= other.top or other.bottom <= one.top
            ends = one.place / one.places, (one.place + one.span) / one.places
            begins = other.place / other.places, (other.place + other.span) / other.places
            assert one is other or apart_in_time or ends[1] <= begins[0] or begins[1] <= ends[0]


def _item(starts_at: datetime, minutes: int) -> CalendarItem:
    day = starts_at.astimezone(BERLIN).date()
    return CalendarItem("activity", 1, day, starts_at, minutes, "x", None, "", 1, None, 1)


@given(st.integers(0, 4 * 1440), st.integers(1, 1439))
def test_an_item_is_in_each_day_it_touches_and_in_no_other(begin: int, minutes: int) -> None:
    starts_at = datetime(2026, 10, 23, 12, tzinfo=UTC) + timedelta(minutes=begin)
    days = [date(2026, 10, 23) + timedelta(days=number) for number in range(7)]
    found = pieces([_item(starts_at, minutes)], [Lane(day) for day in days], BERLIN)
    last = (starts_at + timedelta(minutes=minutes, seconds=-1)).astimezone(BERLIN).date()
    touched = [number for number, day in enumerate(days) if starts_at.astimezone(BERLIN).date() <= day <= last]
    assert [one.lane for one in found] == touched
    assert all(0 <= one.top < one.bottom <= 1440 for one in found)
    assert [one.is_last for one in found] == [False] * (len(found) - 1) + [True]
