"""Presets; currencies, countries and time zones in the reader's language, from the locale data of babel."""

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location

from app.qtbase import i18n
from app.services.presets import Preset, load_preset
from app.views.widgets.fields import Choice

_CURRENCIES = ("RUB", "KZT", "BYN", "UAH", "AMD", "AZN", "GEL", "KGS", "UZS", "USD", "EUR", "GBP")


@cache
def preset_of(code: str, language: str) -> Preset:
    """A preset, read once: reading and checking takes some 25 ms."""
    return load_preset(code, language)


def currency_name(code: str, language: str) -> str:
    """ "Российский рубль, ₽"."""
    name = Locale(language).currencies.get(code, code)
    return f"{name[:1].upper()}{name[1:]}, {i18n.currency_symbol(code)}"


def currencies(language: str) -> tuple[Choice, ...]:
    return tuple(Choice(code, currency_name(code, language)) for code in _CURRENCIES)


def country_name(code: str, language: str) -> str:
    name: str = Locale(language).territories.get(code, code)
    return name


def countries(codes: tuple[str, ...], language: str) -> tuple[Choice, ...]:
    """By name."""
    found = (Choice(code, country_name(code, language)) for code in codes)
    return tuple(sorted(found, key=lambda choice: choice.text))


@cache
def zone_name(key: str, language: str) -> str:
    """ "Москва, UTC+3"."""
    city = get_timezone_location(key, locale=language, return_city=True)
    offset = datetime.now(UTC).astimezone(ZoneInfo(key)).utcoffset()
    minutes = int(offset.total_seconds()) // 60 if offset is not None else 0
    hours, rest = divmod(abs(minutes), 60)
    sign = "\u2212" if minutes < 0 else "+"
    return f"{city}, UTC{sign}{hours}:{rest:02}" if rest else f"{city}, UTC{sign}{hours}"


def zones(country: str, further: tuple[str, ...], language: str) -> tuple[Choice, ...]:
    """Those of a country and the ones told, by their offset."""
    keys: list[str] = list(get_global("territory_zones").get(country, ()))
    keys += [key for key in further if key and key not in keys]
    now = datetime.now(UTC)
    keys.sort(key=lambda key: (str(now.astimezone(ZoneInfo(key)).utcoffset()), zone_name(key, language)))
    return tuple(Choice(key, zone_name(key, language)) for key in keys)
