"""Windows and columns stand where they stood."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from app.qtbase.window_state import JsonStateStore, MemoryStateStore, remember_columns, remember_window


def test_file_keeps_values_for_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "state.json"
    JsonStateStore(path).set("window/main", "x")
    assert JsonStateStore(path).get("window/main") == "x"


def test_broken_file_counts_as_empty_and_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    path.write_text("{", encoding="utf-8")
    store = JsonStateStore(path)
    assert store.get("a") is None
    store.set("a", "b")
    assert JsonStateStore(path).get("a") == "b"


def test_window_comes_back_where_it_was(qtbot: QtBot) -> None:
    store = MemoryStateStore()
    first = QWidget()
    remember_window(first, "card", store)
    first.setGeometry(60, 50, 444, 333)
    first.show()
    first.close()
    second = QWidget()
    remember_window(second, "card", store)
    assert second.geometry().size() == first.geometry().size()
    assert second.geometry().topLeft() == first.geometry().topLeft()


def test_columns_come_back_with_width_order_and_sorting(qtbot: QtBot) -> None:
    store = MemoryStateStore()
    tables = [QTableWidget(1, 3), QTableWidget(1, 3)]
    for table in tables:
        qtbot.addWidget(table)
    header = tables[0].horizontalHeader()
    remember_columns(header, "leads", store)
    header.setSectionsMovable(True)
    header.resizeSection(1, 177)
    header.moveSection(2, 0)
    header.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: store.get("columns/leads") is not None)
    remember_columns(tables[1].horizontalHeader(), "leads", store)
    again = tables[1].horizontalHeader()
    assert again.sectionSize(1) == 177
    assert again.logicalIndex(0) == 2
    assert again.sortIndicatorSection() == 1
    assert again.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_rubbish_in_the_store_is_ignored(qtbot: QtBot) -> None:
    store = MemoryStateStore()
    store.set("window/card", "not base 64!")
    window = QWidget()
    qtbot.addWidget(window)
    remember_window(window, "card", store)
