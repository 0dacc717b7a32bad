"""Form fields: values, errors, what screen readers hear."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.qtbase.theme import theme
from app.views.widgets.fields import (
    Choice,
    DateEditor,
    DateTimeEditor,
    Editor,
    EmailListEditor,
    FieldFrame,
    FileEditor,
    LongTextEditor,
    MoneyEditor,
    NumberEditor,
    OneOfEditor,
    PasswordEditor,
    PhoneListEditor,
    SeveralOfEditor,
    TextEditor,
    YesNoEditor,
)

DAY = date(2025, 11, 20)
MOMENT = datetime(2025, 11, 20, 15, 0)  # noqa: DTZ001 - the office's clock, as the field shows it
"""What the offscreen platform says when a popup opens."""
CHOICES = (Choice(1, "Банки"), Choice(2, "МФО"), Choice("x", "Другие"))


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    i18n.install(qapp, "en")
    theme().apply(qapp, "light")


def _day(text: str) -> date | None:
    return DAY if text == "tomorrow" else None


def _editors() -> list[tuple[Editor, object]]:
    return [
        (TextEditor(), "Анна"),
        (LongTextEditor(), "две\nстроки"),
        (PasswordEditor(), " with spaces "),
        (MoneyEditor(), Decimal("1280000.50")),
        (NumberEditor(), Decimal(7)),
        (DateEditor(_day), DAY),
        (DateTimeEditor(lambda _text: None, lambda moment: moment.isoformat()), MOMENT),
        (YesNoEditor(), False),
        (OneOfEditor(CHOICES), "x"),
        (SeveralOfEditor(CHOICES), (1, "x")),
        (PhoneListEditor(), ("+79160004127", "+74950003170")),
        (EmailListEditor(), ("a@example.com",)),
        (FileEditor(), Path("/tmp/a.pdf")),
    ]


def test_value_set_comes_back_and_is_no_change_by_the_user(qtbot: QtBot) -> None:
    for editor, value in _editors():
        qtbot.addWidget(editor)
        changes: list[None] = []
        editor.changed.connect(lambda seen=changes: seen.append(None))
        assert editor.value() is None, type(editor)
        editor.set_value(value)
        assert editor.value() == value
        assert changes == [], type(editor)
        editor.set_value(None)
        assert editor.value() is None


def test_typing_is_a_change(qtbot: QtBot) -> None:
    editor = TextEditor()
    qtbot.addWidget(editor)
    with qtbot.waitSignal(editor.changed):
        qtbot.keyClicks(editor.line, "a")


def test_inputs_are_one_control_high(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    for editor, _ in _editors():
        column.addWidget(FieldFrame("Label", editor))
    holder.show()
    for kind in (QLineEdit, QComboBox):
        for widget in holder.findChildren(kind):
            assert widget.height() == theme().metrics.control


def test_every_field_is_the_buddy_of_its_label(qtbot: QtBot) -> None:
    for editor, _ in _editors():
        frame = FieldFrame("Debt", editor)
        qtbot.addWidget(frame)
        assert frame.label.buddy() is editor.input()


def test_required_is_a_star_and_words(qtbot: QtBot) -> None:
    frame = FieldFrame("Name", TextEditor(), required=True)
    qtbot.addWidget(frame)
    assert frame._star.isVisibleTo(frame)
    assert frame.editor.input().accessibleDescription() == "Required"


def test_error_stands_in_words_until_the_user_types(qtbot: QtBot) -> None:
    editor = TextEditor()
    frame = FieldFrame("Time", editor, required=True)
    qtbot.addWidget(frame)
    frame.set_hint("24 hours")
    frame.set_error("Say the time")
    assert editor.line.property("state") == "error"
    assert frame._words.text() == "Say the time"
    assert editor.line.accessibleDescription() == "Required. Say the time"
    qtbot.keyClicks(editor.line, "1")
    assert frame.error() is None
    assert frame._words.text() == "24 hours"
    assert editor.line.property("state") == ""


def test_unreadable_sum_is_told_on_leaving_the_field(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    money, other = MoneyEditor(), QLineEdit()
    frame = FieldFrame("Debt", money)
    column.addWidget(frame)
    column.addWidget(other)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    frame.focus()
    qtbot.keyClicks(money.line, "much")
    assert frame.error() is None
    other.setFocus()
    assert frame.error() == "This is not a sum"
    frame.focus()
    money.line.clear()
    qtbot.keyClicks(money.line, "1280000")
    assert frame.error() is None
    other.setFocus()
    assert money.line.text() == "1,280,000"


def test_number_must_be_whole_where_asked(qtbot: QtBot) -> None:
    editor = NumberEditor()
    qtbot.addWidget(editor)
    qtbot.keyClicks(editor.line, "2.5")
    assert editor.problem() == "A whole number is needed"


def test_date_is_read_by_the_parser_handed_in(qtbot: QtBot) -> None:
    editor = DateEditor(_day)
    qtbot.addWidget(editor)
    qtbot.keyClicks(editor.line, "tomorrow")
    assert editor.value() == DAY
    editor.focus_left()
    assert editor.line.text() == "Thu, 20.11.2025"
    editor.line.clear()
    qtbot.keyClicks(editor.line, "nonsense")
    assert (editor.value(), editor.problem()) == (None, "This date can't be read")


def test_day_picked_in_the_calendar_is_taken(qtbot: QtBot) -> None:
    editor = DateEditor(_day)
    qtbot.addWidget(editor)
    editor.show()
    qtbot.keyClick(editor.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor._calendar is not None
    assert editor._calendar.isVisible()
    with qtbot.waitSignal(editor.changed):
        editor._calendar._pick(editor._calendar.calendar.selectedDate())
    assert editor.value() is not None
    assert not editor._calendar.isVisible()


def test_client_does_not_know_takes_the_place_of_a_value(qtbot: QtBot) -> None:
    frame = FieldFrame("Income", MoneyEditor(), can_be_unknown=True)
    qtbot.addWidget(frame)
    frame.set_value(Decimal(5))
    frame.set_error("Say it")
    with qtbot.waitSignal(frame.changed):
        frame.findChildren(QCheckBox)[0].setChecked(True)
    assert frame.is_unknown()
    assert (frame.value(), frame.error()) == (None, None)
    assert not frame.editor.isEnabled()
    frame.set_unknown(False)
    assert frame.value() == Decimal(5)


def test_choice_stays_when_the_list_changes_around_it(qtbot: QtBot) -> None:
    editor = OneOfEditor(CHOICES)
    qtbot.addWidget(editor)
    editor.set_value(2)
    editor.set_choices([Choice(5, "Новый"), Choice(2, "МФО")])
    assert editor.value() == 2
    editor.set_choices([Choice(5, "Новый")])
    assert editor.value() is None


def test_long_list_is_searched_by_typing_and_forgets_unfinished_words(qtbot: QtBot) -> None:
    editor = OneOfEditor([Choice(number, f"Отдел {number}") for number in range(30)])
    qtbot.addWidget(editor)
    editor.set_value(3)
    assert editor.combo.isEditable()
    editor.combo.setEditText("Отд")
    editor.focus_left()
    assert (editor.combo.currentText(), editor.value()) == ("Отдел 3", 3)


@pytest.mark.parametrize(("typed", "chosen"), [("отдел 7", 7), ("Отдел 1", 1), ("29", 29), ("нет такого", 3), ("", 3)])
def test_typed_words_are_taken_on_leaving_where_they_mean_one_choice(qtbot: QtBot, typed: str, chosen: int) -> None:
    editor = OneOfEditor([Choice(number, f"Отдел {number}") for number in range(30)])
    qtbot.addWidget(editor)
    editor.set_value(3)
    editor.combo.setEditText(typed)
    editor.focus_left()
    assert (editor.combo.currentText(), editor.value()) == (f"Отдел {chosen}", chosen)


def test_several_are_checked_in_a_popup(qtbot: QtBot) -> None:
    editor = SeveralOfEditor(CHOICES)
    qtbot.addWidget(editor)
    editor.show()
    editor.open_list()
    boxes = editor.findChildren(QCheckBox)
    with qtbot.waitSignal(editor.changed):
        boxes[2].setChecked(True)
    boxes[0].setChecked(True)
    assert editor.value() == (1, "x")
    assert editor.opener.text() == "Банки, Другие"


def test_phone_in_any_writing_is_handed_out_as_e164_and_rubbish_as_written(qtbot: QtBot) -> None:
    editor = PhoneListEditor()
    qtbot.addWidget(editor)
    qtbot.keyClicks(editor.findChildren(QLineEdit)[0], "8 916 000-41-27")
    editor._add.click()
    qtbot.keyClicks(editor.findChildren(QLineEdit)[1], "ask mother")
    assert editor.value() == ("+79160004127", "ask mother")


def test_removed_line_is_gone(qtbot: QtBot) -> None:
    editor = EmailListEditor()
    qtbot.addWidget(editor)
    editor.set_value(["a@example.com", "b@example.com"])
    with qtbot.waitSignal(editor.changed):
        editor._remove_by_hand(editor._rows[1][0])
    assert editor.value() == ("a@example.com",)


def test_tab_goes_through_the_lines_and_then_to_one_more(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    before, editor, after = QLineEdit(), PhoneListEditor(), QLineEdit()
    for widget in (before, editor, after):
        column.addWidget(widget)
    editor.set_value(("+79160004127", "+79030001864"))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    before.setFocus()
    stops: list[str] = []
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stop = QApplication.focusWidget()
        stops.append(stop.text() if isinstance(stop, QLineEdit) else stop.accessibleName() or stop.property("text"))
    assert stops == ["+7 (916) 000-41-27", "+7 (903) 000-18-64", "Remove", "One more phone", ""]


def test_yes_or_no_takes_the_keyboard_from_its_frame(qtbot: QtBot) -> None:
    window = QWidget()
    frame = FieldFrame("Mortgage", YesNoEditor(), parent=window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    frame.focus()
    assert QApplication.focusWidget() is not None
    assert QApplication.focusWidget().property("text") == "Not asked"
