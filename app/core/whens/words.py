"""The words of both languages that stand for days, months, weekdays and spans of time, in search form."""

import re
from typing import Final

MONTHS: Final[dict[str, int]] = {
    stem: number
    for number, stems in enumerate(
        [
            ["янв", "jan"],
            ["фев", "feb"],
            ["мар", "mar"],
            ["апр", "apr"],
            ["май", "мая", "мае", "may"],
            ["июн", "jun"],
            ["июл", "jul"],
            ["авг", "aug"],
            ["сен", "sep"],
            ["окт", "oct"],
            ["ноя", "nov"],
            ["дек", "dec"],
        ],
        start=1,
    )
    for stem in stems
}
MONTH: Final = (
    r"(?:янв(?:ар[ьяе])?|фев(?:р(?:ал[ьяе])?)?|мар(?:т[ае]?)?|апр(?:ел[ьяе])?|ма[йяе]|июн[ьяе]?|июл[ьяе]?"
    r"|авг(?:уст[ае]?)?|сен(?:т(?:ябр[ьяе])?)?|окт(?:ябр[ьяе])?|ноя(?:б(?:р[ьяе])?)?|дек(?:абр[ьяе])?"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DAYS: Final = {
    "позавчера": -2,
    "вчера": -1,
    "сегодня": 0,
    "сег": 0,
    "завтра": 1,
    "послезавтра": 2,
    "yesterday": -1,
    "today": 0,
    "tod": 0,
    "tomorrow": 1,
    "tom": 1,
    "tmr": 1,
    "day after tomorrow": 2,
}
WEEKDAYS: Final = [
    r"пн|понедельник[а-я]*|mon(?:day)?",
    r"вт|вторник[а-я]*|tue(?:s(?:day)?)?",
    r"ср|сред[ауые]|wed(?:nesday)?",
    r"чт|четверг[а-я]*|thu(?:r(?:s(?:day)?)?)?",
    r"пт|пятниц[аыуе]|fri(?:day)?",
    r"сб|суббот[аыуе]|sat(?:urday)?",
    r"вс|воскресень[еяю]|sun(?:day)?",
]
UNITS: Final = {
    "working day": r"р\.?\s?д\.?|р|раб(?:\.|очи[йхе])?\s?(?:дн(?:ей|я)|день)?"
    r"|wd|w|(?:working|work|business|bus)\s?d(?:ays?)?",
    "day": r"дн(?:ей|я)?|день|сут(?:ки|ок)|д|days?|d",
    "week": r"недел[яьюие]|нед|н|weeks?|wks?",
    "month": r"месяц(?:а|ев)?|мес|months?|mo",
    "hour": r"час(?:а|ов|ик)?|ч|hours?|hrs?|h",
    "minute": r"минут[ауы]?|мин|м|minutes?|mins?|m",
}
HALF_HOUR: Final = r"полчас(?:а|ика)?|half an hour"
NOON: Final = r"полдень|noon"


def month_number(word: str) -> int:
    """1..12 of a word that `MONTH` matched."""
    return MONTHS[word[:3]]


def any_of(patterns: list[str]) -> re.Pattern[str]:
    """One pattern with a group for each, numbered as listed, and no letter or digit after it."""
    return re.compile("(?:" + "|".join(f"({pattern})" for pattern in patterns) + r")\.?(?![a-zа-я\d])")
