"""Buttons, switch, chips, stage bar, banners, panels."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.core.initials import initials
from app.qtbase.theme import theme
from app.views.widgets.avatar import person_tone
from app.views.widgets.banner import BannerArea
from app.views.widgets.buttons import Button, IconButton, Segment, SegmentedSwitch
from app.views.widgets.choice_card import ChoiceCard, ChoiceGroup
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.filter_field import FilterField
from app.views.widgets.panel import Panel
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.stage_bar import BarStage, StageBar
from app.views.widgets.tags import Counter, CounterChip

STAGES = (BarStage(10, "New", "blue"), BarStage(20, "Meeting", "teal"), BarStage(30, "Part paid", "green"))


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme().apply(qapp, "light")


def test_icon_button_has_a_name_for_screen_readers(qtbot: QtBot) -> None:
    button = IconButton("gear", "Settings")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Settings", "Settings")
    assert button.sizeHint().width() >= 26


def test_button_with_a_menu_opens_it(qtbot: QtBot) -> None:
    button, menu = Button("Finish"), QMenu()
    qtbot.addWidget(button)
    qtbot.addWidget(menu)
    button.set_menu(menu)
    assert button.menu() is menu


def test_switch_tells_the_users_choice_only(qtbot: QtBot) -> None:
    switch = SegmentedSwitch((Segment("list", "List"), Segment("board", "Board")))
    qtbot.addWidget(switch)
    seen: list[str] = []
    switch.changed.connect(seen.append)
    switch.set_value("board")
    assert (switch.value(), seen) == ("board", [])
    qtbot.mouseClick(switch.button("list"), Qt.MouseButton.LeftButton)
    assert (switch.value(), seen) == ("list", ["list"])


def test_switch_goes_round_by_arrows(qtbot: QtBot) -> None:
    switch = SegmentedSwitch((Segment("a", "A"), Segment("b", "B"), Segment("c", "C")))
    qtbot.addWidget(switch)
    switch.button("b").setEnabled(False)
    qtbot.keyClick(switch, Qt.Key.Key_Right)
    assert switch.value() == "c"
    qtbot.keyClick(switch, Qt.Key.Key_Right)
    assert switch.value() == "a"


def test_chip_says_its_count(qtbot: QtBot) -> None:
    chip = CounterChip("Overdue", "overdue", "danger")
    qtbot.addWidget(chip)
    chip.set_count(5)
    assert chip.accessibleName() == "Overdue 5"
    chip.click()
    assert chip.isChecked()


def test_zero_is_not_drawn(qtbot: QtBot) -> None:
    counter = Counter(3)
    qtbot.addWidget(counter)
    assert not counter.isHidden()
    counter.set_count(0)
    assert counter.isHidden()


def _bar(qtbot: QtBot, current: int | None, end: str | None = None) -> StageBar:
    bar = StageBar()
    qtbot.addWidget(bar)
    bar.resize(700, 34)
    bar.set_stages(STAGES, current, end)
    bar.show()
    return bar


def _fill(bar: StageBar, number: int) -> str:
    rect = bar._rects[number]
    return bar.grab().toImage().pixelColor(round(rect.left()) + 14, 4).name()


def test_stage_bar_fills_the_current_and_tints_the_past(qtbot: QtBot) -> None:
    bar, tone = _bar(qtbot, 20), theme().tone("teal")
    fills = [_fill(bar, number) for number in range(3)]
    assert fills == [tone.tint.name(), tone.fill.name(), theme().colors.track.name()]


def test_stage_bar_previews_the_stage_under_the_mouse(qtbot: QtBot) -> None:
    bar = _bar(qtbot, 10)
    bar.preview(2)
    assert _fill(bar, 2) == theme().tone("green").fill.name()
    bar.preview(-1)
    assert _fill(bar, 2) == theme().colors.track.name()


def test_stage_bar_of_a_failed_record_is_tinted_red(qtbot: QtBot) -> None:
    bar = _bar(qtbot, None, "failure")
    assert {_fill(bar, number) for number in range(3)} == {theme().tone("failure").tint.name()}


def test_stage_is_clicked_and_reached_by_keys(qtbot: QtBot) -> None:
    bar = _bar(qtbot, 10)
    buttons = bar.findChildren(QAbstractButton)
    with qtbot.waitSignal(bar.stage_clicked) as clicked:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert clicked.args == [20]
    with qtbot.waitActive(bar):
        bar.activateWindow()
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Right)
    assert buttons[1].hasFocus()
    with qtbot.waitSignal(bar.stage_clicked):
        qtbot.keyClick(buttons[1], Qt.Key.Key_Return)
    assert buttons[0].accessibleName() == "New, current stage"


def test_stages_that_do_not_fit_share_the_width(qtbot: QtBot) -> None:
    bar = _bar(qtbot, 10)
    bar.resize(180, 34)
    assert bar._rects[-1].right() == pytest.approx(180)


def test_the_longest_stage_names_alone_give_way(qtbot: QtBot) -> None:
    bar = _bar(qtbot, 10)
    bar.set_stages((BarStage(10, "New", "blue"), BarStage(20, "A meeting is set for an exact time", "teal")), 10)
    bar.resize(200, 34)
    assert bar._rects[0].width() == pytest.approx(bar._need(bar._stages[0]))
    assert bar._rects[-1].right() == pytest.approx(200)


def test_success_banner_goes_and_error_stays(qtbot: QtBot) -> None:
    area = BannerArea()
    qtbot.addWidget(area)
    area._timer.setInterval(1)
    area.show_error("No connection.", "Again")
    assert not area._timer.isActive()
    area.show_success("Saved")
    assert area.text() == "Saved"
    qtbot.waitUntil(lambda: area.text() == "")


def test_banner_button_acts_once_and_takes_the_banner_away(qtbot: QtBot) -> None:
    area, acts = BannerArea(), list[str]()
    qtbot.addWidget(area)
    area.show_error("No connection.", "Again", lambda: acts.append("again"))
    area._act.click()
    assert (acts, area.text()) == (["again"], "")


def test_panel_folds_by_its_title_row(qtbot: QtBot) -> None:
    panel = Panel("About", foldable=True)
    qtbot.addWidget(panel)
    panel.show()
    folds: list[bool] = []
    panel.folded_changed.connect(folds.append)
    qtbot.mouseClick(panel.head, Qt.MouseButton.LeftButton)
    assert folds == [True]
    assert panel.is_folded()
    assert panel.body.isHidden()
    assert panel._fold.accessibleName() == "Unfold: About"


def test_panel_shows_its_state_in_words_and_mark(qtbot: QtBot) -> None:
    panel = Panel("About")
    qtbot.addWidget(panel)
    panel.set_status("5 of 5", "ok")
    assert panel._status.text() == "5 of 5"
    assert panel._mark.isVisibleTo(panel)
    panel.set_status("by the system")
    assert not panel._mark.isVisibleTo(panel)


def test_side_panel_closes_by_escape(qtbot: QtBot) -> None:
    panel = SidePanel(motion=False)
    qtbot.addWidget(panel)
    panel.open_panel()
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_one_card_of_a_group_is_on(qtbot: QtBot) -> None:
    cards = [ChoiceCard("File"), ChoiceCard("Server")]
    for card in cards:
        qtbot.addWidget(card)
    group = ChoiceGroup(cards, cards[0])
    cards[0].set_on(True)
    with qtbot.waitSignal(group.changed) as changed:
        qtbot.mouseClick(cards[1], Qt.MouseButton.LeftButton)
    assert (changed.args, group.value(), cards[0].is_on()) == ([1], 1, False)


def test_filter_field_drops_its_preset_by_backspace_when_empty(qtbot: QtBot) -> None:
    field = FilterField()
    qtbot.addWidget(field)
    field.set_preset("Mine")
    field.set_text("a")
    dropped: list[None] = []
    field.preset_dropped.connect(lambda: dropped.append(None))
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert dropped == []
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert len(dropped) == 1


def test_empty_state_has_one_sentence_and_one_button(qtbot: QtBot) -> None:
    state = EmptyState("search", "Nobody found", "Drop the filter")
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.pressed):
        state.button.click()
    state.set_state("users", "No leads yet")
    assert state.button.isHidden()


def test_initials_and_colour_stay_with_the_person() -> None:
    assert initials("Кравцова Ольга Петровна") == "ОК"
    assert initials("") == ""
    assert person_tone(7) == person_tone(0)
