"""Languages of the window and of the command line: translators, and the writing of numbers, dates and phones."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator
from shiboken6 import isValid

from resources import resource_path

Language = Literal["system", "ru", "en"]

THIN = "\u202f"
"""Narrow no-break space: thin as the design asks, and a sum never breaks over two lines."""

_SYMBOLS = {
    "RUB": "₽", "USD": "$", "EUR": "€", "GBP": "£", "KZT": "₸", "BYN": "Br", "UAH": "₴",
    "CNY": "¥", "TRY": "₺", "GEL": "₾", "AMD": "֏", "AZN": "₼", "KGS": "с", "UZS": "сум",
}  # fmt: skip

_translators: list[QTranslator] = []


def install(app: QCoreApplication, language: Language = "system") -> Literal["ru", "en"]:
    """Load our translations and Qt's own for a language; returns the one in force.

    Also sets the default locale, which the formatting functions below follow.
    """
    for translator in _translators:
        if isValid(translator):  # one that went with an earlier application is gone already
            app.removeTranslator(translator)
    _translators.clear()
    chosen = resolve(language)
    QLocale.setDefault(QLocale(QLocale.Language.Russian if chosen == "ru" else QLocale.Language.English))
    for folder, name in _catalogues(chosen):
        translator = QTranslator()
        if translator.load(name, str(folder)):
            app.installTranslator(translator)
            _translators.append(translator)
    return chosen


def resolve(language: Language) -> Literal["ru", "en"]:
    """The language meant by "system" on this workstation."""
    if language != "system":
        return language
    russian_readers = {QLocale.Language.Russian, QLocale.Language.Belarusian, QLocale.Language.Kazakh}
    return "ru" if QLocale.system().language() in russian_readers else "en"


def current() -> Literal["ru", "en"]:
    """The language in force."""
    return "ru" if QLocale().language() == QLocale.Language.Russian else "en"


def _catalogues(language: str) -> Iterator[tuple[Path, str]]:
    yield Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)), f"qtbase_{language}"
    yield resource_path() / "i18n", f"prichal_{language}"


# Numbers and money


def number(value: int | Decimal, decimals: int | None = None) -> str:
    """ "1 280 000" or "1,280,000"; decimals as many as `value` has, or as told."""
    text = f"{value:,}" if decimals is None else f"{value:,.{decimals}f}"
    if current() == "ru":
        text = text.replace(",", THIN).replace(".", ",")
    return text.replace("-", "\u2212")


def money(amount: Decimal, currency: str = "RUB") -> str:
    """ "640 000 ₽", "$1,200.50"; the decimals only where there are any."""
    whole = amount == amount.to_integral_value()
    text = number(amount, 0 if whole else 2)
    symbol = currency_symbol(currency)
    if current() == "ru":
        return f"{text}{THIN}{symbol}"
    if len(symbol) > 1:
        return f"{text} {symbol}"
    sign, digits = ("\u2212", text[1:]) if text.startswith("\u2212") else ("", text)
    return f"{sign}{symbol}{digits}"


def money_short(amount: Decimal, currency: str = "RUB") -> str:
    """ "14,9 млн ₽" for headers and status bars; small sums in full."""
    million, thousand_million = Decimal(10**6), Decimal(10**9)
    if abs(amount) >= thousand_million:
        words = QCoreApplication.translate("Format", "{currency}{number}bn")
        scaled = amount / thousand_million
    elif abs(amount) >= million:
        words = QCoreApplication.translate("Format", "{currency}{number}m")
        scaled = amount / million
    else:
        return money(amount.to_integral_value(), currency)
    return words.format(number=number(scaled, 1), currency=currency_symbol(currency))


def currency_symbol(currency: str) -> str:
    """ "₽" for "RUB"; the code itself where the currency has no sign that readers know."""
    return _SYMBOLS.get(currency, currency)


def file_size(size: int) -> str:
    """ "13 байт", "412 КБ"."""
    if size < 1024:  # the locale's own word for bytes doesn't follow the number
        return QCoreApplication.translate("Numbers", "%n byte(s)", None, size)
    return QLocale().formattedDataSize(
        size, 0 if size < 1024 * 1024 else 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
    )


# Phones


@lru_cache(maxsize=8192)
def phone(e164: str) -> str:
    """ "+7 (916) 000-41-27" for "+79160004127"; other countries in their international writing, rubbish as it came."""
    digits = e164.removeprefix("+")
    if len(digits) == 11 and digits[0] == "7" and digits.isdecimal():
        return f"+7 ({digits[1:4]}) {digits[4:7]}-{digits[7:9]}-{digits[9:]}"
    import phonenumbers  # 15 ms: the first window shows no number from abroad

    try:
        parsed = phonenumbers.parse(e164 if e164.startswith("+") else f"+{e164}")
    except phonenumbers.NumberParseException:
        return e164
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


# Dates


def day_short(day: date, today: date) -> str:
    """ "20.11", with the year where it is another one."""
    return day.strftime("%d.%m") if day.year == today.year else day.strftime("%d.%m.%Y")


def day_full(day: date) -> str:
    """ "04.06.1981"."""
    return day.strftime("%d.%m.%Y")


def weekday_short(day: date) -> str:
    """ "Чт"."""
    return _capital(_weekday(day))


def _weekday(day: date) -> str:
    """As it is written in the middle of a sentence: "чт", "Thu"."""
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat).rstrip(".")


def day_with_weekday(day: date) -> str:
    """ "Чт, 20.11.2025": what date fields show."""
    return f"{weekday_short(day)}, {day_full(day)}"


def day_and_month(day: date) -> str:
    """ "18 ноября" or "18 November"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM")


def day_heading(day: date, today: date) -> str:
    """ "Сегодня, 18 ноября", "Пятница, 14 ноября", with the year where it is another one: headings of timelines."""
    heading = relative_day(day, today) or _capital(QLocale().dayName(day.isoweekday(), QLocale.FormatType.LongFormat))
    words = f"{heading}, {day_and_month(day)}"
    return words if day.year == today.year else f"{words} {day.year}"


def relative_day(day: date, today: date) -> str:
    """ "Вчера", "Сегодня", "Завтра", or an empty text for any other day."""
    distance = (day - today).days
    if distance == 0:
        return QCoreApplication.translate("Format", "Today")
    if distance == 1:
        return QCoreApplication.translate("Format", "Tomorrow")
    if distance == -1:
        return QCoreApplication.translate("Format", "Yesterday")
    return ""


def clock(moment: datetime, zone: ZoneInfo) -> str:
    """ "11:45" in the office's zone."""
    return moment.astimezone(zone).strftime("%H:%M")


def date_words(moment: datetime, now: datetime, zone: ZoneInfo, *, inside: bool = False) -> str:
    """ "Сегодня 11:45", "Завтра, 19.11 · 12:15", "Чт, 20.11 · 10:00", "Вчера 16:00" (design language, section 8).

    Both moments are aware. `inside` writes it for the middle of a sentence: "вчера 16:00".
    """
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    day, time = local.date(), local.strftime("%H:%M")
    relative = relative_day(day, today)
    name = (relative.lower() or _weekday(day)) if inside else (relative or weekday_short(day))
    return f"{name} {time}" if relative and day <= today else f"{name}, {day_short(day, today)} · {time}"


def past_words(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """ "сегодня, 11:38", "вчера", "14.11": when something was, for a second line."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    relative = relative_day(local.date(), today).lower()
    if local.date() == today:
        return f"{relative}, {local.strftime('%H:%M')}"
    return relative or day_short(local.date(), today)


def stamp(moment: datetime, zone: ZoneInfo, today: date | None = None) -> str:
    """ "18.11 11:38" where `today` is told and of the same year, "27.10.2025, 09:40" otherwise."""
    local = moment.astimezone(zone)
    if today is not None and local.year == today.year:
        return local.strftime("%d.%m %H:%M")
    return local.strftime("%d.%m.%Y, %H:%M")


def duration_words(span: timedelta, *, seconds: bool = False) -> str:
    """ "4 дня", "19 ч", "1 ч 42 мин", "3 мин"; with `seconds` "4 мин 12 с". The sign is dropped."""
    total = int(abs(span).total_seconds())
    minutes, rest = divmod(total, 60)
    hours, left = divmod(minutes, 60)
    if hours >= 24:
        return QCoreApplication.translate("Format", "%n day(s)", None, hours // 24)
    if hours >= 10 or (hours and not left):
        return _hours(hours)
    if hours:
        return f"{_hours(hours)} {_minutes(left)}"
    if seconds and minutes < 60:
        tail = QCoreApplication.translate("Format", "{count} s").format(count=rest)
        return f"{_minutes(minutes)} {tail}" if minutes else tail
    return _minutes(minutes)


def _hours(count: int) -> str:
    return QCoreApplication.translate("Format", "{count} h").format(count=count)


def _minutes(count: int) -> str:
    return QCoreApplication.translate("Format", "{count} min").format(count=count)


def until_words(span: timedelta) -> str:
    """ "через 3 мин"."""
    return QCoreApplication.translate("Format", "in {duration}").format(duration=duration_words(span))


def track_time(span: timedelta) -> str:
    """ "1:08", "52:37", "1:02:05": places in a recording."""
    total = int(span.total_seconds())
    hours, rest = divmod(total, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
