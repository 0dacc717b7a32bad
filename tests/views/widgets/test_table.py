"""The flat table: what its delegates paint and what its rows do."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.qtbase.metrics import Density
from app.qtbase.theme import theme
from app.qtmodels.roles import (
    ActivityCell,
    Cell,
    CheckCell,
    MoneyCell,
    NameCell,
    PaidCell,
    PersonCell,
    PhoneCell,
    QueueCell,
    Role,
    StageCell,
    State,
    TagCell,
    TextCell,
)
from app.views.widgets.cell_painters import PAINTERS
from app.views.widgets.table_view import QuickAction, TableView

CELLS: tuple[Cell, ...] = (
    CheckCell(checked=False),
    QueueCell(1),
    NameCell("Нина", "Сайт", 2),
    StageCell("Новый лид", "blue", 2, 6),
    ActivityCell("Дела нет", State.NONE, "Запланировать"),
    PhoneCell("+7 (916) 000-41-27"),
    MoneyCell("640 000 ₽"),
    PersonCell("Ольга Кравцова", 3),
    TagCell((("VIP", "warn"), ("Повтор", "grey"))),
    PaidCell(0.5, 0.2, "50 %"),
    TextCell("слова", "вторая"),
)


class Model(QAbstractTableModel):
    checked = frozenset({2})
    loading = frozenset({3})

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 5

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(CELLS)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Role.CELL:
            return None if index.row() in self.loading else CELLS[index.column()]
        return index.row() in self.checked if role == Role.CHECKED else None


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> Iterator[TableView]:
    theme().apply(qapp, "light", Density.DEFAULT)
    view = TableView()
    qtbot.addWidget(view)
    view.setModel(Model(view))
    view.set_cells([type(cell) for cell in CELLS])
    view.resize(1500, 300)
    view.show()
    yield view
    theme().apply(qapp, "light", Density.DEFAULT)


def _ground(table: TableView, row: int) -> str:
    place = table.visualRect(table.model().index(row, 2)).topRight() - QPoint(2, -3)
    return table.viewport().grab().toImage().pixelColor(place).name()


def test_every_kind_of_cell_has_a_painter() -> None:
    assert {type(cell) for cell in CELLS} == set(PAINTERS)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_cell_is_painted_and_a_row_not_read_yet_is_empty(table: TableView, qapp: QApplication, mode: str) -> None:
    theme().apply(qapp, "dark" if mode == "dark" else "light")
    image = table.viewport().grab().toImage()
    ground = theme().colors.surface
    for column in range(len(CELLS)):
        for row, painted in ((0, True), (3, False)):
            rect = table.visualRect(table.model().index(row, column)).adjusted(0, 1, 0, -2)
            colors = {
                image.pixel(x, y) for x in range(rect.left(), rect.right()) for y in range(rect.top(), rect.bottom())
            }
            assert (colors != {ground.rgb()}) is painted, (column, row)


def test_ground_tells_checked_hovered_and_plain_rows(table: TableView) -> None:
    table._hover(1)
    colors = theme().colors
    assert [_ground(table, row) for row in range(3)] == [
        colors.surface.name(), colors.hover.name(), colors.sel.name()
    ]  # fmt: skip


def test_current_row_has_an_accent_bar(table: TableView) -> None:
    table.setCurrentIndex(table.model().index(1, 2))
    image = table.viewport().grab().toImage()
    middle = table.rowViewportPosition(1) + 20
    assert image.pixelColor(1, middle) == theme().colors.accent
    assert image.pixelColor(5, middle) != theme().colors.accent


def test_enter_opens_and_space_checks(table: TableView, qtbot: QtBot) -> None:
    table.setCurrentIndex(table.model().index(1, 2))
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args[0].row() == 1
    with qtbot.waitSignal(table.check_toggled) as checked:
        qtbot.keyClick(table, Qt.Key.Key_Space)
    assert checked.args[0].row() == 1


def test_click_on_the_box_checks_and_on_the_link_plans(table: TableView, qtbot: QtBot) -> None:
    model = table.model()
    with qtbot.waitSignal(table.check_toggled):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(model.index(1, 0)).center())
    cell = table.visualRect(model.index(1, 4))
    with qtbot.waitSignal(table.link_clicked):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell.left() + 40, cell.bottom() - 12))


def test_letters_are_left_to_commands(table: TableView, qtbot: QtBot) -> None:
    table.setCurrentIndex(table.model().index(1, 2))
    qtbot.keyClick(table, Qt.Key.Key_C)
    assert table.currentIndex().row() == 1


def test_quick_actions_stand_over_the_hovered_row(table: TableView, qtbot: QtBot) -> None:
    table.set_quick_actions((QuickAction("call", "call", "Call"), QuickAction("plan", "plus", "Plan", "Activity")))
    table._hover(2)
    assert table._quick is not None
    assert table._quick.isVisible()
    assert table._quick.geometry().center().y() == pytest.approx(table.rowViewportPosition(2) + 22, abs=2)
    with qtbot.waitSignal(table.quick_action) as pressed:
        table._quick.findChildren(QAbstractButton)[1].click()
    assert (pressed.args[0], pressed.args[1].row()) == ("plan", 2)
    table._hover(-1)
    assert table._quick.isHidden()


@pytest.mark.parametrize(("density", "height"), [(Density.DEFAULT, 44), (Density.COMPACT, 36), (Density.LARGE, 53)])
def test_row_height_follows_the_density(table: TableView, qapp: QApplication, density: Density, height: int) -> None:
    theme().apply(qapp, "light", density)
    assert table.rowHeight(0) == height


def test_header_box_asks_for_all(table: TableView, qtbot: QtBot) -> None:
    header = table.check_header()
    with qtbot.waitSignal(header.all_toggled):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(18, 16))


def test_row_at_the_top_stays_there_while_rows_come_above_it(qtbot: QtBot) -> None:
    model = QStandardItemModel(60, 1)
    table = TableView()
    table.setModel(model)
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    table.verticalScrollBar().setValue(20 * table.rowHeight(0) + 7)
    top, place = QPersistentModelIndex(model.index(20, 0)), table.rowViewportPosition(20)
    for _ in range(3):
        model.insertRow(0, QStandardItem("new"))
    assert (table.rowAt(0), table.rowViewportPosition(top.row())) == (23, place)
    model.removeRows(0, 10)
    assert table.rowAt(0) == top.row() == 13


def test_new_rows_are_seen_by_who_stands_at_the_top(qtbot: QtBot) -> None:
    model = QStandardItemModel(60, 1)
    table = TableView()
    table.setModel(model)
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    model.insertRow(0, QStandardItem("new"))
    assert table.rowAt(0) == 0
