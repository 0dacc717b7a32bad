"""Rows of a list of any size: read by pages, kept through changes, selected without being read."""

import asyncio
import random
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.core.errors import Offline
from app.qtmodels.checked_rows import CheckedRows
from app.qtmodels.record_list import AHEAD, PAGE, RecordListModel
from app.qtmodels.record_words import RecordWriter
from app.qtmodels.roles import CheckCell, NameCell, Role
from app.services.records.cells import PersonName
from app.services.records.lists import Column, Filter, IdVector, Rows, Sort
from app.services.registry import Dictionaries, Registry
from tests.support.asynchronous import until

TESTED = 1_000
"""Qt's tester looks at every cell after every signal, which is no way to look at a long list."""

COLUMNS = (Column("name", None, sortable=True), Column("phone", None, sortable=True))


class Office:
    """As much of a workplace as words need."""

    registry = Registry(Dictionaries({}, frozenset(), {}, {}, {}, {}, {}, {}, {}, (), {}, (), {}))
    zone = ZoneInfo("Europe/Moscow")
    currency = "RUB"

    def now(self) -> datetime:
        return datetime(2025, 11, 18, 8, 45, tzinfo=UTC)


class Shelf:
    """Records by number; notes which pages were read."""

    def __init__(self, ids: Sequence[int]) -> None:
        self.ids_now = list(ids)
        self.read: list[list[int]] = []
        self.names: dict[int, str] = {}
        self.trouble: Exception | None = None
        self.hold: asyncio.Event | None = None
        """What is read ahead waits for it."""

    async def ids(self, section: str, chosen: Filter, sort: Sort) -> IdVector:
        if self.trouble is not None:
            raise self.trouble
        return np.array(self.ids_now, dtype=np.int64)

    async def first_ids(self, section: str, chosen: Filter, sort: Sort, limit: int = 100) -> IdVector | None:
        return None

    async def rows(self, section: str, ids: Sequence[int] | IdVector, columns: Sequence[str]) -> Rows:
        if self.trouble is not None:
            raise self.trouble
        wanted = [int(one) for one in ids]
        self.read.append(wanted)
        if self.hold is not None and len(wanted) == AHEAD * PAGE:
            await self.hold.wait()
        return [
            (one, *(PersonName(self.names.get(one, f"N{one}"), "") if code == "name" else None for code in columns))
            for one in wanted
            if one in self.ids_now
        ]


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


async def _shown(owner: QObject, shelf: Shelf) -> RecordListModel:
    model = RecordListModel(shelf, "lead", RecordWriter(Office(), "lead", COLUMNS), owner)
    if len(shelf.ids_now) <= TESTED:
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.set_columns(("name", "phone"))
    model.show_result(Filter(), Sort("name"))
    await until(lambda: model.is_loaded)
    return model


def _shows(model: RecordListModel, ids: list[int]) -> bool:
    return model.ids.tolist() == ids


def _name(model: RecordListModel, row: int) -> str | None:
    cell = model.data(model.index(row, 1), Role.CELL)
    return cell.name if isinstance(cell, NameCell) else None


async def _read(model: RecordListModel, row: int) -> str:
    await until(lambda: _name(model, row) is not None)
    return _name(model, row) or ""


async def test_rows_are_read_by_the_page_that_is_looked_at(owner: QObject) -> None:
    shelf = Shelf(range(1, 1001))
    model = await _shown(owner, shelf)
    assert model.rowCount() == 1000
    assert await _read(model, 555) == "N556"
    assert [len(page) for page in shelf.read if 556 in page] == [PAGE]
    assert not any(1 in page and 556 in page for page in shelf.read)


async def test_a_million_rows_cost_no_more_than_a_page(owner: QObject) -> None:
    shelf = Shelf(range(1, 1_000_001))
    model = RecordListModel(shelf, "lead", RecordWriter(Office(), "lead", COLUMNS), owner)
    model.set_columns(("name",))
    model.show_result(Filter(), Sort("name"))
    await until(lambda: model.is_loaded)
    assert await _read(model, 500_000) == "N500001"
    await until(lambda: len(shelf.read) == 2)
    assert [(page[0], len(page)) for page in shelf.read] == [(500_001, PAGE), (500_001 + PAGE, AHEAD * PAGE)]
    model.check_all(True)
    model.toggle(model.index(3, 0))
    assert model.checked_count() == 999_999
    assert 4 not in model.checked_ids()[:10].tolist()


async def test_the_page_looked_at_last_is_read_first_and_those_passed_by_are_not(owner: QObject) -> None:
    shelf = Shelf(range(1, 100_001))
    model = await _shown(owner, shelf)
    for row in range(0, 50_000, PAGE):
        model.data(model.index(row, 1), Role.CELL)
    assert await _read(model, 49_900) == "N49901"
    await until(lambda: len(shelf.read) >= 3)
    assert shelf.read[0][-1] == 49_900 + PAGE
    assert len(shelf.read) <= 7


async def test_rows_that_could_not_be_read_are_asked_for_again(owner: QObject) -> None:
    shelf, told = Shelf(range(1, 2 * TESTED)), list[Exception]()
    model = await _shown(owner, shelf)
    model.failed.connect(told.append)
    shelf.trouble = Offline("no_connection")
    assert _name(model, 0) is None
    await until(lambda: told)
    shelf.trouble = None
    assert await _read(model, 0) == "N1"


@pytest.mark.parametrize("count", [200, 100_000])
async def test_rows_change_in_place_whatever_their_number(owner: QObject, count: int) -> None:
    shelf = Shelf(range(1, count + 1))
    model = await _shown(owner, shelf)
    kept = QPersistentModelIndex(model.index(count // 2, 1))
    record = model.id_at(kept)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    dice = random.Random(7)
    for step in range(8):
        ids = shelf.ids_now
        for number in sorted(dice.sample(range(len(ids)), 20), reverse=True):
            if ids[number] != record:
                del ids[number]
        for number in range(dice.randrange(40)):
            ids.insert(dice.randrange(len(ids)), 200_000 + step * 100 + number)
        if step == 5:
            ids.reverse()
        expected = list(ids)
        model.reload()
        await until(partial(_shows, model, expected))
        assert model.id_at(kept) == record
    assert resets == []


async def test_current_row_stays_with_its_record_while_others_come_and_go(owner: QObject) -> None:
    shelf = Shelf([1, 2, 3, 4, 5])
    model = await _shown(owner, shelf)
    kept, gone = QPersistentModelIndex(model.index(3, 1)), QPersistentModelIndex(model.index(1, 1))
    shelf.ids_now = [9, 8, 4, 1, 7, 3, 6]
    model.reload()
    await until(lambda: model.rowCount() == 7)
    assert model.data(QModelIndex(model.index(kept.row(), 1)), Role.ID) == 4
    assert not gone.isValid()
    shelf.ids_now = [4]
    model.reload()
    await until(lambda: model.rowCount() == 1)
    assert kept.row() == 0
    shelf.ids_now = []
    model.reload()
    await until(lambda: model.rowCount() == 0)


async def test_changed_row_is_read_again_and_the_old_one_stays_meanwhile(owner: QObject) -> None:
    shelf = Shelf([1, 2])
    model = await _shown(owner, shelf)
    assert await _read(model, 0) == "N1"
    shelf.names[1] = "Changed"
    model.rows_changed(frozenset({1}))
    assert _name(model, 0) == "N1"
    await until(lambda: _name(model, 0) == "Changed")


async def test_selection_lasts_through_sorting_and_ends_with_another_filter(owner: QObject) -> None:
    shelf = Shelf([1, 2, 3])
    model = await _shown(owner, shelf)
    model.toggle(model.index(1, 0))
    assert model.data(model.index(1, 0), Role.CELL) == CheckCell(True)
    shelf.ids_now = [3, 2, 1]
    model.show_result(Filter(), Sort("name", descending=True))
    await until(lambda: model.ids.tolist() == [3, 2, 1])
    assert model.checked_ids().tolist() == [2]
    model.show_result(Filter(text="x"), Sort("name"))
    assert model.checked_count() == 0


async def test_selected_record_that_is_gone_is_no_longer_selected(owner: QObject) -> None:
    shelf = Shelf([1, 2, 3])
    model = await _shown(owner, shelf)
    model.check_rows(2, 0)
    shelf.ids_now = [1, 3]
    model.reload()
    await until(lambda: model.rowCount() == 2)
    await until(lambda: model.checked_count() == 2)


async def test_trouble_is_told_and_what_was_shown_stays(owner: QObject) -> None:
    shelf, told = Shelf([1, 2]), list[Exception]()
    model = await _shown(owner, shelf)
    model.failed.connect(told.append)
    shelf.trouble = Offline("no_connection")
    model.reload()
    await until(lambda: told)
    assert model.rowCount() == 2


async def test_headings_and_spoken_words_are_there_for_every_column(owner: QObject) -> None:
    model = await _shown(owner, Shelf([1]))
    await _read(model, 0)
    words = [model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]
    assert words == ["", "Lead", "Phone"]
    assert model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole) == "N1"


@pytest.mark.parametrize("everything", [False, True])
def test_selected_ones_come_in_the_order_of_the_list(everything: bool) -> None:
    checked, found = CheckedRows(), np.array([5, 3, 9, 1], dtype=np.int64)
    if everything:
        checked.all_found()
    checked.toggle(3)
    checked.toggle(1)
    expected = [5, 9] if everything else [3, 1]
    assert checked.ids(found).tolist() == expected
    assert checked.count(len(found)) == 2
    assert [one for one in found.tolist() if one in checked] == expected


async def test_a_jump_reads_the_rows_in_view_and_no_others_at_once(owner: QObject) -> None:
    shelf = Shelf(range(1, 100_001))
    model = await _shown(owner, shelf)
    shelf.read.clear()
    for row in range(49_990, 50_032):
        assert model.cells(row)[1] is None
    await until(lambda: shelf.read)
    assert (shelf.read[0][0], shelf.read[0][-1]) == (49_991, 50_040)


async def test_what_comes_into_view_does_not_wait_for_rows_read_ahead(owner: QObject) -> None:
    shelf = Shelf(range(1, 100_001))
    model = await _shown(owner, shelf)
    shelf.hold = asyncio.Event()
    await _read(model, 0)
    await until(lambda: len(shelf.read) == 2)
    assert await _read(model, 50_000) == "N50001"
    shelf.hold.set()
