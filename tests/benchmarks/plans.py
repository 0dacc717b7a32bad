"""Which statements a piece of work runs, and how the database goes about them."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import event

from app.db.engine import Database


@dataclass(frozen=True, slots=True)
class Planned:
    """A statement, whose it is, and its plan, a line a step."""

    work: str
    whose: str
    statement: str
    plan: tuple[str, ...]


@dataclass(slots=True)
class Plans:
    """What is run, ours and the driver's, with the plans under the employee's own rights."""

    noted: list[Planned] = field(default_factory=list)

    async def note(
        self, database: Database, work: str, ours: Callable[[], Awaitable[object]], raw: str | None = None
    ) -> None:
        """Run the work once, listening to its statements."""
        asked: list[tuple[str, Sequence[object]]] = []

        def hear(
            _connection: object, _cursor: object, statement: str, given: Any, _context: object, many: bool
        ) -> None:
            asked.append((statement, () if many else tuple(given or ())))  # Any: what the driver takes

        event.listen(database.engine.sync_engine, "before_cursor_execute", hear)
        try:
            await ours()
        finally:
            event.remove(database.engine.sync_engine, "before_cursor_execute", hear)
        if raw is not None:
            asked.append((raw, ()))
        for number, (statement, given) in enumerate(asked, 1):
            whose = "the driver alone" if raw is not None and number == len(asked) else "ours"
            self.noted.append(Planned(work, whose, statement, tuple(await _plan(database, statement, given))))

    def told(self) -> Iterator[str]:
        """For people to read."""
        for one in self.noted:
            yield from (f"## {one.work}, {one.whose}:", one.statement, *(f"    {line}" for line in one.plan), "")


async def _plan(database: Database, statement: str, given: Sequence[object]) -> Iterator[str]:
    if statement.split(maxsplit=1)[0].upper() not in ("SELECT", "WITH"):
        return iter(())
    asking = "EXPLAIN QUERY PLAN " if database.is_sqlite else "EXPLAIN "
    async with database.engine.connect() as connection:
        rows = (await connection.exec_driver_sql(asking + statement, tuple(given))).all()
    return (str(row[3] if database.is_sqlite else row[0]) for row in rows)
