"""The settings window: who sees which page, what isn't saved, undo, and what others change meanwhile."""

from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import Conflict, UserError
from app.core.kinds import ActivityKind, StageKind
from app.qtbase import i18n
from app.qtbase.theme import theme
from app.services.office import WorkOrder
from app.services.rules import Mode, Place, RuleBook, RuleCode
from app.services.workplace import Workplace
from app.views.settings import SettingsWindow
from app.views.settings.absences import AbsencePage
from app.views.settings.call_results import ResultsPage
from app.views.settings.page import SettingsPage
from app.views.settings.rules import RulesPage
from app.views.settings.stage_delete import StageDeleteDialog
from app.views.settings.stages import StagesPage
from app.views.settings.thresholds import ThresholdsPage
from app.views.settings.work_calendar import CalendarPage
from app.views.settings.work_order import OrderPage
from tests.services.lists.making import add_leads
from tests.support.asynchronous import until
from tests.support.office import MANAGER, SUPERVISOR, sit_down
from tests.support.settling import settled
from tests.support.windows import view_context

P = TypeVar("P", bound=SettingsPage)


async def opened(workplace: Workplace, qapp: QApplication) -> SettingsWindow:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    window = SettingsWindow(view_context(workplace)[0])
    window.show()
    await settled()
    return window


async def at(window: SettingsWindow, page_id: str, kind: type[P]) -> P:
    """A page, once it is filled."""
    window.show_page(page_id)
    page = window.page()
    assert isinstance(page, kind)
    await until(lambda: page.seen is not None)
    return page


async def test_only_who_changes_settings_sees_more_than_absences(workplace: Workplace, qapp: QApplication) -> None:
    manager = await sit_down(workplace.database, workplace.clock, MANAGER)
    window = await opened(manager, qapp)
    page = await at(window, "rules", AbsencePage)
    assert list(page.fields) == [manager.actor.employee_id]
    window.close()
    head = await opened(await sit_down(workplace.database, workplace.clock, SUPERVISOR), qapp)
    assert len((await at(head, "absences", AbsencePage)).fields) == 2
    head.close()
    whole = await opened(workplace, qapp)
    assert len((await at(whole, "absences", AbsencePage)).fields) == 4
    await at(whole, "rules", RulesPage)
    whole.close()


async def test_a_rule_is_saved_by_ctrl_enter_and_taken_back(
    workplace: Workplace, qapp: QApplication, qtbot: QtBot
) -> None:
    window = await opened(workplace, qapp)
    page = await at(window, "rules", RulesPage)
    page.list.setCurrentRow(list(RuleCode).index(RuleCode.CALL_LENGTH))
    page.form.numbers["minutes"].setValue(20)
    page.form.modes["manager"].set_value("warn")
    page.form.changed.emit()
    assert window.foot.words.text().startswith("Not saved: 1 change.")
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: window.foot.words.text() == "Everything is saved")
    rule = RuleBook(workplace.registry, "manager").setting(RuleCode.CALL_LENGTH, Place())
    assert (rule.mode, rule.numbers) == (Mode.WARN, {"minutes": 20})
    assert "Saved" in window.banner.text()
    window.banner._acted()
    await until(lambda: window.banner.text() == "As it was before.")
    rule = RuleBook(workplace.registry, "manager").setting(RuleCode.CALL_LENGTH, Place())
    assert (rule.mode, rule.numbers) == (Mode.BLOCK, {"minutes": 15})
    window.close()


async def test_an_exception_for_a_stage_is_added_and_removed(workplace: Workplace, qapp: QApplication) -> None:
    window = await opened(workplace, qapp)
    page = await at(window, "rules", RulesPage)
    page.list.setCurrentRow(list(RuleCode).index(RuleCode.CONTACT_INTERVAL))
    page.form._add_new()
    assert page.changes() == 1
    window.save()
    await until(lambda: page.changes() == 0)
    assert [one.section for one in page.form.rows()] == ["", "lead"]
    page.form.exceptions[0].removed.emit()
    assert page.changes() == 1
    window.drop()
    await until(lambda: page.changes() == 0)
    assert len(page.form.exceptions) == 1
    window.close()


async def test_a_page_changed_by_somebody_else_meanwhile_is_refused_and_shown(
    workplace: Workplace, qapp: QApplication
) -> None:
    window = await opened(workplace, qapp)
    page = await at(window, "order", OrderPage)
    order = window._context.services.office_order
    page.list.setCurrentRow(0)
    page.shift(1)
    await order.save(order.stored(), WorkOrder(order.stored().leads, ("payment",)))
    window.save()
    await until(lambda: "Somebody else" in window.banner.text())
    window.banner._acted()
    await until(lambda: page.changes() == 0)
    seen = page.value()
    assert isinstance(seen, WorkOrder)
    assert seen.deals == ("payment",)
    window.close()


async def test_calendar_results_and_absence_are_saved(workplace: Workplace, qapp: QApplication) -> None:
    window = await opened(workplace, qapp)
    calendar = await at(window, "calendar", CalendarPage)
    calendar.weekdays[5].setChecked(True)
    calendar.own.day.set_value(date(2025, 11, 21))
    calendar.own.name.setText("Переезд")
    calendar.own.add.click()
    assert calendar.changes() == 2
    window.save()
    await until(lambda: calendar.changes() == 0)
    assert workplace.calendar.is_working(date(2025, 11, 22))
    assert not workplace.calendar.is_working(date(2025, 11, 21))
    results = await at(window, "results", ResultsPage)
    results.add.click()
    results.rows[-1].name.setText("Сбросили")
    results.rows[-1].changed.emit()
    window.save()
    await until(lambda: results.changes() == 0)
    assert workplace.registry.all.call_results
    assert "Сбросили" in [one.name for one in window._context.services.call_results.stored(ActivityKind.CALL)]
    absence = await at(window, "absences", AbsencePage)
    person = next(one for one in absence.fields if one != workplace.actor.employee_id)
    starts, _, stand_in = absence.fields[person]
    starts.set_value(date(2025, 11, 18))
    stand_in.set_value(workplace.actor.employee_id)
    starts.changed.emit()
    window.save()
    await until(lambda: absence.changes() == 0)
    assert workplace.rights.instead_of == {person}
    window.close()


async def test_a_stage_is_renamed_requires_more_is_moved_added_and_deleted(
    workplace: Workplace, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    (lead,) = await add_leads(workplace, {"stage": "no_answer"})
    window = await opened(workplace, qapp)
    page = await at(window, "stages", StagesPage)
    page.list.chosen.emit(1)
    assert page.form.name.text() == "Не удалось связаться"
    page.form.name.setText("Недозвон")
    page.form.changed.emit()
    page.needs.changed.emit("city", True)
    page.list.shifted.emit(-1)
    assert page.changes() > 0
    window.save()
    await until(lambda: page.changes() == 0)
    first = workplace.registry.stages("lead")[0]
    assert (first.name, set(first.required)) == ("Недозвон", {"city"})
    page.add_stage(StageKind.WORKING)
    page.form.name.setText("Перезвонить")
    page.form.changed.emit()
    window.save()
    await until(lambda: page.changes() == 0)
    stages = workplace.registry.open_stages("lead")
    assert stages[-1].name == "Перезвонить"

    async def yes(dialog: StageDeleteDialog) -> bool:
        dialog._choice.set_value(stages[-1].id)
        return True

    monkeypatch.setattr("app.qtbase.dialogs.run", yes)
    page.list.chosen.emit(0)
    page.form.delete.click()
    await until(lambda: all(one.name != "Недозвон" for one in workplace.registry.stages("lead")))
    await settled()
    assert (await window._context.services.leads.card(lead)).stage_id == stages[-1].id
    window.close()


async def test_what_is_not_saved_keeps_the_window_until_asked(
    workplace: Workplace, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = await opened(workplace, qapp)
    page = await at(window, "calendar", CalendarPage)
    page.weekdays[5].setChecked(True)

    async def yes(*_words: object) -> bool:
        return True

    monkeypatch.setattr("app.qtbase.dialogs.confirm", yes)
    assert not window.close()
    await until(lambda: window not in QApplication.topLevelWidgets())


async def test_thresholds_of_the_report_are_saved_and_out_of_reach_refused(
    workplace: Workplace, qapp: QApplication
) -> None:
    window = await opened(workplace, qapp)
    page = await at(window, "thresholds", ThresholdsPage)
    thresholds = window._context.services.office_thresholds
    assert page.fields["overdue"].value() == 5
    page.fields["overdue"].setValue(9)
    assert page.changes() == 1
    window.save()
    await until(lambda: page.changes() == 0)
    assert thresholds.stored()["overdue"] == 9
    with pytest.raises(UserError, match="threshold_unsuitable"):
        await thresholds.save(thresholds.stored(), {"overdue": 0})
    with pytest.raises(Conflict, match="settings_changed"):
        await thresholds.save({**thresholds.stored(), "overdue": 5}, {"overdue": 7})
    window.close()


async def test_every_control_has_a_name(workplace: Workplace, qapp: QApplication) -> None:
    window = await opened(workplace, qapp)
    for page_id in ("calendar", "stages", "rules", "order", "thresholds", "results", "absences"):
        window.show_page(page_id)
        await settled()
    nameless = [
        one for one in window.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(window)
        and not one.accessibleName() and not getattr(one, "text", lambda: "")()
        and one.metaObject().className() in ("QComboBox", "QSpinBox", "QTimeEdit", "QListWidget", "QToolButton")
    ]  # fmt: skip
    assert nameless == []
    window.close()
