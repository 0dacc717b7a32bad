"""What one employee set for themselves: columns of lists, theme, language; kept in the database, so it goes along."""

from sqlalchemy import delete, select

from app.db.unit import WriteOrder
from app.models import UserSetting
from app.services.upserts import upsert
from app.services.workplace import Workplace


class Preferences:
    """The settings of the signed-in employee, by key."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    async def get(self, key: str, default: object = None) -> object:
        """The value, as JSON gives it back; `default` where it was never set."""
        query = select(UserSetting.value).where(UserSetting.employee_id == self._owner, UserSetting.key == key)
        async with self._workplace.database.read() as session:
            found = await session.scalar(query)
        return default if found is None else found

    async def all(self) -> dict[str, object]:
        """Everything at once, for the start of the window."""
        query = select(UserSetting.key, UserSetting.value).where(UserSetting.employee_id == self._owner)
        async with self._workplace.database.read() as session:
            return {row.key: row.value for row in await session.execute(query)}

    async def set(self, key: str, value: object) -> None:
        """Keep a value that JSON can hold; None forgets it."""
        database = self._workplace.database
        order = WriteOrder("preference.set", self._owner, self._workplace.now(), record=False)
        async with database.write(order) as unit:
            if value is None:
                await unit.session.execute(
                    delete(UserSetting).where(UserSetting.employee_id == self._owner, UserSetting.key == key)
                )
            else:
                row = {"employee_id": self._owner, "key": key}
                await unit.session.execute(upsert(database, UserSetting, row, {"value": value}))

    @property
    def _owner(self) -> int:
        return self._workplace.actor.employee_id
