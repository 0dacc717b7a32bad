"""What people do all day, by the services: reads, edits, comments, activities, moves, conversions."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from decimal import Decimal

from app.core.kinds import ActivityKind
from app.services.records.activities import ActivityDraft, ClientRef, Completion
from app.services.records.lists import Filter, Sort
from tests.load.client import Client
from tests.services.clients.making import conversion, new_lead, phones, ready_lead, stage_id

Act = Callable[["Day"], Awaitable[None]]

READ_SHARE = 0.35
HOT_SHARE = 0.15
STAGES = ("new", "no_answer", "refused")
EDITED = ("comment", "referrer", "title")
"""Fields of one name in card, column and history."""


class Day:
    """What a client has to do, and the leads it has made itself."""

    def __init__(self, client: Client, writes: int) -> None:
        self.client = client
        self.services = client.services
        self.workplace = client.services.workplace
        self.rng = client.rng
        self.writes = writes
        self.mine: list[int] = []
        self.deals: list[int] = []
        self.planned: dict[int, int] = {}
        """Activities by lead."""

    async def step(self) -> None:
        """One act by chance."""
        client, chance = self.client, self.rng.random()
        if client.person.reaches_all and chance < HOT_SHARE:
            await edit_hot(self)
        elif not self.mine or chance < HOT_SHARE + 0.04:
            await create(self)
        elif chance > 1 - READ_SHARE:
            await self.rng.choice(READS)(self)
        else:
            await self.rng.choices(WRITES, WEIGHTS)[0](self)

    def own(self) -> int:
        return self.rng.choice(self.mine[-40:])

    def word(self, what: str) -> str:
        """Of this act alone."""
        return f"{what} {self.client.name} {self.client.number}"


async def create(day: Day) -> None:
    number = f"8 (9{day.rng.randrange(10)}6) 000-{day.rng.randrange(100):02}-{day.rng.randrange(100):02}"
    values = new_lead(day.workplace, last_name=day.word("Новый"), phones=phones(number))
    async with day.client.act("create") as told:
        told["lead"] = await day.services.leads.create(values)
        day.mine.append(told["lead"])
        day.client.done += 1


async def _edit(day: Day, lead: int, field: str, *, hot: bool) -> None:
    card = await day.services.leads.card(lead)
    await asyncio.sleep(day.rng.uniform(0, 0.02))  # what a person looks at meanwhile
    before, after = card.values.get(field), day.word(field)
    async with day.client.act("edit", lead=lead, field=field, before=before, after=after, hot=hot):
        await day.services.leads.edit(lead, card.version, {field: after}, {field: before})
        day.client.done += 1


async def edit(day: Day) -> None:
    async with day.client.act("read"):
        await _edit(day, day.own(), day.rng.choice(EDITED), hot=False)


async def edit_hot(day: Day) -> None:
    field = "comment" if day.rng.random() < 0.8 else day.rng.choice(EDITED)
    async with day.client.act("read"):
        await _edit(day, day.rng.choice(day.client.plan.hot), field, hot=True)


async def quarrel(day: Day) -> None:
    """All over one field: conflicts come soon."""
    async with day.client.act("read"):
        await _edit(day, day.client.plan.hot[0], "comment", hot=True)


async def comment(day: Day) -> None:
    if day.client.person.reaches_all and day.rng.random() < 0.3:
        await comment_hot(day)
    else:
        await _comment(day, day.own())


async def comment_hot(day: Day) -> None:
    await _comment(day, day.rng.choice(day.client.plan.hot))


async def _comment(day: Day, lead: int) -> None:
    body = day.word("Слово")
    async with day.client.act("comment", lead=lead, body=body) as told:
        told["line"] = await day.services.timeline.add_comment(ClientRef("lead", lead), body)
        day.client.done += 1


def _draft(day: Day, lead: int) -> ActivityDraft:
    starts_at = day.workplace.now() + timedelta(hours=day.rng.randrange(1, 60))
    return ActivityDraft(ActivityKind.CALL, day.word("Уточнить"), starts_at, 10, ClientRef("lead", lead))


async def plan(day: Day) -> None:
    lead = day.own()
    async with day.client.act("plan", lead=lead) as told:
        told["activity"] = day.planned[lead] = await day.services.activities.plan(_draft(day, lead))
        day.client.done += 1


async def complete(day: Day) -> None:
    if not day.planned:
        await plan(day)
        return
    lead, activity = day.planned.popitem()
    async with day.client.act("read"):
        record = await day.services.activities.get(activity)
        completion = Completion("talked", "Созвонились", next_activity=_draft(day, lead))
        async with day.client.act("complete", lead=lead, activity=activity):
            await day.services.activities.complete(activity, record.version, completion)
            day.client.done += 1


async def move(day: Day) -> None:
    lead = day.own()
    async with day.client.act("read"):
        now = (await day.services.leads.card(lead)).stage_id
        target = day.rng.choice([one for one in (stage_id(day.workplace, code) for code in STAGES) if one != now])
        async with day.client.act("move", lead=lead, stage=target):
            await day.services.leads.move(lead, target, reason="Передумал")
            day.client.done += 1


async def convert(day: Day) -> None:
    """The whole way of a lead: asked for, questionnaire, thinking, signed."""
    phone = f"8 (9{day.rng.randrange(10)}6) 001-{day.rng.randrange(100):02}-{day.rng.randrange(100):02}"
    lead: int | None = None
    async with day.client.act("prepare") as told:
        lead = told["lead"] = await ready_lead(day.workplace, last_name=day.word("Готовый"), phones=phones(phone))
        day.client.done += 3
    if lead is None:
        return
    async with day.client.act("convert", lead=lead) as told:
        result = await day.services.leads.convert(lead, conversion(day.workplace))
        told["deal"], told["contact"] = result.deal_id, result.contact_id
        day.client.done += 1


async def assign(day: Day) -> None:
    """To a colleague; a lead that goes out of sight is not one's own any more."""
    lead = day.own()
    people = [one.id for one in day.workplace.registry.all.employees.values() if one.active]
    heir = day.rng.choice(people)
    async with day.client.act("assign", lead=lead, heir=heir):
        await day.services.leads.assign(lead, heir)
        day.mine.remove(lead)
        day.planned.pop(lead, None)
        day.client.done += 1


async def throw_away(day: Day) -> None:
    lead = day.own()
    day.mine.remove(lead)
    day.planned.pop(lead, None)
    async with day.client.act("delete", lead=lead):
        await day.services.leads.delete(lead)
        day.client.done += 1


async def read_list(day: Day) -> None:
    lists = day.services.lists
    async with day.client.act("list"):
        ids = await lists.ids("lead", Filter("my_open"), Sort("created_at", descending=True))
        await lists.rows("lead", ids[:100], ["name", "stage", "sum"])


async def read_card(day: Day) -> None:
    lead = day.own()
    async with day.client.act("card"):
        await day.services.leads.card(lead)
        await day.services.timeline.of_client(ClientRef("lead", lead))
        await day.services.activities.of_client(ClientRef("lead", lead))


async def read_found(day: Day) -> None:
    async with day.client.act("search"):
        await day.services.search.find(f"готов {day.rng.randrange(50)}")


async def read_counters(day: Day) -> None:
    async with day.client.act("counters"):
        await day.services.lists.counters("lead")


async def contest(client: Client, tries: int) -> None:
    """Everybody at once: one of them gets the deal."""

    async def try_once() -> None:
        chosen = conversion(client.services.workplace, full_price=Decimal(180_000))
        async with client.act("contest", lead=client.plan.contested) as told:
            told["deal"] = (await client.services.leads.convert(client.plan.contested, chosen)).deal_id

    await asyncio.gather(*(try_once() for _ in range(tries)))


READS: Sequence[Act] = (read_list, read_card, read_found, read_counters)
WRITES: Sequence[Act] = (edit, comment, plan, complete, move, convert, assign, throw_away)
WEIGHTS = (30, 20, 14, 12, 16, 3, 3, 2)
