"""Numbers, sums, dates and phones as people write them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.qtbase import i18n

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2025, 11, 18, 11, 42, tzinfo=MOSCOW)
THIN = i18n.THIN


class Words(QTranslator):
    """Russian for the words of dates, so that these tests do not wait for the catalogue."""

    WORDS = {  # noqa: RUF012 - a constant of a test
        "Today": "Сегодня",
        "Tomorrow": "Завтра",
        "Yesterday": "Вчера",
        "{count} h": "{count} ч",
        "{count} min": "{count} мин",
        "{count} s": "{count} с",
        "in {duration}": "через {duration}",
        "{currency}{number}m": "{number} млн {currency}",
        "%n day(s)": "%n дн",
    }

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return self.WORDS.get(text)


@pytest.fixture
def russian(qapp: QApplication) -> Iterator[None]:
    i18n.install(qapp, "ru")
    words = Words()
    qapp.installTranslator(words)
    yield
    qapp.removeTranslator(words)
    i18n.install(qapp, "en")


@pytest.fixture
def english(qapp: QApplication) -> None:
    i18n.install(qapp, "en")


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2025-11-18 11:45", "Сегодня 11:45"),
        ("2025-11-19 12:15", "Завтра, 19.11 · 12:15"),
        ("2025-11-20 10:00", "Чт, 20.11 · 10:00"),
        ("2025-11-17 16:00", "Вчера 16:00"),
        ("2025-11-14 12:00", "Пт, 14.11 · 12:00"),
        ("2026-01-14 09:00", "Ср, 14.01.2026 · 09:00"),
    ],
)
def test_moment_is_written_by_its_distance(russian: None, moment: str, words: str) -> None:
    when = datetime.fromisoformat(moment).replace(tzinfo=MOSCOW)
    assert i18n.date_words(when, NOW, MOSCOW) == words


def test_moment_inside_a_sentence_begins_small(russian: None) -> None:
    when = datetime(2025, 11, 17, 16, 0, tzinfo=MOSCOW)
    assert i18n.date_words(when, NOW, MOSCOW, inside=True) == "вчера 16:00"


def test_weekday_inside_a_sentence_keeps_its_languages_letters(english: None) -> None:
    when = datetime(2025, 11, 14, 16, 0, tzinfo=MOSCOW)
    assert i18n.date_words(when, NOW, MOSCOW, inside=True) == "Fri, 14.11 · 16:00"
    assert i18n.money_short(Decimal(14_900_000)) == "₽14.9m"


def test_day_is_the_offices_not_utcs(russian: None) -> None:
    late = datetime.fromisoformat("2025-11-17T21:30:00+00:00")
    assert i18n.date_words(late, NOW, MOSCOW) == "Сегодня 00:30"


def test_past_is_written_shorter_the_older(russian: None) -> None:
    def words(text: str) -> str:
        return i18n.past_words(datetime.fromisoformat(text).replace(tzinfo=MOSCOW), NOW, MOSCOW)

    assert words("2025-11-18 11:38") == "сегодня, 11:38"
    assert words("2025-11-17 10:00") == "вчера"
    assert words("2025-11-14 10:00") == "14.11"


def test_heading_of_a_day(russian: None) -> None:
    assert i18n.day_heading(date(2025, 11, 18), NOW.date()) == "Сегодня, 18 ноября"
    assert i18n.day_heading(date(2025, 11, 14), NOW.date()) == "Пятница, 14 ноября"
    assert i18n.day_heading(date(2024, 11, 14), NOW.date()) == "Четверг, 14 ноября 2024"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(minutes=3), "3 мин"),
        (timedelta(hours=1, minutes=42), "1 ч 42 мин"),
        (timedelta(hours=2), "2 ч"),
        (timedelta(hours=19, minutes=42), "19 ч"),
        (timedelta(days=-4, hours=-1), "4 дн"),
    ],
)
def test_duration_in_words(russian: None, span: timedelta, words: str) -> None:
    assert i18n.duration_words(span) == words


def test_duration_of_a_call_has_seconds(russian: None) -> None:
    assert i18n.duration_words(timedelta(seconds=252), seconds=True) == "4 мин 12 с"


@given(st.timedeltas())
def test_any_duration_has_words(span: timedelta) -> None:
    assert i18n.duration_words(span)


def test_money_has_thin_spaces_and_decimals_only_where_needed(russian: None) -> None:
    assert i18n.money(Decimal(640_000)) == f"640{THIN}000{THIN}₽"
    assert i18n.money(Decimal("1391667.5")) == f"1{THIN}391{THIN}667,50{THIN}₽"
    assert i18n.money(Decimal(-200), "USD") == f"−200{THIN}$"
    assert i18n.money_short(Decimal(14_900_000)) == "14,9 млн ₽"
    assert i18n.money_short(Decimal(4_000)) == f"4{THIN}000{THIN}₽"


def test_money_in_english(english: None) -> None:
    assert i18n.money(Decimal(1200), "USD") == "$1,200"
    assert i18n.money(Decimal("-1200.5"), "USD") == "−$1,200.50"
    assert i18n.money(Decimal(5), "XTS") == "5 XTS"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("+79160004127", "+7 (916) 000-41-27"),
        ("79160004127", "+7 (916) 000-41-27"),
        ("+14155552671", "+1 415-555-2671"),
        ("добавочный", "добавочный"),
        ("", ""),
    ],
)
def test_phone_is_grouped(written: str, shown: str) -> None:
    assert i18n.phone(written) == shown


@given(st.text())
def test_phone_formatting_never_fails(text: str) -> None:
    i18n.phone(text)


def test_places_in_a_recording() -> None:
    assert i18n.track_time(timedelta(seconds=68)) == "1:08"
    assert i18n.track_time(timedelta(seconds=3725)) == "1:02:05"


def test_language_decides_the_locale_and_qts_own_words(qapp: QApplication) -> None:
    i18n.install(qapp, "ru")
    assert QLocale().language() == QLocale.Language.Russian
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Отмена"
    i18n.install(qapp, "en")
    assert QLocale().language() == QLocale.Language.English
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.parametrize(
    ("language", "sizes"),
    [
        ("ru", {0: "0 байт", 1: "1 байт", 13: "13 байт", 22: "22 байта", 4096: "4 кБ", 3_000_000: "2,9 МБ"}),
        ("en", {1: "1 byte", 13: "13 bytes", 4096: "4 kB"}),
    ],
)
def test_sizes_of_files_agree_with_their_number(
    qapp: QApplication, language: Literal["ru", "en"], sizes: dict[int, str]
) -> None:
    i18n.install(qapp, language)
    assert {size: i18n.file_size(size).replace("\xa0", " ") for size in sizes} == sizes
    i18n.install(qapp, "en")
