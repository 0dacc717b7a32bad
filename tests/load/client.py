"""One program of the run: signs in as its employee, follows the feed, acts, and writes down all of it."""

import asyncio
import random
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from sqlalchemy import make_url

from app.core.changes import Changes
from app.core.clock import SystemClock
from app.core.errors import Conflict, Offline, UserError
from app.db.opening import open_database
from app.db.unit import WriteOrder
from app.services.container import Services, open_services
from app.services.feed import Feed
from app.services.people.server_sign_in import sign_in_to_server
from app.services.people.sign_in import sign_in
from app.services.people.workplaces import relearn
from app.services.workplace import Workplace
from tests.load.journal import Journal
from tests.load.plan import Person, Plan

_act: ContextVar[int] = ContextVar("act", default=0)
_journal: list[Journal] = []
"""This program's one."""

MOST_TOLD = 200
"""Ids of one change that are written down; with more of them it is "many"."""


@dataclass(slots=True)
class WatchedWorkplace(Workplace):
    """A workplace that writes each operation down before it is begun."""

    def order(
        self, kind: str, *, operation_id: str | None = None, undoes: str | None = None, **params: object
    ) -> WriteOrder:
        order = Workplace.order(self, kind, operation_id=operation_id, undoes=undoes, **params)
        _journal[0].write("op", act=_act.get(), id=order.operation_id, kind=kind)
        return order


def watched(workplace: Workplace) -> WatchedWorkplace:
    return WatchedWorkplace(**{field.name: getattr(workplace, field.name) for field in fields(Workplace)})


async def sign_in_as(plan: Plan, person: Person) -> Workplace:
    """As the product does it on either database."""
    url = make_url(plan.url)
    if url.get_backend_name() != "sqlite":
        return await sign_in_to_server(url, person.login, plan.password, SystemClock())
    database = await open_database(f"sqlite:///{url.database}")
    return await sign_in(database, person.login, plan.password, SystemClock())


class Client:
    """What acts are given: services, a journal, a source of chances."""

    def __init__(self, plan: Plan, person: Person, name: str, folder: Path) -> None:
        self.plan = plan
        self.person = person
        self.journal = Journal(folder / f"client-{name}.jsonl")
        _journal[:] = [self.journal]
        self.rng = random.Random(f"{plan.seed} {name}")
        self.name = name
        self.number = 0
        self.done = 0
        """Acknowledged writes."""
        self.conflicts = 0
        self.following = asyncio.Event()
        self.services: Services
        self._feed: asyncio.Task[None] | None = None

    async def enter(self) -> None:
        """Sign in, however often the server is away meanwhile; then follow the feed."""
        while True:
            try:
                workplace = watched(await sign_in_as(self.plan, self.person))
                break
            except Offline as lost:
                self.journal.write("waits", code=lost.code)
                await asyncio.sleep(self.rng.uniform(0.2, 1.0))
        self.take(open_services(workplace))

        async def learn() -> None:
            await relearn(workplace)

        feed = Feed(workplace.database, on_state=self.hear_state, learn=learn)
        self.following = feed.following
        self._feed = asyncio.create_task(feed.run())
        await self.following.wait()
        self.journal.write("start", who=workplace.actor.employee_id, all=self.person.reaches_all)

    def take(self, services: Services) -> None:
        self.services = services
        services.workplace.database.listen(self.hear)

    async def tell_counters(self) -> None:
        """What the program shows at the end is for the checker to compare."""
        for section in ("lead", "deal"):
            found = await self.services.lists.counters(section)
            at = self.services.workplace.now()
            numbers = [found.overdue, found.today, found.none]
            self.journal.write("counters", section=section, at=at.isoformat(), numbers=numbers, who=self.me)

    async def leave(self) -> None:
        await self.tell_counters()
        self.journal.write("stop")
        if self._feed is not None:
            self._feed.cancel()
            with suppress(asyncio.CancelledError):
                await self._feed
        await self.services.workplace.database.close()

    @property
    def me(self) -> int:
        return self.services.workplace.actor.employee_id

    def hear(self, changes: Changes) -> None:
        if changes.what == "feed" and changes.kind in ("lead", "deal"):
            ids = sorted(changes.ids) if len(changes.ids) <= MOST_TOLD else []
            self.journal.write("seen", kind=changes.kind, ids=ids, who=changes.who)

    def hear_state(self, online: bool) -> None:
        self.journal.write("back" if online else "lost")

    @asynccontextmanager
    async def act(self, name: str, **about: object) -> AsyncIterator[dict[str, Any]]:  # Any: what the act tells
        """One deed: begun, ended, and how; what a user can meet ends it, anything else is a fault."""
        self.number += 1
        number = self.number
        token = _act.set(number)
        told: dict[str, Any] = {}
        self.journal.write("begin", act=number, name=name, **about)
        try:
            yield told
        except Conflict as error:
            self.conflicts += 1
            self._end(number, "conflict", code=error.code)
        except Offline as error:
            self._end(number, "offline", code=error.code)
            await self._until_online()
        except UserError as error:
            self._end(number, "refused", code=error.code)
        except Exception:  # noqa: BLE001 - written down: the checker fails on it
            self._end(number, "fault", trace=traceback.format_exc())
            await asyncio.sleep(0.2)
        else:
            self._end(number, "done", **told)
        finally:
            _act.reset(token)

    def _end(self, number: int, outcome: str, **told: object) -> None:
        self.journal.write("end", act=number, outcome=outcome, **told)

    async def _until_online(self) -> None:
        await asyncio.sleep(0.1)  # the feed may hear of it a moment later
        await self.following.wait()
