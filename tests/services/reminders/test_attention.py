"""When an employee may be disturbed: hours over days off, nights and clock changes; pause; do not disturb."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from app.services.records.reminders import FOREVER, Attention, WorkHours
from app.services.reminders.attention import from_json, to_json

MOSCOW = ZoneInfo("Europe/Moscow")
BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY = datetime(2025, 11, 18, 11, 45, tzinfo=MOSCOW)
MOMENTS = st.integers(0, 10 * 365 * 24 * 3600).map(lambda s: TUESDAY.astimezone(UTC) + timedelta(seconds=s))


def test_without_settings_reminders_come_at_any_time() -> None:
    assert Attention().held_until(TUESDAY, MOSCOW) is None


def test_do_not_disturb_holds_until_it_is_switched_off() -> None:
    assert Attention(quiet=True).held_until(TUESDAY, MOSCOW) == FOREVER


def test_pause_ends_by_itself() -> None:
    paused = Attention(paused_until=TUESDAY + timedelta(minutes=30))
    assert paused.held_until(TUESDAY, MOSCOW) == TUESDAY + timedelta(minutes=30)
    assert paused.held_until(TUESDAY + timedelta(minutes=30), MOSCOW) is None


def test_evening_waits_for_the_next_morning_and_friday_evening_for_monday() -> None:
    hours = Attention(hours=WorkHours())
    assert hours.held_until(TUESDAY, MOSCOW) is None
    assert hours.held_until(datetime(2025, 11, 18, 19, tzinfo=MOSCOW), MOSCOW) == datetime(
        2025, 11, 19, 9, tzinfo=MOSCOW
    )
    assert hours.held_until(datetime(2025, 11, 21, 20, tzinfo=MOSCOW), MOSCOW) == datetime(
        2025, 11, 24, 9, tzinfo=MOSCOW
    )


def test_pause_that_ends_at_night_lasts_until_morning() -> None:
    paused = Attention(paused_until=datetime(2025, 11, 18, 22, tzinfo=MOSCOW), hours=WorkHours())
    assert paused.held_until(TUESDAY, MOSCOW) == datetime(2025, 11, 19, 9, tzinfo=MOSCOW)


def test_hours_follow_the_wall_clock_over_daylight_saving() -> None:
    hours = Attention(hours=WorkHours(weekdays=frozenset(range(7))))
    saturday_night = datetime(2025, 3, 29, 23, tzinfo=BERLIN)
    opened = hours.held_until(saturday_night, BERLIN)
    assert opened == datetime(2025, 3, 30, 7, tzinfo=UTC)  # nine o'clock is an hour nearer that night


@given(
    moment=MOMENTS,
    start=st.times(), end=st.times(), weekdays=st.frozensets(st.integers(0, 6), min_size=1),
)  # fmt: skip
def test_held_reminders_always_come_within_eight_days_and_not_before_the_hours(
    moment: datetime, start: time, end: time, weekdays: frozenset[int]
) -> None:
    hours = WorkHours(start, end, weekdays)
    attention = Attention(hours=hours)
    opened = attention.held_until(moment, BERLIN)
    if opened is not None:
        assert moment < opened <= moment + timedelta(days=8)
        assert opened.astimezone(BERLIN).weekday() in weekdays
        assert attention.held_until(opened, BERLIN) is None


@given(
    quiet=st.booleans(), sound=st.booleans(),
    paused=st.none() | MOMENTS,
    hours=st.none() | st.just(WorkHours(time(8, 30), time(20), frozenset({0, 5}))),
)  # fmt: skip
def test_what_is_stored_is_read_back(
    quiet: bool, sound: bool, paused: datetime | None, hours: WorkHours | None
) -> None:
    attention = Attention(quiet, paused, hours, sound)
    assert from_json(to_json(attention)) == attention


def test_spoilt_settings_never_silence_reminders() -> None:
    for spoilt in (
        None,
        7,
        "x",
        [],
        {"paused_until": "soon", "hours": {"start": "25:00", "end": 3}},
        {"hours": {"start": "19:00", "end": "09:00", "weekdays": [1]}},
        {"paused_until": "2025-01-01"},
    ):
        assert from_json(spoilt) == Attention()
