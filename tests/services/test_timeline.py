"""The timeline: comments, messages by hand, what a deal and a contact show, who may touch what."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.kinds import TimelineKind
from app.db.engine import Database
from app.models import Lead, TimelineItem
from app.services.records.activities import ClientRef, TimelineRecord
from app.services.timeline import Timeline
from app.services.workplace import Workplace
from tests.services.clients.making import conversion, leads_of, new_lead, ready_lead
from tests.support.office import EXECUTOR, MANAGER, NOW, SUPERVISOR, make_office, sit_down


async def office_and_lead(database: Database) -> tuple[Workplace, ClientRef]:
    workplace = await make_office(database, login=MANAGER)
    return workplace, ClientRef("lead", await leads_of(workplace).create(new_lead(workplace)))


async def bodies(timeline: Timeline, ref: ClientRef, **narrowed: object) -> list[str]:
    return [line.body for line in await timeline.of_client(ref, **narrowed) if line.kind is TimelineKind.COMMENT]  # type: ignore[arg-type]  # a test's own names


async def line_of(timeline: Timeline, ref: ClientRef, line_id: int) -> TimelineRecord:
    return next(line for line in await timeline.of_client(ref) if line.id == line_id)


async def test_comments_are_shown_newest_first_and_paged(database: Database) -> None:
    workplace, ref = await office_and_lead(database)
    timeline = Timeline(workplace)
    for number in range(5):
        await timeline.add_comment(ref, f"запись {number}")
    assert await bodies(timeline, ref) == [f"запись {number}" for number in (4, 3, 2, 1, 0)]
    first = await timeline.of_client(ref, limit=2)
    rest = await timeline.of_client(ref, before=first[-1].id)
    assert [line.body for line in (*first, *rest)][:5] == [f"запись {number}" for number in (4, 3, 2, 1, 0)]
    assert [line.kind for line in await timeline.of_client(ref, {TimelineKind.CREATED})] == [TimelineKind.CREATED]


async def test_a_comment_is_kept_as_typed_without_what_no_screen_can_show(database: Database) -> None:
    workplace, ref = await office_and_lead(database)
    timeline = Timeline(workplace)
    line_id = await timeline.add_comment(ref, "  «Да» 100% \x00\r\n'--; 👍🏽 שלום  ")
    line = await line_of(timeline, ref, line_id)
    assert (line.body, line.author_id) == ("«Да» 100% \n'--; 👍🏽 שלום", workplace.actor.employee_id)
    with pytest.raises(UserError, match="comment_missing"):
        await timeline.add_comment(ref, " \n ")
    with pytest.raises(UserError, match="text_too_long"):
        await timeline.add_comment(ref, "ы" * 100_001)


async def test_an_author_corrects_and_withdraws_within_the_hour(database: Database) -> None:
    workplace, ref = await office_and_lead(database)
    assert isinstance(workplace.clock, FixedClock)
    timeline = Timeline(workplace)
    first, second = await timeline.add_comment(ref, "раз"), await timeline.add_comment(ref, "два")
    await timeline.edit_comment(first, "один")
    line = await line_of(timeline, ref, first)
    assert (line.body, line.edited, line.can_edit) == ("один", True, True)
    workplace.clock.move_to(NOW + timedelta(minutes=61))
    assert not (await line_of(timeline, ref, first)).can_edit
    with pytest.raises(UserError, match="comment_too_old"):
        await timeline.edit_comment(first, "1")
    with pytest.raises(UserError, match="comment_too_old"):
        await timeline.delete_comment(second)
    workplace.clock.move_to(NOW)
    await timeline.delete_comment(second)
    assert await bodies(timeline, ref) == ["один"]


async def test_only_who_may_delete_the_client_withdraws_the_comments_of_others(database: Database) -> None:
    workplace, ref = await office_and_lead(database)
    line_id = await Timeline(workplace).add_comment(ref, "лишнее")
    head = Timeline(await sit_down(database, workplace.clock, SUPERVISOR))
    with pytest.raises(UserError, match="comment_not_own"):
        await head.edit_comment(line_id, "моё")
    created = (await head.of_client(ref, {TimelineKind.CREATED}))[0]
    with pytest.raises(UserError, match="not_a_comment"):
        await head.delete_comment(created.id)
    await head.delete_comment(line_id)
    assert await bodies(head, ref) == []


async def test_a_stranger_neither_reads_nor_writes(database: Database) -> None:
    workplace, ref = await office_and_lead(database)
    line_id = await Timeline(workplace).add_comment(ref, "раз")
    stranger = Timeline(await sit_down(database, workplace.clock, EXECUTOR))
    for attempt in (stranger.of_client(ref), stranger.add_comment(ref, "два"), stranger.pin(line_id, True)):
        with pytest.raises(UserError, match="not_allowed"):
            await attempt


async def test_nothing_is_written_at_a_client_that_is_gone(database: Database) -> None:
    workplace, ref = await office_and_lead(database)
    timeline = Timeline(workplace)
    with pytest.raises(UserError, match="not_found"):
        await timeline.add_comment(ClientRef("lead", 999), "кому")
    async with database.write(workplace.order("test.delete")) as unit:
        await unit.session.execute(update(Lead).values(deleted_at=unit.at))
    with pytest.raises(UserError, match="in_bin"):
        await timeline.add_comment(ref, "поздно")
    assert await timeline.of_client(ref) != ()


async def test_a_pinned_line_is_found_however_old(database: Database) -> None:
    workplace, ref = await office_and_lead(database)
    timeline = Timeline(workplace)
    pinned = await timeline.add_comment(ref, "главное")
    await timeline.add_comment(ref, "прочее")
    await timeline.pin(pinned, True)
    assert [line.id for line in await timeline.pinned(ref)] == [pinned]
    await timeline.pin(pinned, False)
    assert await timeline.pinned(ref) == ()


async def test_a_message_sent_by_hand_says_so_and_is_no_contact(database: Database) -> None:
    workplace, ref = await office_and_lead(database)
    timeline = Timeline(workplace)
    await timeline.log_message(ref, "whatsapp", "Адрес: Мясницкая, 12")
    await timeline.log_message(ref, "letter", "")
    letter, message, *_ = await timeline.of_client(ref)
    assert (letter.kind, message.kind) == (TimelineKind.LETTER, TimelineKind.MESSAGE_OUT)
    assert message.params == {"channel": "whatsapp", "by_hand": True}
    async with database.read() as session:
        assert await session.scalar(select(Lead.last_contact_at)) is None
        assert await session.scalar(select(Lead.last_timeline_id)) == letter.id
    with pytest.raises(UserError, match="channel_unknown"):
        await timeline.log_message(ref, "pigeon", "курлык")


async def test_a_deal_shows_its_leads_lines_and_a_contact_all_of_the_person(database: Database) -> None:
    workplace = await make_office(database, login=MANAGER)
    timeline = Timeline(workplace)
    lead_id = await ready_lead(workplace)
    lead = ClientRef("lead", lead_id)
    await timeline.add_comment(lead, "ещё лид")
    result = await leads_of(workplace).convert(lead_id, conversion(workplace))
    deal, contact = ClientRef("deal", result.deal_id), ClientRef("contact", result.contact_id)
    executor = Timeline(await sit_down(database, workplace.clock, EXECUTOR))
    await executor.add_comment(deal, "уже сделка")
    await timeline.add_comment(contact, "о человеке")
    assert await bodies(executor, deal) == ["уже сделка", "ещё лид"]
    assert await bodies(timeline, lead) == ["ещё лид"]
    assert await bodies(timeline, contact) == ["о человеке", "уже сделка", "ещё лид"]
    lead_line = next(line for line in await executor.of_client(deal) if line.body == "ещё лид")
    await executor.pin(lead_line.id, True)
    assert [line.id for line in await executor.pinned(deal)] == [lead_line.id]


async def test_a_contact_shows_no_lines_of_deals_the_reader_may_not_see(database: Database) -> None:
    workplace = await make_office(database, login=MANAGER)
    result = await leads_of(workplace).convert(await ready_lead(workplace), conversion(workplace))
    await Timeline(workplace).add_comment(ClientRef("lead", 1), "при лиде")
    executor = Timeline(await sit_down(database, workplace.clock, EXECUTOR))
    await executor.add_comment(ClientRef("deal", result.deal_id), "при сделке")
    assert await bodies(executor, ClientRef("contact", result.contact_id)) == ["при сделке"]


async def test_a_line_tells_the_card_that_shows_it(database: Database) -> None:
    workplace, ref = await office_and_lead(database)
    told: list[tuple[str, frozenset[int]]] = []
    database.listen(lambda changes: told.append((changes.kind, changes.ids)))
    line_id = await Timeline(workplace).add_comment(ref, "раз")
    await Timeline(workplace).pin(line_id, True)
    assert told == [("lead", frozenset({ref.id}))] * 2
    async with database.read() as session:
        assert await session.scalar(select(TimelineItem.pinned_at).where(TimelineItem.id == line_id)) == NOW
