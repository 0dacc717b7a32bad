"""The form of conditions: what is chosen is what is asked, and what is asked is shown again."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.services.lists.service import Lists
from app.services.records.lists import AnyOf, Condition
from app.services.workplace import Workplace
from app.views.records.filter.box import BrokenBox, ConditionBox
from app.views.records.filter.editors import DaysValue, TagsValue, TextValue
from app.views.records.filter.fields import read_fields
from app.views.records.filter.form import ConditionForm
from app.views.records.filter.operators import offered_operators
from tests.support.windows import type_text


def make_form(qtbot: QtBot, workplace: Workplace, section: str) -> ConditionForm:
    lists = Lists(workplace)
    assert section in ("lead", "deal", "contact")
    fields = read_fields(lists, section, workplace.registry.sum_field(section))
    form = ConditionForm(workplace, section, fields)
    qtbot.addWidget(form)
    form.resize(620, 480)
    form.show()
    return form


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication, workplace: Workplace) -> ConditionForm:
    i18n.install(qapp, "en")
    return make_form(qtbot, workplace, "lead")


def created(form: ConditionForm) -> DaysValue:
    editor = form.grid.box("created").editor
    assert isinstance(editor, DaysValue)
    return editor


def type_first_day(form: ConditionForm, text: str) -> None:
    line = created(form).days[0].input()
    assert isinstance(line, QLineEdit)
    line.clear()
    type_text(line, text)


async def test_conditions_that_are_shown_are_asked_again(form: ConditionForm, workplace: Workplace) -> None:
    stages = tuple(stage.id for stage in workplace.registry.open_stages("lead")[:2])
    source = next(iter(workplace.registry.all.sources))
    asked = (
        Condition("stage", "any_of", stages),
        Condition("responsible", "any_of", ("me",)),
        Condition("source", "none_of", (source,)),
        Condition("activity_state", "any_of", ("overdue", "none")),
        Condition("created", "between", (date(2025, 11, 1), None)),
        Condition("last_contact", "period", ("older_than", 7)),
        Condition("city", "not_contains", ("Химки",)),
        Condition("mortgage", "equals", (False,)),
        Condition("amount", "empty"),
        AnyOf((Condition("city", "equals", ("Клин",)), Condition("region", "filled"))),
    )
    form.show_conditions(asked)
    assert set(form.conditions()) == set(asked)
    form.show_conditions(())
    assert form.conditions() == ()
    assert form.groups == []


async def test_every_field_and_operator_has_a_form_that_asks_it(qtbot: QtBot, workplace: Workplace) -> None:
    values = {"text": ("x",), "number": (Decimal(5),), "money": (Decimal(5),), "yes_no": (True,), "state": ("none",)}
    for section in ("lead", "deal", "contact"):
        form = make_form(qtbot, workplace, section)
        for field in Lists(workplace).filter_fields(section):
            assert offered_operators(field), field.code
            for operator in field.operators:
                if field.kind == "references" and operator == "equals":
                    continue  # the same as any of one
                entries = tuple(one.id for one in field.choices[:1])
                given = entries if field.kind in ("references", "several") else values.get(field.kind, ())
                given = {"period": ("today",), "between": (None, *given[-1:])}.get(operator, given)
                if field.kind == "day" and operator in ("between", "before", "after", "equals"):
                    given = (date(2025, 11, 1),) if operator != "between" else (None, date(2025, 11, 1))
                if operator in ("empty", "filled"):
                    given = ()
                if not given and operator not in ("empty", "filled"):
                    continue  # a dictionary of this office without entries
                asked = (Condition(field.code, operator, given),)
                form.show_conditions(asked)
                assert form.conditions() == asked


async def test_period_and_typed_days_exclude_each_other(qtbot: QtBot, form: ConditionForm) -> None:
    week = created(form).chips["last_days", 7]
    form.area.ensureWidgetVisible(week)
    qtbot.mouseClick(week, Qt.MouseButton.LeftButton)
    assert form.conditions() == (Condition("created", "period", ("last_days", 7)),)
    type_first_day(form, "01.11.2025")
    assert form.conditions() == (Condition("created", "between", (date(2025, 11, 1), None)),)
    qtbot.mouseClick(week, Qt.MouseButton.LeftButton)
    assert created(form).days[0].value() is None
    qtbot.mouseClick(week, Qt.MouseButton.LeftButton)
    assert form.conditions() == ()


@pytest.mark.parametrize(
    ("typed", "day"),
    [("20.12", date(2024, 12, 20)), ("вчера", date(2025, 11, 17)), ("01.02.2026", date(2026, 2, 1)), ("35.99", None)],
)
async def test_day_without_a_year_is_one_that_was(form: ConditionForm, typed: str, day: date | None) -> None:
    type_first_day(form, typed)
    assert created(form).days[0].value() == day


async def test_deleted_field_is_shown_struck_until_it_is_removed(qtbot: QtBot, form: ConditionForm) -> None:
    gone, city = Condition("old_field", "contains", ("x",)), Condition("city", "contains", ("Клин",))
    form.show_conditions((gone, city))
    assert set(form.conditions()) == {gone, city}
    (broken,) = [box for box in form.grid.boxes if isinstance(box, BrokenBox)]
    qtbot.mouseClick(broken.remove, Qt.MouseButton.LeftButton)
    assert form.conditions() == (city,)


async def test_entries_that_are_gone_stay_until_they_are_taken_away(qtbot: QtBot, form: ConditionForm) -> None:
    asked = (Condition("responsible", "any_of", ("me", 10**9)),)
    form.show_conditions(asked)
    assert form.conditions() == asked
    editor = form.grid.box("responsible").editor
    assert isinstance(editor, TagsValue)
    assert "deleted" in editor.tags.words()
    qtbot.keyClick(editor.tags, Qt.Key.Key_Backspace)
    assert form.conditions() == (Condition("responsible", "any_of", ("me",)),)


async def test_field_is_found_by_typing_and_added_by_enter(qtbot: QtBot, form: ConditionForm) -> None:
    picker = form.pick()
    type_text(picker.search, "ипотек")
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    box = form.grid.boxes[-1]
    assert isinstance(box, ConditionBox)
    assert box.field.code == "mortgage"


async def test_operator_keeps_what_was_typed(form: ConditionForm) -> None:
    form.show_conditions((Condition("city", "contains", ("Химки",)),))
    box = form.grid.box("city")
    box.choose_operator("not_contains")
    assert form.conditions() == (Condition("city", "not_contains", ("Химки",)),)
    box.choose_operator("empty")
    assert form.conditions() == (Condition("city", "empty"),)


@pytest.mark.parametrize("typed", ["%_\"'*()", "я" * 10_000])
async def test_any_text_is_taken_as_it_is(form: ConditionForm, typed: str) -> None:
    editor = form.grid.box("city").editor
    assert isinstance(editor, TextValue)
    editor.editor.line.setText(typed)
    assert form.conditions() == (Condition("city", "contains", (typed,)),)
