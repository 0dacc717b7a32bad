"""From which numbers on the discipline report marks an employee."""

from collections.abc import Mapping
from typing import Final

from app.core.errors import UserError
from app.services.office.base import OfficePage, put_setting, require_seen

KEY: Final = "reports.thresholds"
USUAL: Final[Mapping[str, int]] = {
    "overdue": 5, "without": 3, "too_late": 1, "calls_silent": 3, "meetings_unrecorded": 3, "unprocessed": 2,
    "first_contact": 120,
}  # fmt: skip
"""Where the office says nothing; the time to the first contact in minutes."""
MOST: Final = 10_000


class OfficeThresholds(OfficePage):
    """Read and save them."""

    def stored(self) -> Mapping[str, int]:
        return _known(self._workplace.registry.setting(KEY))

    async def save(self, seen: Mapping[str, int], wanted: Mapping[str, int]) -> None:
        """Raises UserError: "not_allowed", "threshold_unsuitable"; Conflict("settings_changed")."""
        if set(wanted) - set(USUAL) or any(not 1 <= number <= MOST for number in wanted.values()):
            raise UserError("threshold_unsuitable", most=MOST)
        async with self._changing("thresholds") as (unit, stored):
            before = _known(stored.settings.get(KEY))
            require_seen(dict(seen), dict(before))
            await put_setting(self._workplace.database, unit.session, KEY, {**before, **wanted})


def _known(stored: object) -> Mapping[str, int]:
    found = stored.items() if isinstance(stored, dict) else ()
    return {**USUAL, **{name: number for name, number in found if name in USUAL and isinstance(number, int)}}
