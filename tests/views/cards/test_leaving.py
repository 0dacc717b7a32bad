"""Closing a card without a next step: the responsible is asked once, and only after changing something in it."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QApplication
from sqlalchemy import update

from app.models import Activity, Rule
from app.services.activities.changing import draft_of
from app.services.container import Services
from app.services.records.activities import ClientRef
from tests.support.asynchronous import until
from tests.views.cards.conftest import Opener


async def drop_plan(services: Services, lead_id: int) -> None:
    workplace = services.workplace
    async with workplace.database.write(workplace.order("test.plan")) as unit:
        await unit.session.execute(update(Activity).where(Activity.lead_id == lead_id).values(state="cancelled"))


async def test_a_look_closes_at_once_and_a_change_asks_for_the_next_step(
    open_card: Opener, services: Services, lead_id: int
) -> None:
    await drop_plan(services, lead_id)
    window = await open_card("lead", lead_id)
    assert not window.leaving.asks()
    await services.timeline.add_comment(ClientRef("lead", lead_id), "Подумает до пятницы")
    assert not window.close()
    await until(window.leaving.isVisible)
    assert window.leaving.times()[0].hasFocus()
    assert len(window.leaving.times()) == 4
    window.leaving.subject.setText("Узнать решение")
    window.leaving.times()[1].click()
    await until(lambda: window not in QApplication.topLevelWidgets() or not window.isVisible())
    (planned,) = await services.activities.of_client(ClientRef("lead", lead_id))
    assert (planned.subject, planned.minutes) == ("Узнать решение", 15)


async def test_a_step_planned_the_moment_before_is_not_asked_for(
    open_card: Opener, services: Services, lead_id: int
) -> None:
    (before,) = await services.activities.of_client(ClientRef("lead", lead_id))
    await drop_plan(services, lead_id)
    window = await open_card("lead", lead_id)
    await services.activities.plan(draft_of(replace(before, starts_at=services.workplace.now() + timedelta(days=1))))
    assert not window.close()
    await until(lambda: window not in QApplication.topLevelWidgets() or not window.isVisible())


async def test_closing_once_more_does_without(open_card: Opener, services: Services, lead_id: int) -> None:
    await drop_plan(services, lead_id)
    window = await open_card("lead", lead_id)
    await services.timeline.add_comment(ClientRef("lead", lead_id), "Подумает до пятницы")
    assert not window.close()
    await until(window.leaving.isVisible)
    assert window.close()


async def test_nobody_is_asked_where_a_step_is_planned_or_the_rule_is_off(
    open_card: Opener, services: Services, lead_id: int
) -> None:
    window = await open_card("lead", lead_id)
    await services.timeline.add_comment(ClientRef("lead", lead_id), "Подумает до пятницы")
    await until(lambda: bool(window.card.data.planned))
    assert not window.leaving.asks()
    await drop_plan(services, lead_id)
    workplace = services.workplace
    async with workplace.database.write(workplace.order("test.rule")) as unit:
        await unit.session.execute(update(Rule).where(Rule.code == "next_activity").values(mode="off"))
    async with workplace.database.read() as session:
        await workplace.registry.reload(session)
    window.card.reload()
    await until(lambda: not window.card.data.planned)
    assert not window.leaving.asks()
