"""The card as a whole: header, stages, actions, plan, timeline, keys, neighbours."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton

from app.core.errors import UserError
from app.core.kinds import ActivityKind
from app.qtbase import i18n
from app.qtmodels.roles import Role, TimelineEntry
from app.services.container import Services, open_services
from app.services.records.activities import ActivityDraft, ClientRef
from app.services.workplace import Workplace
from app.views.cards import CardWindow
from app.views.cards.columns import GeneralTab
from tests.support.asynchronous import until
from tests.support.office import ADMIN, sit_down
from tests.support.windows import NotingNavigator, type_text
from tests.views.cards.conftest import Opener, close
from tests.views.cards.people import stage


def general(window: CardWindow) -> GeneralTab:
    assert window.general is not None
    return window.general


def press(window: CardWindow, name: str) -> None:
    """Click the button that screen readers call so."""
    found = [
        one for one in window.findChildren(QAbstractButton)
        if name in (one.accessibleName(), one.text()) and one.isVisibleTo(window)
    ]
    assert found, name
    found[0].click()


def entries(window: CardWindow) -> list[TimelineEntry]:
    model = general(window).timeline.model
    found = [model.index(row, 0).data(Role.ENTRY) for row in range(model.rowCount())]
    return [one for one in found if isinstance(one, TimelineEntry)]


async def test_header_tells_who_it_is_and_what_is_missing(open_card: Opener, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    assert window.windowTitle() == f"Мироненко Олег Викторович — lead No. {lead_id}"
    assert window.header.name.text() == "Мироненко Олег Викторович"
    assert window.header.line.text() == f"Lead No. {lead_id} · Яндекс.Директ · created 27.10.2025, 09:40"
    assert window.header.call.text() == "+7 (962) 000-80-11"
    assert "Первый платёж" in window.tabs.progress.toolTip()
    assert "What to do here" in window.tabs.hint.accessibleName()


async def test_buttons_ask_the_navigator(open_card: Opener, lead_id: int, navigator: NotingNavigator) -> None:
    window = await open_card("lead", lead_id)
    ref = ClientRef("lead", lead_id)
    press(window, "Call +7 (962) 000-80-11")
    press(window, "Plan: Meeting")
    press(window, "Plan: Other")
    press(window, "Write: SMS")
    press(window, "Write: Letter")
    assert navigator.asked == [
        ("call", "+79620008011", ref),
        ("plan_activity", ref, ActivityKind.MEETING),
        ("plan_activity", ref, ActivityKind.OTHER),
        ("message", ref, "sms", ""),
        ("message", ref, "letter", ""),
    ]


async def test_stages_and_endings_ask_for_a_move(
    open_card: Opener, lead_id: int, navigator: NotingNavigator, services: Services
) -> None:
    window = await open_card("lead", lead_id)
    assert window.stages is not None
    window.stages.bar.press(5)
    actions = {action.text(): action for action in window.stages.finish.menu().actions()}
    actions["Отказ клиента"].trigger()
    ref = ClientRef("lead", lead_id)
    assert navigator.asked == [
        ("move_stage", ref, stage(services, "lead", "partial_payment")),
        ("move_stage", ref, stage(services, "lead", "refused")),
    ]
    names = list(actions)
    success = services.workplace.registry.stage_by_code("lead", "converted").name
    assert names.index(success) < names.index("Failed stages") < names.index("Отказ клиента")


async def test_comment_is_written_by_ctrl_enter(open_card: Opener, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    comment = general(window).action_bar.comment
    type_text(comment.area, "Готов внести первый платёж")
    assert window.card.has_unsaved
    QTest.keyClick(comment.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: any(one.body == "Готов внести первый платёж" for one in entries(window)))
    assert comment.text() == ""
    assert not window.card.has_unsaved


async def test_comment_not_written_waits_for_the_next_opening(open_card: Opener, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    type_text(general(window).action_bar.comment.area, "Не дописано")
    await close(window)
    again = await open_card("lead", lead_id)
    assert general(again).action_bar.comment.text() == "Не дописано"


async def test_handing_over_changes_the_responsible(
    open_card: Opener, lead_id: int, workplace: Workplace, navigator: NotingNavigator
) -> None:
    window = await open_card("lead", lead_id)
    actions = {action.text(): action for action in window.header.responsible.menu.actions()}
    actions["Снегирёв Павел"].trigger()
    await until(lambda: any(one[0] == "notify" for one in navigator.asked))
    everyone = open_services(await sit_down(workplace.database, workplace.clock, ADMIN))
    card = await everyone.leads.card(lead_id)
    assert workplace.registry.employee(card.responsible_id).name == "Снегирёв Павел"
    await until(lambda: window.pages.currentWidget() is not window.general)


async def test_record_that_cannot_be_read_says_so(
    open_card: Opener, qapp: object, shell: tuple[object, NotingNavigator], services: Services
) -> None:
    context = shell[0]
    window = CardWindow(context, ClientRef("lead", 9_999))  # type: ignore[arg-type]  # the fixture's own context
    window.show()
    await until(lambda: window.pages.count() == 1)
    assert window.general is None


async def test_deleted_lead_goes_to_the_bin_and_its_card_closes(
    open_card: Opener, lead_id: int, services: Services, workplace: Workplace
) -> None:
    window = await open_card("lead", lead_id)
    actions = {action.text(): action for action in window.header.more.menu().actions()}
    actions["Copy the number"].trigger()
    assert QGuiApplication.clipboard().text() == str(lead_id)
    if "Move the lead to the bin" in actions:
        actions["Move the lead to the bin"].trigger()
        await until(lambda: not window.isVisible())
        assert (await services.leads.card(lead_id)).deleted_at is not None
    else:
        assert not window.card.data.card.can_delete


async def test_planned_activity_is_completed_and_postponed(
    open_card: Opener, lead_id: int, services: Services, navigator: NotingNavigator
) -> None:
    window = await open_card("lead", lead_id)
    planned = general(window).planned
    (row,) = planned.rows
    assert planned.property("urgency") == "warn"
    row.check.click()
    assert not row.check.isChecked()
    assert navigator.asked == [("complete_activity", row.activity.id)]
    row.postpone.menu().aboutToShow.emit()
    await until(lambda: len(row.postpone.menu().actions()) > 1)
    row.postpone.menu().actions()[3].trigger()
    await until(lambda: planned.rows[0].activity.starts_at != row.activity.starts_at)


async def test_planned_activity_is_changed_and_cancelled_from_the_card(
    open_card: Opener, lead_id: int, navigator: NotingNavigator
) -> None:
    window = await open_card("lead", lead_id)
    planned = general(window).planned
    (row,) = planned.rows
    row.postpone.menu().aboutToShow.emit()
    await until(lambda: len(row.postpone.menu().actions()) > 1)
    other, cancel = row.postpone.menu().actions()[-2:]
    other.trigger()
    assert navigator.asked[-1] == ("change_activity", row.activity.id)
    cancel.trigger()
    await until(lambda: not planned.rows)
    assert not window.close()
    await until(window.leaving.isVisible)


async def test_in_a_narrow_card_the_time_of_a_planned_step_is_whole(open_card: Opener, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    window.resize(940, 560)
    (row,) = general(window).planned.rows
    await until(lambda: not row.postpone.text() and row._when.geometry().right() < row._buttons[0][0].x())
    assert row._when.width() >= row._when.sizeHint().width()
    assert row.postpone.accessibleName() == "Postpone"


async def test_only_the_soonest_activities_are_shown_at_once(
    open_card: Opener, lead_id: int, services: Services
) -> None:
    ref = ClientRef("lead", lead_id)
    (first,) = await services.activities.of_client(ref)
    for number in range(1, 5):
        later = first.starts_at + timedelta(days=number)
        _ = await services.activities.plan(ActivityDraft(ActivityKind.OTHER, f"Шаг {number}", later, 30, ref))
    window = await open_card("lead", lead_id)
    planned = general(window).planned
    assert [row.isVisible() for row in planned.rows] == [True, True, True, False, False]
    planned.more.click()
    assert all(row.isVisible() for row in planned.rows)


async def test_timeline_is_filtered_and_pinned_lines_come_first(
    open_card: Opener, lead_id: int, services: Services
) -> None:
    window = await open_card("lead", lead_id)
    await until(lambda: len(entries(window)) > 5)
    oldest = next(one for one in reversed(entries(window)) if one.icon == "comment")
    await services.timeline.pin(oldest.id, True)
    await until(lambda: entries(window)[0].id == oldest.id)
    general(window).timeline.filter._choose("comments")
    await until(lambda: {one.icon for one in entries(window)} == {"comment"})
    assert [one.id for one in entries(window)].count(oldest.id) == 1


async def test_keys_act_outside_text_fields_only(
    open_card: Opener, lead_id: int, navigator: NotingNavigator
) -> None:
    window = await open_card("lead", lead_id, lead_id - 1, lead_id, lead_id + 7)
    window.activateWindow()
    await until(window.isActiveWindow)
    area = general(window).action_bar.comment.area
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_D)
    assert area.toPlainText().lower() == "d"
    assert navigator.asked == []
    area.clear()
    window.tabs.tabs[0].setFocus()
    QTest.keyClick(window.tabs.tabs[0], Qt.Key.Key_D)
    assert navigator.asked == [("plan_activity", ClientRef("lead", lead_id), None)]
    QTest.keyClick(window.tabs.tabs[0], Qt.Key.Key_M)
    assert area.hasFocus()
    QTest.keyClick(window.tabs.tabs[0], Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert navigator.asked[-1] == ("open_card", "lead", lead_id + 7)
    await until(lambda: not window.isVisible())


async def test_links_open_through_the_navigator_and_history_tells_fields(
    open_card: Opener, lead_id: int, services: Services
) -> None:
    card = await services.leads.card(lead_id)
    _ = await services.leads.edit(lead_id, card.version, {"creditors": "Банки — 8"})
    window = await open_card("lead", lead_id)
    window.tabs.choose(2)
    history = window._history
    assert history is not None
    await until(lambda: history.model.rowCount() > 3)
    table = history.model
    rows = [[table.index(row, column).data() for column in range(6)] for row in range(table.rowCount())]
    assert ["Кредиторы", "Банки — 4, МФО — 2", "Банки — 8"] in [row[3:] for row in rows]


async def test_every_button_and_field_has_a_name(open_card: Opener, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    for block in general(window).blocks.blocks:
        block.edit()
    nameless = [
        one for one in window.findChildren(QAbstractButton)
        if one.isVisibleTo(window) and not (one.accessibleName() or one.text()) and not isinstance(one, QToolButton)
    ]
    tools = [
        one for one in window.findChildren(QToolButton)
        if one.isVisibleTo(window) and not (one.accessibleName() or one.text()) and one.objectName() == ""
        and one.parentWidget() is not None and one.parentWidget().metaObject().className() != "QLineEdit"
    ]
    assert nameless == []
    assert tools == []


async def test_refusals_of_the_service_are_said_in_the_banner(open_card: Opener, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    window.show_error(UserError("file_too_large", size=30 * 1024 * 1024, limit=25 * 1024 * 1024))
    assert "25" in window.banner.text()
    assert "30" in window.banner.text()


async def test_open_card_speaks_the_new_language_and_keeps_what_was_typed(
    open_card: Opener, lead_id: int, qapp: QApplication
) -> None:
    window = await open_card("lead", lead_id)
    assert window.general is not None
    window.edit_name()
    loans = next(one for one in window.general.blocks.blocks if one.plan.key == "lead.loans")
    loans.edit("creditors")
    assert loans.form is not None
    type_text(loans.form.form.frames["creditors"].editor.input(), "моё")
    i18n.install(qapp, "ru")
    try:
        await until(lambda: window.tabs.tabs[0].text() == "Общее" and window.is_filled)
        again = next(one for one in window.general.blocks.blocks if one.plan.key == "lead.loans")
        await until(lambda: again.form is not None)
        assert again.form is not None
        assert "моё" in str(again.form.form.value("creditors"))
    finally:
        i18n.install(qapp, "en")
        await until(lambda: window.tabs.tabs[0].text() == "General" and window.is_filled)
