"""The kanban's columns: cards read together by the page, moved live, selected by their ids."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.core.errors import Offline
from app.core.kinds import ActivityKind, StageKind
from app.qtmodels.board import PAGE, BoardModel
from app.qtmodels.board_column import BoardColumn
from app.qtmodels.board_words import BoardWriter
from app.qtmodels.record_words import RecordWriter
from app.qtmodels.roles import BoardCard, Role, State
from app.services.records.boards import CardOrder, StageColumn
from app.services.records.cells import NextActivity, PersonName
from app.services.records.lists import Column, Filter, IdVector, Rows
from app.services.records.office import StageRecord
from app.services.registry import Dictionaries, Registry
from tests.support.asynchronous import until

NOW = datetime(2025, 11, 18, 8, 45, tzinfo=UTC)
COLUMNS = tuple(Column(code, None, sortable=True) for code in ("name", "activity", "stage", "created"))
EVERYTHING = Filter()
NEW, THINKING, REFUSED = 1, 2, 3


def _stage(stage_id: int, kind: StageKind = StageKind.WORKING) -> StageRecord:
    return StageRecord(stage_id, "lead", f"s{stage_id}", f"Stage {stage_id}", kind, "blue", "", stage_id, 1, (), ())


STAGES = {NEW: _stage(NEW), THINKING: _stage(THINKING), REFUSED: _stage(REFUSED, StageKind.FAILURE)}


class Office:
    """As much of a workplace as words need."""

    registry = Registry(Dictionaries(STAGES, frozenset(), {}, {}, {}, {}, {}, {}, {}, (), {}, (), {}))
    zone = ZoneInfo("Europe/Moscow")
    currency = "RUB"

    def now(self) -> datetime:
        return NOW


class Shelf:
    """Cards by number in columns; notes what was read."""

    def __init__(self, **columns: Sequence[int]) -> None:
        self.stages: dict[int, list[int]] = {int(name[1:]): list(ids) for name, ids in columns.items()}
        self.starts: dict[int, datetime] = {}
        self.read: list[list[int]] = []
        self.trouble: Exception | None = None

    async def columns(self, section: str, chosen: Filter, order: CardOrder) -> Sequence[StageColumn]:
        return [
            StageColumn(
                stage,
                np.array(ids, dtype=np.int64),
                np.array([card in self.starts for card in ids], dtype=np.bool_),
                (),
            )
            for stage, ids in self.stages.items()
        ]

    async def rows(self, section: str, ids: Sequence[int] | IdVector, columns: Sequence[str]) -> Rows:
        if self.trouble is not None:
            raise self.trouble
        self.read.append([int(one) for one in ids])
        return [(card, *(self._value(card, code) for code in columns)) for card in self.read[-1]]

    def _value(self, card: int, code: str) -> object:
        match code:
            case "name":
                return PersonName(f"N{card}", "")
            case "stage":
                return next((stage for stage, ids in self.stages.items() if card in ids), None)
            case "created":
                return NOW - timedelta(minutes=card)
            case "activity" if card in self.starts:
                return NextActivity(card, ActivityKind.CALL, "Ring", self.starts[card], None, "", False)
        return None


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


async def _shown(owner: QObject, shelf: Shelf, order: CardOrder = "activity") -> BoardModel:
    office = Office()
    writer = BoardWriter(office, "lead", RecordWriter(office, "lead", COLUMNS))
    model = BoardModel(shelf, shelf, office, "lead", writer, owner)
    model.show_result(EVERYTHING, order)
    await until(lambda: model.is_loaded)
    return model


def _names(column: BoardColumn) -> list[str | None]:
    return [column.data(column.index(row)) for row in range(column.rowCount())]  # type: ignore[misc]  # names


async def test_cards_of_all_columns_in_view_are_read_by_one_query(owner: QObject) -> None:
    shelf = Shelf(s1=range(1, 1_000), s2=range(1_000, 3_000))
    model = await _shown(owner, shelf)
    first, second = model.columns
    assert first.data(first.index(0), Role.CARD) is None
    assert second.data(second.index(0), Role.CARD) is None
    await until(lambda: isinstance(second.data(second.index(0), Role.CARD), BoardCard))
    assert shelf.read == [[*range(1, PAGE + 1), *range(1_000, 1_000 + PAGE)]]


async def test_the_end_of_a_long_column_costs_one_page(owner: QObject) -> None:
    shelf = Shelf(s1=range(1, 1_000_001))
    column = (await _shown(owner, shelf)).columns[0]
    last = column.index(999_999)
    column.data(last, Role.CARD)
    await until(lambda: column.data(last) == "N1000000")
    assert len(shelf.read) == 1
    assert len(shelf.read[0]) <= PAGE


async def test_a_live_change_keeps_the_selection_and_the_place_in_view(owner: QObject) -> None:
    shelf = Shelf(s1=(5, 6, 7), s2=(8,))
    model = await _shown(owner, shelf)
    first, second = model.columns
    QAbstractItemModelTester(first, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.select((6, 8))
    held = QPersistentModelIndex(first.index(1))
    shelf.stages = {1: [9, 6, 7, 10], 2: [8, 5]}
    model.reload()
    await until(lambda: len(first.ids) == 4)
    assert held.row() == 1
    assert list(model.selected) == [6, 8]
    assert second.ids.tolist() == [8, 5]
    shelf.stages = {1: [9], 2: [5, 8]}
    model.reload()
    await until(lambda: len(first.ids) == 1)
    assert list(model.selected) == [8]
    assert not held.isValid()


async def test_any_live_changes_leave_a_sound_model(owner: QObject) -> None:
    generator = random.Random(3)
    shelf = Shelf(s1=range(20), s2=())
    model = await _shown(owner, shelf)
    for column in model.columns:
        QAbstractItemModelTester(column, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    for _ in range(40):
        cards = list(range(30))
        generator.shuffle(cards)
        cut, end = sorted((generator.randrange(30), generator.randrange(30)))
        shelf.stages = {1: cards[:cut], 2: cards[cut:end]}
        model.reload()
        await until(lambda: [column.ids.tolist() for column in model.columns] == list(shelf.stages.values()))


async def test_a_moved_card_stands_in_its_new_column_at_once(owner: QObject) -> None:
    shelf = Shelf(s1=(1, 2, 3), s2=(4, 5))
    shelf.starts = {2: NOW}
    model = await _shown(owner, shelf)
    first, second = model.columns
    model.move_now((2, 3), 2, 1)
    assert (first.ids.tolist(), second.ids.tolist()) == ([1], [4, 2, 3, 5])
    assert second.planned.tolist() == [False, True, False, False]
    model.move_now((2,), 2, 4)
    assert second.ids.tolist() == [4, 3, 5, 2]
    model.move_now((1, 99), 77, 0)
    assert model.count() == 4


async def test_a_column_comes_and_goes_with_what_is_found(owner: QObject) -> None:
    shelf = Shelf(s1=(1,))
    model = await _shown(owner, shelf)
    kept = model.columns[0]
    seen: list[int] = []
    model.columns_changed.connect(lambda: seen.append(len(model.columns)))
    shelf.stages = {1: [], 3: [1]}
    model.reload()
    await until(lambda: len(model.columns) == 2)
    assert seen == [2]
    assert model.columns[0] is kept
    assert model.column_of(1) is model.column(3)


async def test_a_card_lands_where_its_activity_puts_it(owner: QObject) -> None:
    shelf = Shelf(s1=(1, 2, 9), s2=(3, 4, 5))
    shelf.starts = {
        1: NOW + timedelta(hours=2),
        3: NOW - timedelta(hours=5),
        4: NOW + timedelta(hours=4),
        9: NOW + timedelta(days=3),
    }
    model = await _shown(owner, shelf)
    first, second = model.columns
    for column in model.columns:
        _names(column)
    await until(lambda: all(None not in _names(column) for column in model.columns))
    assert [model.landing_row(second, card) for card in (1, 2, 9)] == [1, 3, 3]
    assert model.landing_row(first, 1) == 0


async def test_selecting_spans_columns_and_ranges_stay_in_one(owner: QObject) -> None:
    model = await _shown(owner, Shelf(s1=range(10), s2=range(10, 20)))
    model.select_rows(model.columns[0], 4, 2)
    assert list(model.selected) == [2, 3, 4]
    model.toggle(15)
    model.toggle(3)
    assert list(model.selected) == [2, 4, 15]
    assert model.columns[1].data(model.columns[1].index(5), Role.CHECKED) is True


async def test_a_lost_connection_asks_again_when_looked_at(owner: QObject) -> None:
    shelf = Shelf(s1=(1,))
    model = await _shown(owner, shelf)
    errors: list[object] = []
    model.failed.connect(errors.append)
    shelf.trouble = Offline("offline")
    column = model.columns[0]
    column.data(column.index(0), Role.CARD)
    await until(lambda: bool(errors))
    shelf.trouble = None
    column.data(column.index(0), Role.CARD)
    await until(lambda: column.data(column.index(0)) == "N1")


async def test_a_card_says_what_presses_in_few_words(owner: QObject) -> None:
    shelf = Shelf(s1=(1, 2, 3, 4, 5))
    shelf.starts = {
        1: NOW - timedelta(hours=17),
        2: NOW + timedelta(minutes=3),
        3: NOW + timedelta(days=1),
        4: NOW + timedelta(days=2, hours=2),
    }
    column = (await _shown(owner, shelf)).columns[0]
    _names(column)
    await until(lambda: None not in _names(column))
    cards = [column.data(column.index(row), Role.CARD) for row in range(5)]
    assert [(card.state, card.strip) for card in cards if isinstance(card, BoardCard)] == [
        (State.OVERDUE, "Overdue · 17 h"),
        (State.TODAY, "Today 11:48 · 3 min"),
        (State.LATER, "Tomorrow 11:45"),
        (State.LATER, "Thu 20.11, 13:45"),
        (State.NONE, "No activity · plan one"),
    ]
    assert "N1" in str(column.data(column.index(0), Qt.ItemDataRole.AccessibleTextRole))
