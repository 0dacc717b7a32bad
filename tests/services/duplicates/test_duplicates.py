"""The search for duplicates, and merging, on both databases."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from app.core.clock import FixedClock
from app.core.errors import Conflict, UserError
from app.core.kinds import ActivityKind, Right
from app.db.engine import Database
from app.models import Activity, Contact, Lead, TimelineItem
from app.services.container import Services, open_services
from app.services.records.activities import ActivityDraft, ClientRef
from app.services.records.duplicates import Merge
from app.services.records.values import FieldValue
from tests.services.clients.making import new_lead, phones, stage_id
from tests.services.undo.passing import PassingTime
from tests.support.office import ADMIN, MANAGER, NOW, make_office, sit_down

BORN = date(1974, 5, 12)


@pytest.fixture
async def services(database: Database) -> Services:
    """An administrator at work: the role that merges everything."""
    return open_services(await make_office(database, PassingTime(NOW), login=ADMIN))


async def contact(services: Services, last: str, first: str = "Лидия", **values: FieldValue) -> ClientRef:
    return ClientRef("contact", await services.contacts.create({"last_name": last, "first_name": first, **values}))


async def lead(services: Services, **values: FieldValue) -> ClientRef:
    return ClientRef("lead", await services.leads.create(new_lead(services.workplace, **values)))


async def order(services: Services, survivor: ClientRef, *others: ClientRef, **chosen: ClientRef) -> Merge:
    """As the window makes it of what it shows."""
    compared = await services.duplicates.compare([survivor, *others])
    return Merge(survivor, {one.ref: one.version for one in compared.versions}, chosen)


async def undo_last(services: Services) -> int:
    (newest,) = await services.undo.last(1)
    report = await services.undo.undo(newest.id)
    return report.left_count


async def test_scan_joins_by_phone_email_and_birth_date_and_keeps_apart_what_is_said_to_be(services: Services) -> None:
    one = await contact(services, "Осипова", phones=phones("8 926 000-15-47"))
    other = await contact(services, "осипова", "Лида", phones=phones("+7 (926) 000 15 47"))
    mailed = await lead(services, phones=phones("+7 926 000-15-47"), last_name="Осипова")
    born = [await contact(services, "Шубин", "Аркадий", birth_date=BORN) for _ in range(2)]
    junk = [await contact(services, f"Кто-то {number}", phones=phones("не знает")) for number in range(2)]
    heard: list[tuple[int, int]] = []
    found = await services.duplicates.scan(lambda done, total: heard.append((done, total)))
    groups = [(group.refs, [match.reason for match in group.matches]) for group in found.groups]
    assert ((one, other, mailed), ["phone"]) in groups
    assert (tuple(born), ["birth"]) in groups
    assert not any(ref in refs for ref in junk for refs, _ in groups)
    assert heard[-1][0] == heard[-1][1]
    await services.duplicates.set_apart([one, other, mailed])
    again = await services.duplicates.scan()
    assert [group.refs for group in again.groups] == [tuple(born)]
    assert len(await services.duplicates.apart()) == 3
    # the hint under a phone doesn't ask again either
    known = await services.leads.known_people(["+79260001547"], [], except_contact=one.id)
    assert known == ()
    await services.duplicates.take_back([one, other])
    assert (one, other) in [group.refs for group in (await services.duplicates.scan()).groups]


async def test_merged_contact_has_what_was_chosen_and_all_that_belonged_and_undo_gives_it_back(
    services: Services,
) -> None:
    one = await contact(services, "Осипова", phones=phones("+79260001547"), comment="Работает посменно")
    other = await contact(
        services, "Осипова", "Лидия Марковна", phones=phones("+79260001547", "+74990007120"),
        birth_date=BORN, comment="перезвон",
    )  # fmt: skip
    deal_type = next(iter(services.workplace.registry.all.deal_types))
    deal = await services.deals.create({"deal_type": deal_type, "amount": Decimal(100_000)}, other.id)
    line = await services.timeline.add_comment(other, "Звонила сама")
    starts = services.workplace.now() + timedelta(hours=20)
    call = await services.activities.plan(ActivityDraft(ActivityKind.CALL, "Узнать решение", starts, 15, client=other))
    merge = await order(services, one, other, first_name=other)
    await services.duplicates.merge(merge)
    card = await services.contacts.card(one.id)
    assert card.name == "Осипова Лидия Марковна"
    assert card.values["birth_date"] == BORN
    assert [point.normal for point in card.values["phones"]] == ["+79260001547", "+74990007120"]  # type: ignore[union-attr]  # contact points
    assert card.values["comment"] == "Работает посменно\n\nперезвон"
    assert (await services.deals.card(deal)).contact_id == one.id
    assert (await services.deals.card(deal)).name == "Осипова Лидия Марковна"
    assert [item.id for item in await services.activities.of_client(one)] == [call]
    (binned,) = [item for item in (await services.bin.page("contact")).items if item.id == other.id]
    assert binned.merged_into == one.id
    # never twice, and never over what somebody changed meanwhile
    with pytest.raises(UserError, match="merged_already"):
        await services.duplicates.merge(merge)
    assert await undo_last(services) == 0
    async with services.workplace.database.read() as session:
        back = (await session.execute(select(Contact.deleted_at, Contact.merged_into_id, Contact.title))).all()
        owner = await session.scalar(select(TimelineItem.contact_id).where(TimelineItem.id == line))
        planned = await session.scalar(select(Activity.contact_id).where(Activity.id == call))
    assert [tuple(row) for row in back] == [(None, None, "Осипова Лидия"), (None, None, "Осипова Лидия Марковна")]
    assert (owner, planned) == (other.id, other.id)
    restored = await services.contacts.card(one.id)
    assert [point.normal for point in restored.values["phones"]] == ["+79260001547"]  # type: ignore[union-attr]  # likewise
    assert (await services.deals.card(deal)).name == "Осипова Лидия Марковна"
    assert (await services.deals.card(deal)).contact_id == other.id


async def test_undo_of_a_merge_leaves_what_was_changed_since(services: Services) -> None:
    one, other = [await contact(services, "Осипова", birth_date=BORN) for _ in range(2)]
    await services.duplicates.merge(await order(services, one, other))
    card = await services.contacts.card(one.id)
    await services.contacts.edit(one.id, card.version, {"comment": "новое"})
    newest = next(item for item in await services.undo.last(5) if item.kind == "contact.merge")
    await services.undo.undo(newest.id)
    assert (await services.contacts.card(one.id)).values["comment"] == "новое"
    assert (await services.contacts.card(other.id)).deleted_at is None


async def test_lead_of_a_known_contact_is_attached_and_detached_again(services: Services) -> None:
    person = await contact(services, "Шубин", "Аркадий", phones=phones("+79260001547"))
    asked = await lead(services, last_name="Шубин", first_name="", phones=phones("+79260001547", "+74990007120"))
    merge = await order(services, person, asked)
    await services.duplicates.merge(merge)
    card = await services.leads.card(asked.id)
    assert (card.contact_id, card.deleted_at, card.name) == (person.id, None, "Шубин Аркадий")
    assert len((await services.contacts.card(person.id)).values["phones"]) == 2  # type: ignore[arg-type]  # contact points
    assert await undo_last(services) == 0
    back = await services.leads.card(asked.id)
    assert (back.contact_id, back.name, len(back.values["phones"])) == (None, "Шубин", 2)  # type: ignore[arg-type]  # likewise


async def test_leads_keep_their_rules_versions_and_rights(services: Services) -> None:
    one, other = [await lead(services, phones=phones("+79260001547")) for _ in range(2)]
    merge = await order(services, one, other)
    card = await services.leads.card(other.id)
    await services.leads.edit(other.id, card.version, {"comment": "поправили"})
    with pytest.raises(Conflict, match="record_changed"):
        await services.duplicates.merge(merge)
    manager = open_services(await sit_down(services.workplace.database, FixedClock(NOW), MANAGER))
    if not manager.workplace.rights.allows(services.leads.kind, Right.MERGE, services.workplace.actor.employee_id):
        with pytest.raises(UserError, match=r"not_allowed|not_found"):  # the server doesn't even show them
            await manager.duplicates.merge(merge)
    lost = stage_id(services.workplace, "not_target")
    await services.leads.move(one.id, lost, reason="не подходит")
    await services.duplicates.merge(await order(services, one, other))
    async with services.workplace.database.read() as session:
        rows = (await session.execute(select(Lead.id, Lead.stage_id, Lead.merged_into_id).order_by(Lead.id))).all()
    assert rows[0][1:] == (lost, None)
    assert rows[1][2] == one.id
    # taken out of the bin by hand, it is a record of its own again
    await services.leads.restore(other.id)
    person = await contact(services, "Осипова", phones=phones("+79260001547"))
    swallowing = await order(services, other, person)
    with pytest.raises(UserError, match="merge_keep_contact"):
        await services.duplicates.merge(swallowing)
