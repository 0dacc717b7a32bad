"""The form of conditions: what is chosen is what is asked, and what is asked is shown again."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.services.records.lists import Condition
from app.services.workplace import Workplace
from app.views.records.conditions import ConditionForm
from tests.support.windows import type_text


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication, workplace: Workplace) -> ConditionForm:
    i18n.install(qapp, "en")
    form = ConditionForm(workplace, "lead")
    qtbot.addWidget(form)
    form.show()
    return form


def _type(form: ConditionForm, text: str) -> None:
    line = form.created_from.editor.input()
    assert isinstance(line, QLineEdit)
    line.clear()
    type_text(line, text)


async def test_conditions_that_are_shown_are_asked_again(form: ConditionForm, workplace: Workplace) -> None:
    stages = tuple(stage.id for stage in workplace.registry.open_stages("lead")[:2])
    source = next(iter(workplace.registry.all.sources))
    asked = (
        Condition("stage", "any_of", stages),
        Condition("responsible", "any_of", ("me",)),
        Condition("source", "any_of", (source,)),
        Condition("activity_state", "any_of", ("overdue", "none")),
        Condition("created", "between", (date(2025, 11, 1), None)),
    )
    form.show_conditions(asked)
    assert tuple(form.conditions()) == asked
    form.show_conditions(())
    assert tuple(form.conditions()) == ()


async def test_period_and_typed_days_exclude_each_other(qtbot: QtBot, form: ConditionForm) -> None:
    week = next(chip for period, chip in form._chips.items() if period == ("last_days", 7))
    qtbot.mouseClick(week, Qt.MouseButton.LeftButton)
    assert tuple(form.conditions()) == (Condition("created", "period", ("last_days", 7)),)
    _type(form, "01.11.2025")
    assert tuple(form.conditions()) == (Condition("created", "between", (date(2025, 11, 1), None)),)
    qtbot.mouseClick(week, Qt.MouseButton.LeftButton)
    assert form.created_from.value() is None
    qtbot.mouseClick(week, Qt.MouseButton.LeftButton)
    assert tuple(form.conditions()) == ()


@pytest.mark.parametrize(
    ("typed", "day"),
    [("20.12", date(2024, 12, 20)), ("вчера", date(2025, 11, 17)), ("01.02.2026", date(2026, 2, 1)), ("35.99", None)],
)
async def test_day_without_a_year_is_one_that_was(form: ConditionForm, typed: str, day: date | None) -> None:
    _type(form, typed)
    assert form.created_from.value() == day


async def test_contacts_have_no_stage_and_no_activity_state(qtbot: QtBot, workplace: Workplace) -> None:
    form = ConditionForm(workplace, "contact")
    qtbot.addWidget(form)
    form.show_conditions((Condition("stage", "any_of", (1,)), Condition("activity_state", "any_of", ("none",))))
    assert tuple(form.conditions()) == ()
