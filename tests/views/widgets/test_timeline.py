"""The timeline view."""

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.qtbase.metrics import Density
from app.qtbase.theme import theme
from app.qtmodels.roles import DayHeading, Mark, Role, TimelineEntry
from app.views.widgets.timeline_delegate import DAY_HEIGHT
from app.views.widgets.timeline_view import TimelineView

ENTRIES: tuple[DayHeading | TimelineEntry, ...] = (
    DayHeading("Сегодня, 18 ноября"),
    TimelineEntry(1, "09:12", "comment", "Комментарий", "Кравцова О.", "Коротко.", Mark.LINK),
    TimelineEntry(2, "09:00", "call", "Звонок", recording="4:12", mark=Mark.OK),
    TimelineEntry(3, "08:00", "file", "Анкета", link="Анкета.pdf"),
    DayHeading("Пятница, 14 ноября"),
    TimelineEntry(4, "10:00", "flag", "Стадия", tone="teal", tags=(("Новый", "blue"), ("Дальше", "teal")), arrow=True),
    TimelineEntry(5, "09:00", "comment", "Комментарий", body="Очень длинно. " * 60),
)


class Model(QAbstractListModel):
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(ENTRIES)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = ENTRIES[index.row()]
        if role == Role.ENTRY:
            return entry
        return getattr(entry, "id", None) if role == Role.ID else None


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> TimelineView:
    theme().apply(qapp, "light", Density.DEFAULT)
    made = TimelineView()
    qtbot.addWidget(made)
    made.setModel(Model(made))
    made.resize(700, 200)
    made.show()
    return made


def _height(view: TimelineView, row: int) -> int:
    return view.visualRect(view.model().index(row, 0)).height()


def test_heights_fit_what_an_entry_holds(view: TimelineView) -> None:
    assert _height(view, 0) == DAY_HEIGHT
    assert _height(view, 5) < _height(view, 1) < _height(view, 2) < _height(view, 6)


def test_long_words_wrap_anew_when_the_view_narrows(view: TimelineView, qtbot: QtBot) -> None:
    before = _height(view, 6)
    view.resize(400, 200)
    qtbot.waitUntil(lambda: _height(view, 6) > before)


def test_recording_and_file_are_clicked(view: TimelineView, qtbot: QtBot) -> None:
    view.resize(700, 600)
    model = view.model()
    with qtbot.waitSignal(view.play_asked) as played:
        place = view.player_rect(model.index(2, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert played.args[0].data(Role.ID) == 2
    with qtbot.waitSignal(view.link_clicked):
        place = view.link_rect(model.index(3, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_enter_plays(view: TimelineView, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.model().index(2, 0))
    with qtbot.waitSignal(view.play_asked):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_day_sticks_to_the_top_while_its_entries_pass(view: TimelineView) -> None:
    view.verticalScrollBar().setValue(50)
    heading = view._heading_above(view.indexAt(view.viewport().rect().topLeft()).row())
    assert heading == ENTRIES[0]
    image = view.viewport().grab().toImage()
    line = image.pixelColor(view.viewport().width() - 30, (DAY_HEIGHT - 1) // 2)
    assert line == theme().colors.line


def test_player_in_use_stands_over_the_painted_one(view: TimelineView) -> None:
    player = QLabel("player")
    view.show_player(2, player)
    assert player.geometry() == view.player_rect(view.model().index(2, 0))
    view.verticalScrollBar().setValue(40)
    assert player.geometry() == view.player_rect(view.model().index(2, 0))
    view.show_player(-1, None)
    assert view._player is None
