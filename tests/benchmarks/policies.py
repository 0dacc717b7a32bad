"""What the server's policies cost: the same work by an employee's own role, and by the owner whom none hold."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Final

from app.core.clock import SystemClock
from app.db.engine import Database, connect
from app.services.container import Services, open_services
from app.services.people.workplaces import open_workplace
from app.services.records.lists import Filter
from tests.benchmarks.figures import Figure, timed
from tests.benchmarks.offices import BenchOffice
from tests.benchmarks.reading import ALL, COLUMNS, NEWEST, PAGE
from tests.benchmarks.searching import WORDS
from tests.support.employees import close_employees, signed_in_as

WHO: Final = """
SELECT login.normal, employee.id, count(lead.id) AS leads
FROM role_right JOIN employee ON employee.role_id = role_right.role_id AND employee.active
JOIN login ON login.employee_id = employee.id LEFT JOIN lead ON lead.responsible_id = employee.id
WHERE role_right.kind = 'lead' AND role_right."right" = 'read' AND role_right.scope = '{scope}'
GROUP BY login.normal, employee.id HAVING count(lead.id) >= {least} ORDER BY leads {order}, login.normal LIMIT 1
"""
PEOPLE: Final = (
    ("own, a few leads", "own", 1, "ASC"),
    ("own", "own", 1, "DESC"),
    ("department", "department", 0, "DESC"),
)
FIRST_PAGE: Final = "first page of 100"
Work = Callable[[Services], Awaitable[object]]


async def policies(office: BenchOffice) -> AsyncIterator[Figure]:
    """Each scope's first page, id vector, count and search; "raw" is the owner doing the very same."""
    if office.kind != "postgresql":
        return
    async with _owner(office) as owner:
        admin = office.services.workplace.actor.employee_id
        asked = [("all", office.services, open_services(await open_workplace(owner, admin, SystemClock())))]
        for scope, code, least, order in PEOPLE:
            found = await office.raw.fetch(WHO.format(scope=code, least=least, order=order))
            if found:
                asked.append((scope, *await _both(owner, str(found[0][0]), int(str(found[0][1])))))
        for scope, guarded, free in asked:
            for work, act in WORKS.items():
                timing = await timed(partial(act, guarded))
                alone = await timed(partial(act, free))
                target = 5.0 if work == FIRST_PAGE and "few" in scope else None
                yield Figure(
                    f"policies, {work}, scope {scope}", office.kind, office.leads, timing.p50, alone.p50, target,
                    p95=timing.p95, cpu=timing.cpu,
                )  # fmt: skip


async def _first_page(services: Services) -> object:
    found = await services.lists.first_ids("lead", ALL, NEWEST, PAGE)
    if found is None:
        found = (await services.lists.ids("lead", ALL, NEWEST))[:PAGE]
    return await services.lists.rows("lead", found, COLUMNS)


async def _searched(services: Services) -> object:
    return await services.search.find(WORDS["frequent"])


WORKS: Final[dict[str, Work]] = {
    FIRST_PAGE: _first_page,
    "id vector": lambda services: services.lists.ids("lead", ALL, NEWEST),
    "exact count": lambda services: services.lists.count("lead", ALL),
    "counters, all open": lambda services: services.lists.counters("lead", Filter(preset="all_open")),
    "kanban header": lambda services: services.boards.headers("lead", ALL),
    "global search by a frequent name": _searched,
}


async def _both(owner: Database, login: str, employee_id: int) -> tuple[Services, Services]:
    """The employee's services by their own role, and past the policies."""
    clock = SystemClock()
    guarded = await open_workplace(await signed_in_as(owner, login), employee_id, clock)
    return open_services(guarded), open_services(await open_workplace(owner, employee_id, clock))


@asynccontextmanager
async def _owner(office: BenchOffice) -> AsyncIterator[Database]:
    database = connect(office.url)
    try:
        yield database
    finally:
        await close_employees(database)
        await database.close()
