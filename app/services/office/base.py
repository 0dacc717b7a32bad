"""What the pages of the settings stand on: the right, one unit of work, and the newest state for everyone after it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import Conflict, UserError
from app.core.kinds import Kind, Right, Scope
from app.db.engine import Database
from app.db.unit import Unit
from app.models import Setting
from app.services.people.workplaces import relearn
from app.services.registry import Dictionaries, load_dictionaries
from app.services.upserts import upsert
from app.services.workplace import Workplace


class OfficePage:
    """One page: read from the registry, saved whole by who may change the settings."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def may_change(self) -> bool:
        return self._workplace.rights.scope(Kind.SETTINGS, Right.CHANGE) is Scope.ALL

    def _require_right(self) -> None:
        """Raises UserError("not_allowed")."""
        if not self.may_change():
            raise UserError("not_allowed", kind=Kind.SETTINGS.value, right=Right.CHANGE.value)

    @asynccontextmanager
    async def _changing(self, page: str, **params: str) -> AsyncIterator[tuple[Unit, Dictionaries]]:
        """A unit with the dictionaries as they are stored now; afterwards this program knows what was written.

        Raises UserError("not_allowed").
        """
        self._require_right()
        workplace = self._workplace
        async with workplace.database.write(replace(workplace.order(f"settings.{page}"), params=dict(params))) as unit:
            yield unit, await load_dictionaries(unit.session)
            unit.touch(Kind.SETTINGS)
        await relearn(workplace)


def require_seen(seen: object, stored: object) -> None:
    """Raises Conflict("settings_changed") where somebody else saved the page since it was read."""
    if seen != stored:
        raise Conflict("settings_changed")


async def put_setting(database: Database, session: AsyncSession, key: str, value: object) -> None:
    """Store one setting of the office."""
    await session.execute(upsert(database, Setting, {"key": key}, {"value": value}))
