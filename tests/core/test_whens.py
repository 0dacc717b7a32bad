from datetime import UTC, date, datetime, time
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import UserError
from app.core.whens import When, parse_date, parse_datetime, parse_when
from app.core.workdays import WorkCalendar
from tests.core.outcomes import outcome

MOSCOW = ZoneInfo("Europe/Moscow")
TUESDAY = datetime(2025, 11, 18, 11, 42, 30, tzinfo=MOSCOW)
CALENDAR = WorkCalendar(days_off=frozenset({date(2025, 11, 20)}))


@pytest.mark.parametrize(
    ("typed", "day", "clock"),
    [
        ("завтра 15", (11, 19), (15, 0)),
        ("Завтра в 15:30", (11, 19), (15, 30)),
        ("завтра 15.30", (11, 19), (15, 30)),
        ("пт 15.30", (11, 21), (15, 30)),
        ("сегодня", (11, 18), None),
        ("послезавтра в 9 утра", (11, 20), (9, 0)),
        ("завтра в 7 вечера", (11, 19), (19, 0)),
        ("завтра в 3 дня", (11, 19), (15, 0)),
        ("+3р", (11, 24), None),
        ("+3р 15", (11, 24), (15, 0)),
        ("+3 р.д.", (11, 24), None),
        ("через 3 рабочих дня в 10", (11, 24), (10, 0)),
        ("+3w", (11, 24), None),
        ("in 3 working days", (11, 24), None),
        ("+3d", (11, 21), None),
        ("+3д 9:05", (11, 21), (9, 5)),
        ("+3", (11, 21), None),
        ("через неделю", (11, 25), None),
        ("in 2 weeks", (12, 2), None),
        ("через месяц", (12, 18), None),
        ("через 2 часа", (11, 18), (13, 42)),
        ("через час", (11, 18), (12, 42)),
        ("через полчаса", (11, 18), (12, 12)),
        ("через 15 мин", (11, 18), (11, 57)),
        ("in 2 hours", (11, 18), (13, 42)),
        ("in an hour", (11, 18), (12, 42)),
        ("in half an hour", (11, 18), (12, 12)),
        ("+13ч", (11, 19), (0, 42)),
        ("пт 10:30", (11, 21), (10, 30)),
        ("в пятницу", (11, 21), None),
        ("fri 10:30", (11, 21), (10, 30)),
        ("вт 15", (11, 18), (15, 0)),
        ("вт 10", (11, 25), (10, 0)),
        ("вт", (11, 25), None),
        ("след. пт 10", (11, 28), (10, 0)),
        ("next fri", (11, 28), None),
        ("во вторник в 12", (11, 18), (12, 0)),
        ("20.11 15:30", (11, 20), (15, 30)),
        ("20 ноября, 15:30", (11, 20), (15, 30)),
        ("nov 20 3pm", (11, 20), (15, 0)),
        ("20 nov", (11, 20), None),
        ("Чт, 20.11.2025", (11, 20), None),
        ("Завтра, 19.11 · 12:15", (11, 19), (12, 15)),
        ("Ср, 19 ноября · 15:00", (11, 19), (15, 0)),
        ("tomorrow 3pm", (11, 19), (15, 0)),
        ("tomorrow at 12 am", (11, 19), (0, 0)),
        ("2025-11-20", (11, 20), None),
        ("2025-11-20T15:30", (11, 20), (15, 30)),
        ("15:30", (11, 18), (15, 30)),
        ("в 11", (11, 19), (11, 0)),
        ("noon", (11, 18), (12, 0)),
    ],
)
def test_typed_date_is_read(typed: str, day: tuple[int, int], clock: tuple[int, int] | None) -> None:
    expected = When(date(2025, *day), time(*clock) if clock else None)
    assert parse_when(typed, TUESDAY, CALENDAR) == expected


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("20.11.2026", date(2026, 11, 20)),
        ("20.11.26", date(2026, 11, 20)),
        ("17.11", date(2026, 11, 17)),
        ("29.02", date(2028, 2, 29)),
        ("5 января", date(2026, 1, 5)),
        ("January 5 2027", date(2027, 1, 5)),
    ],
)
def test_date_without_year_is_the_next_such_day(typed: str, day: date) -> None:
    assert parse_when(typed, TUESDAY, CALENDAR) == When(day)


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "не знает", "31.02", "31.02.2026", "завтра 25", "завтра 12:60", "13 pm", "завтра 10 11",
     "сегодня завтра", "ср 20.11", "+99999р", "через", "+", "15 абв", "завтраа", "20.11.2026.5",
     "через 2 часа в 15", "\x00", "9" * 5000],
)  # fmt: skip
def test_what_is_no_date_or_contradicts_itself_is_refused(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_when(typed, TUESDAY, CALENDAR)
    assert caught.value.code == "when_unreadable"


def test_hours_ahead_are_real_hours_over_a_change_of_clocks() -> None:
    before = datetime(2025, 3, 30, 1, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert parse_when("in 2 hours", before, CALENDAR) == When(date(2025, 3, 30), time(4, 30))


def test_moment_is_utc_with_a_default_time() -> None:
    assert When(date(2025, 11, 20), time(15)).moment(MOSCOW) == datetime(2025, 11, 20, 12, tzinfo=UTC)
    assert When(date(2025, 11, 20)).moment(MOSCOW, time(10)) == datetime(2025, 11, 20, 7, tzinfo=UTC)


def moments(first: int, last: int) -> st.SearchStrategy[datetime]:
    """Local moments of the years `first` to `last`, in whole seconds."""
    clock = st.times().map(lambda moment: moment.replace(microsecond=0))
    return st.builds(datetime.combine, st.dates(date(first, 1, 2), date(last, 12, 30)), clock, st.just(MOSCOW))


@given(st.text(max_size=30), moments(2000, 2100))
def test_any_text_is_read_or_refused(typed: str, now: datetime) -> None:
    for attempt in (typed, "завтра " + typed, "+" + typed):
        assert outcome(partial(parse_when, attempt, now, CALENDAR)) in ("read", "when_unreadable")


@given(moments(2026, 2099))
def test_full_date_and_time_are_read_exactly(moment: datetime) -> None:
    expected = When(moment.date(), time(moment.hour, moment.minute))
    for form in ("%d.%m.%Y %H:%M", "%Y-%m-%d %H:%M", "%d/%m/%Y в %H:%M"):
        assert parse_when(moment.strftime(form), TUESDAY, CALENDAR) == expected


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("25.06.2025 05:53:00", date(2025, 6, 25)),
        ("25/06/2025", date(2025, 6, 25)),
        ("6/25/2025", date(2025, 6, 25)),
        ("06/05/2025", date(2025, 5, 6)),
        ("2025-06-25T05:53", date(2025, 6, 25)),
        ("25-06-2025", date(2025, 6, 25)),
        ("25 июня 2025 г.", date(2025, 6, 25)),
        ("June 25, 2025", date(2025, 6, 25)),
        ("8.4.90", date(1990, 4, 8)),
        ("08.04.25", date(2025, 4, 8)),
        ("45833", date(2025, 6, 25)),
        ("45833.245", date(2025, 6, 25)),
    ],
)
def test_date_of_a_file_is_read(written: str, day: date) -> None:
    assert parse_date(written) == day


def test_month_first_turns_only_what_could_be_either_way() -> None:
    assert parse_date("06/05/2025", month_first=True) == date(2025, 6, 5)
    assert parse_date("25/06/2025", month_first=True) == date(2025, 6, 25)


def test_two_digit_birth_year_is_never_in_the_future() -> None:
    assert parse_date("08.04.45", latest=date(2025, 11, 18)) == date(1945, 4, 8)
    assert parse_date("08.04.15", latest=date(2025, 11, 18)) == date(2015, 4, 8)


@pytest.mark.parametrize(
    "written",
    ["", "31.02.2025", "00.00.0000", "0000-00-00", "13/13/2025", "25.06", "1985", "не знает", "25.06.2025 25:00",
     "25.06.2025abc", "25.06.2025 05", "25.06.0025", "12345678", "2025-06-25T05:53+99:99", "1" * 5000],
)  # fmt: skip
def test_impossible_date_of_a_file_is_refused(written: str) -> None:
    for parse in (parse_date, lambda text: parse_datetime(text, MOSCOW)):
        with pytest.raises(UserError) as caught:
            parse(written)
        assert caught.value.code == "date_unreadable"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("25.06.2025 05:53:00", "2025-06-25T02:53:00"),
        ("2025-06-25T05:53", "2025-06-25T02:53:00"),
        ("2025-06-25T05:53:00.123Z", "2025-06-25T05:53:00.123000"),
        ("2025-06-25 05:53+05:00", "2025-06-25T00:53:00"),
        ("6/25/2025 5:53 PM", "2025-06-25T14:53:00"),
        ("25.06.2025", "2025-06-24T21:00:00"),
        ("45833,5", "2025-06-25T09:00:00"),
    ],
)
def test_time_of_a_file_is_the_offices_unless_it_names_its_offset(written: str, moment: str) -> None:
    assert parse_datetime(written, MOSCOW).isoformat() == moment + "+00:00"


@given(moments(1950, 2199))
def test_export_forms_are_read_exactly(moment: datetime) -> None:
    for form in ("%d.%m.%Y %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M:%S"):
        assert parse_datetime(moment.strftime(form), MOSCOW) == moment.replace(fold=0)
        assert parse_date(moment.strftime(form)) == moment.date()


@given(st.text(max_size=40))
def test_any_cell_is_a_date_or_refused(written: str) -> None:
    assert outcome(partial(parse_datetime, written, MOSCOW)) in ("read", "date_unreadable")


@given(st.from_regex(r"\A[0-3][0-9]\.[0-3][0-9]\.[0-9]{4}( [0-2][0-9]:[0-6][0-9](:[0-6][0-9])?)?\Z"), st.booleans())
def test_plain_dates_mean_what_they_mean_in_any_writing(text: str, month_first: bool) -> None:
    def read() -> datetime | str:
        try:
            return parse_datetime(text, MOSCOW, month_first=month_first)
        except UserError as error:
            return error.code

    quickly = read()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.core.whens.imported._plain_moment", lambda *_: None)
        assert read() == quickly
