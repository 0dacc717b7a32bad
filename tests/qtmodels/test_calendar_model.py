"""The calendar's rows under live changes: what stays keeps its row, the newest question wins, time makes overdue."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.core.changes import Changes
from app.core.errors import Offline
from app.core.kinds import ActivityKind, ActivityState
from app.qtmodels.calendar_model import CalendarModel
from app.qtmodels.calendar_words import CalendarBlock
from app.qtmodels.roles import Role
from app.services.records.activities import ClientRef
from app.services.records.calendar import CalendarDay, CalendarItem, CalendarPage, CalendarQuestion
from app.services.records.office import EmployeeRecord
from app.services.registry import Dictionaries, Registry
from tests.support.asynchronous import until

DAY = date(2025, 11, 18)
QUESTION = CalendarQuestion("activity", DAY, DAY)
ITEM = CalendarItem(
    "activity", 1, DAY, None, 15, "Call back", ClientRef("lead", 7), "Кац Анна", 1, None, 1,
    kind=ActivityKind.CALL, state=ActivityState.PLANNED,
)  # fmt: skip
OLGA = EmployeeRecord(1, "Кравцова Ольга", "Кравцова О.", "ОК", None, "manager", active=True, invited=True)


class Office:
    """As much of a workplace as words need."""

    registry = Registry(Dictionaries({}, frozenset(), {}, {}, {}, {}, {}, {1: OLGA}, {}, (), {}, (), {}))
    zone = ZoneInfo("Europe/Moscow")
    moment = datetime(2025, 11, 18, 8, 45, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment


class Source:
    """Items that a test exchanges."""

    def __init__(self) -> None:
        self.items: list[CalendarItem] = []
        self.broken = False

    async def page(self, question: CalendarQuestion) -> CalendarPage:
        if self.broken:
            raise Offline("no_connection")
        return CalendarPage((CalendarDay(question.first, True, len(self.items), tuple(self.items)),))


def at(number: int, minute: int) -> CalendarItem:
    return replace(ITEM, id=number, starts_at=datetime(2025, 11, 18, 6, tzinfo=UTC) + timedelta(minutes=minute))


async def test_rows_stay_whole_while_items_come_go_and_move(qtbot: QtBot) -> None:
    parent, source, chance = QObject(), Source(), random.Random(3)
    model = CalendarModel(source, Office(), parent)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.ask(QUESTION)
    for _ in range(40):
        numbers = chance.sample(range(1, 15), chance.randrange(12))
        source.items = sorted(
            (at(number, chance.randrange(600)) for number in numbers), key=lambda one: (one.starts_at, one.id)
        )
        await model.read_again()
        assert model.items == source.items
    assert tester.model() is model


async def test_an_item_that_stays_keeps_its_index(qtbot: QtBot) -> None:
    parent, source = QObject(), Source()
    model = CalendarModel(source, Office(), parent)
    source.items = [at(1, 0), at(2, 60), at(3, 120)]
    model.ask(QUESTION)
    await until(lambda: model.rowCount() == 3)
    kept = QPersistentModelIndex(model.index(1))
    source.items = [at(9, 10), at(2, 60)]
    await model.read_again()
    assert (kept.row(), kept.data(Role.ID)) == (1, 2)


async def test_an_item_is_overdue_from_the_minute_its_start_passes(qtbot: QtBot) -> None:
    parent, source, office = QObject(), Source(), Office()
    model = CalendarModel(source, office, parent)
    source.items = [at(1, 170)]
    model.ask(QUESTION)
    await until(lambda: model.rowCount() == 1)
    block = model.index(0).data(Role.CELL)
    assert isinstance(block, CalendarBlock)
    assert (block.look, block.time, block.short) == ("planned", "11:50", "Кац А.")
    office.moment = datetime(2025, 11, 18, 8, 50, tzinfo=UTC)
    model.words_changed()
    assert model.block(source.items[0]).look == "overdue"


async def test_lost_connection_keeps_what_is_shown_and_says_so(qtbot: QtBot) -> None:
    parent, source, said = QObject(), Source(), list[object]()
    model = CalendarModel(source, Office(), parent)
    model.failed.connect(said.append)
    source.items = [at(1, 0)]
    model.ask(QUESTION)
    await until(lambda: model.rowCount() == 1)
    source.broken = True
    model.reload()
    await until(lambda: bool(said))
    assert (model.rowCount(), type(said[0])) == (1, Offline)


async def test_only_changes_that_may_show_concern_it(qtbot: QtBot) -> None:
    parent, source = QObject(), Source()
    model = CalendarModel(source, Office(), parent)
    source.items = [at(1, 0)]
    model.ask(QUESTION)
    await until(lambda: model.rowCount() == 1)

    def concerned(kind: str, *ids: int) -> bool:
        return model.concerns(Changes(kind, frozenset(ids), "x", 1, "x"))

    assert concerned("activity", 99)
    assert concerned("lead", 7)
    assert not concerned("lead", 8)
    assert not concerned("payment", 1)
