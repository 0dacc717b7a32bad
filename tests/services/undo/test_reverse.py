"""Any sequence of a person's acts, undone newest first, gives the state before them (DATA.md, "History and undo")."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.core.errors import UserError
from app.core.fieldkinds import UNKNOWN
from app.db.engine import Database
from app.models import ContactPoint, Lead, OptionLink, TimelineItem
from app.services.container import Services, open_services
from app.services.records.values import FieldValue
from tests.services.clients.making import new_lead, phones, stage_id
from tests.services.undo.passing import PassingTime
from tests.support.office import NOW, make_office

SEEN_BY_NOBODY = {"version", "updated_at", "updated_by", "last_timeline_id"}
"""Of a lead; how often it was written, and the number of a line that stands where another one stood."""

Act = Callable[[Services, int], Awaitable[None]]

NUMBERS = ("+7 916 000-41-27", "+7 916 000-41-28", "8 (495) 000-11-22")

values = st.fixed_dictionaries(
    {},
    optional={
        "last_name": st.sampled_from(["Гаврилова", "Фомина", "Ёлкина"]),
        "comment": st.sampled_from(["", "раз", "ёж\n%_"]),
        "phones": st.lists(st.sampled_from(NUMBERS), max_size=3, unique=True).map(lambda found: phones(*found)),
        "birth_date": st.sampled_from([None, date(1981, 6, 4), UNKNOWN]),
        "amount": st.sampled_from([None, Decimal(1), Decimal("90000.50")]),
        "total_debt": st.sampled_from([None, Decimal("640000.50"), UNKNOWN]),
        "mortgage": st.sampled_from([None, True, False, UNKNOWN]),
        "city": st.sampled_from(["", "Клин", "Химки"]),
        "overdue_since": st.sampled_from([None, date(2025, 3, 1)]),
        "property": st.lists(st.integers(0, 3), unique=True).map(tuple),
    },
)


def editing(chosen: dict[str, FieldValue]) -> Act:
    async def edit(services: Services, lead_id: int) -> None:
        card = await services.leads.card(lead_id)
        options = services.workplace.registry.field("lead", "property").options
        told = dict(chosen)
        if "property" in told:
            told["property"] = tuple(options[int(str(one))].id for one in tuple(told["property"] or ()))  # type: ignore[arg-type]  # places in the list
        await services.leads.edit(lead_id, card.version, told)

    return edit


def moving(code: str) -> Act:
    async def move(services: Services, lead_id: int) -> None:
        await services.leads.move(lead_id, stage_id(services.workplace, code), reason="так")

    return move


async def delete_and_restore(services: Services, lead_id: int) -> None:
    await services.leads.delete(lead_id)
    await services.leads.restore(lead_id)


async def hand_over(services: Services, lead_id: int) -> None:
    people = sorted(services.workplace.registry.all.employees)
    card = await services.leads.card(lead_id)
    await services.leads.assign(lead_id, next(one for one in people if one != card.responsible_id))


acts = st.lists(
    st.one_of(
        values.map(editing),
        st.sampled_from(["no_answer", "refused", "new"]).map(moving),
        st.just(delete_and_restore),
        st.just(hand_over),
    ),
    min_size=1,
    max_size=6,
)


async def state_of(services: Services, lead_id: int) -> list[object]:
    """All that a person sees of a lead, and what searches, filters and sums are made of."""
    async with services.workplace.database.read() as session:
        row = (await session.execute(select(Lead.__table__).where(Lead.id == lead_id))).mappings().one()
        points = select(ContactPoint.point_kind, ContactPoint.value, ContactPoint.normal, ContactPoint.position)
        links = select(OptionLink.field_id, OptionLink.option_id).where(OptionLink.record_id == lead_id)
        told = select(TimelineItem.kind, TimelineItem.body).where(TimelineItem.deleted_at.is_(None))
        return [
            {str(key): value for key, value in row.items() if key not in SEEN_BY_NOBODY},
            sorted(map(str, await session.execute(points.where(ContactPoint.lead_id == lead_id)))),
            sorted(map(str, await session.execute(links))),
            sorted(map(str, await session.execute(told.where(TimelineItem.lead_id == lead_id)))),
        ]


async def test_acts_undone_newest_first_give_the_first_state(database: Database) -> None:
    services = open_services(await make_office(database, PassingTime(NOW)))

    async def hold(sequence: list[Act]) -> None:
        lead_id = await services.leads.create(new_lead(services.workplace))
        (made,) = await services.undo.last(1)
        before = await state_of(services, lead_id)
        for act in sequence:
            try:
                await act(services, lead_id)
            except UserError:
                continue  # the office's rules refused it: nothing happened
        for operation in await services.undo.last(len(sequence) * 2 + 1):
            if operation.id == made.id:
                break
            assert (await services.undo.undo(operation.id)).left == ()
        assert await state_of(services, lead_id) == before

    await examples(hold)


async def examples(hold: Callable[[list[Act]], Awaitable[None]]) -> None:
    """Hypothesis draws here, the loop that runs the test plays."""
    drawn: list[list[Act]] = []

    @settings(max_examples=25, database=None, derandomize=True, deadline=timedelta(seconds=5))
    @given(acts)
    def draw(sequence: list[Act]) -> None:
        drawn.append(sequence)

    draw()
    for sequence in drawn:
        await hold(sequence)
