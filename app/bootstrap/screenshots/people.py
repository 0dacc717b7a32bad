"""What two people of the drawn office tell of themselves."""

from dataclasses import replace
from typing import Final

from app.services.profiles import Profiles
from app.services.records.profiles import ProfileText
from app.services.workplace import Workplace

_TOLD: Final = {
    "ru": (
        "Веду переговоры с 2016 года, чаще всего с ипотекой и единственным жильём. До 11 я на месте, потом встречи.",
        "Ведущий менеджер", "Мясницкая, 12, офис 304",
        ("Велосипед", "Шахматы", "Походы", "Фотография", "Настольные игры", "Гитара", "Кофе", "Судебная практика"),
    ),
    "en": (
        "I have led talks since 2016, mostly about mortgages and the only home. In until eleven, then in meetings.",
        "Senior manager", "12 Harbour Street, room 304",
        ("Cycling", "Chess", "Hiking", "Photography", "Board games", "Guitar", "Coffee", "Case law"),
    ),
}  # fmt: skip


async def write_profiles(mine: Workplace, theirs: Workplace) -> None:
    """Theirs with all interests, mine with some of them."""
    about, title, place, interests = _TOLD["ru" if theirs.language == "ru" else "en"]
    for workplace, theme, words in ((theirs, "wave", interests), (mine, "sunset", interests[::3])):
        profiles = Profiles(workplace)
        known = (await profiles.of(workplace.actor.employee_id)).text
        text = ProfileText(
            job_title=title, work_phone="+7 495 000-22-40", mobile_phone="+7 903 000-61-27", workplace=place,
            about=about, theme=theme,
        )  # fmt: skip
        await profiles.save(
            replace(text, last_name=known.last_name, first_name=known.first_name, middle_name=known.middle_name)
        )
        for word in words:
            await profiles.add_interest(word)
