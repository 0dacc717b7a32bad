"""The rows of My activities: groups, pages, time that passes, and rows that keep their place."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.core.changes import Changes
from app.core.clock import FixedClock
from app.core.kinds import ActivityKind, ActivityState
from app.qtmodels.agenda_model import PAGE, AgendaColumn, AgendaModel, View
from app.qtmodels.roles import CheckCell, GroupHeading, Mark, Role, State, TextCell
from app.services.records.activities import ActivityRecord, Agenda, AgendaGroup, ClientRef
from app.services.records.lists import IdVector
from app.services.registry import Dictionaries, Registry
from tests.support.asynchronous import until

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2025, 11, 18, 8, 42, tzinfo=UTC)
"""Tuesday, 11:42 in Moscow."""


def moscow(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 11, day, hour, minute, tzinfo=MOSCOW).astimezone(UTC)


def vector(ids: Iterable[int]) -> IdVector:
    return np.array(list(ids), dtype=np.int64)


class Office:
    """A clock, a zone, no dictionaries."""

    def __init__(self, clock: FixedClock) -> None:
        self.zone = MOSCOW
        self._clock = clock
        empty = Dictionaries(
            {}, frozenset(), {}, {}, {}, {}, {}, {}, {}, call_results=(), subjects={}, rules=(), settings={}
        )
        self.registry = Registry(empty)

    def now(self) -> datetime:
        return self._clock.now()


class Source:
    """Activities in memory, grouped as the service groups them."""

    def __init__(self, clock: FixedClock, records: Sequence[ActivityRecord] = ()) -> None:
        self._clock = clock
        self.records = {record.id: record for record in records}
        self.asked: list[list[int]] = []
        self.gone: set[int] = set()

    async def agenda(self, employee_id: int | None = None) -> Agenda:
        now = self._clock.now()
        midnight = moscow(19, 0) if now < moscow(19, 0) else moscow(20, 0)
        next_midnight = midnight + timedelta(days=1)
        planned = sorted(
            (one for one in self.records.values() if one.state is ActivityState.PLANNED and self._of(one, employee_id)),
            key=lambda one: (one.starts_at, one.id),
        )
        edges = (datetime.min.replace(tzinfo=UTC), now, midnight, next_midnight, datetime.max.replace(tzinfo=UTC))
        groups = [
            AgendaGroup(code, vector(one.id for one in planned if begin <= one.starts_at < end))
            for code, (begin, end) in zip(("overdue", "today", "tomorrow", "later"), pairwise(edges), strict=True)
        ]
        soonest = min((one.starts_at for one in planned if now <= one.starts_at < midnight), default=None)
        boundary = midnight if soonest is None else soonest + timedelta(microseconds=1)
        return Agenda(*groups, next_boundary=boundary)

    async def done_today(self, employee_id: int | None = None) -> IdVector:
        done = (one.id for one in self.records.values() if one.state is ActivityState.DONE)
        return vector(done)

    async def rows(self, ids: Sequence[int] | IdVector) -> tuple[ActivityRecord, ...]:
        self.asked.append([int(one) for one in ids])
        return tuple(self.records[int(one)] for one in ids if int(one) in self.records.keys() - self.gone)

    @staticmethod
    def _of(record: ActivityRecord, employee_id: int | None) -> bool:
        return record.responsible_id == (employee_id or 1)


def record(number: int, starts_at: datetime, **changed: object) -> ActivityRecord:
    plain = ActivityRecord(
        id=number,
        kind=ActivityKind.CALL,
        subject=f"Шаг {number}",
        description="",
        starts_at=starts_at,
        minutes=15,
        place="",
        place_id=None,
        state=ActivityState.PLANNED,
        confirmed_at=None,
        result=None,
        result_comment="",
        responsible_id=1,
        client=ClientRef("lead", number),
        client_name=f"Клиент {number}",
        client_phone=None,
        stage_id=None,
        reminders=(),
        completed_at=None,
        version=1,
    )
    return replace(plain, **changed)  # type: ignore[arg-type]  # a test's own names


class Bench:
    """A model over a source and a clock, checked by Qt's own tester."""

    def __init__(self, records: Sequence[ActivityRecord]) -> None:
        self.clock = FixedClock(NOW)
        self.source = Source(self.clock, records)
        self.owner = QObject()
        self.model = AgendaModel(self.source, self._matching, Office(self.clock), self.owner)
        self.tester = QAbstractItemModelTester(self.model, QAbstractItemModelTester.FailureReportingMode.Warning)
        self.loads = 0
        self.model.loaded.connect(self._count)

    async def load(self) -> None:
        before = self.loads
        self.model.reload()
        await until(lambda: self.loads > before)

    async def see(self) -> list[str]:
        """Every row as a reader hears it, once all of them are read."""
        indexes = [self.model.index(row, AgendaColumn.SUBJECT) for row in range(self.model.rowCount())]
        for index in indexes:
            self.model.data(index, Role.CELL)
        await until(lambda: all(self.model.data(index, Qt.ItemDataRole.AccessibleTextRole) for index in indexes))
        return [str(self.model.data(index, Qt.ItemDataRole.AccessibleTextRole)) for index in indexes]

    def _count(self) -> None:
        self.loads += 1

    async def _matching(self, text: str, employee_id: int | None) -> IdVector:
        return vector(one.id for one in self.source.records.values() if text in one.client_name)


USUAL = (
    record(1, moscow(14, 12)),
    record(2, moscow(17, 16)),
    record(3, moscow(18, 11, 45)),
    record(4, moscow(18, 15), kind=ActivityKind.MEETING, confirmed_at=NOW),
    record(5, moscow(19, 11)),
    record(6, moscow(24, 15, 30)),
    record(7, moscow(18, 9), state=ActivityState.DONE, completed_at=moscow(18, 9, 10)),
)


@pytest.fixture
def bench(qapp: QApplication) -> Bench:
    return Bench(USUAL)


async def test_groups_stand_in_order_with_their_counts_and_times(bench: Bench) -> None:
    await bench.load()
    assert await bench.see() == [
        "Overdue, 2 activities",
        "Fri 14.11, 12:00, Call, Шаг 1, 3 days, Клиент 1",
        "Yesterday, 16:00, Call, Шаг 2, 19 h, Клиент 2",
        "Today, Tuesday 18 November, 2 activities",
        "11:45, Call, Шаг 3, in 3 min, Клиент 3",
        "15:00, Meeting, Шаг 4, confirmed, Клиент 4",
        "Tomorrow, Wednesday 19 November, 1 activity",
        "11:00, Call, Шаг 5, Клиент 5",
        "Later, 1 activity",
        "Mon 24.11, 15:30, Call, Шаг 6, Клиент 6",
    ]


async def test_cells_say_how_pressing_a_row_is(bench: Bench) -> None:
    await bench.load()
    await bench.see()
    overdue, heading = bench.model.row_of(1), bench.model.heading_rows()[0]
    assert bench.model.data(bench.model.index(overdue, AgendaColumn.CHECK), Role.CELL) == CheckCell(checked=False)
    when = bench.model.data(bench.model.index(overdue, AgendaColumn.WHEN), Role.CELL)
    assert isinstance(when, TextCell)
    assert when.mark is Mark.DANGER
    found = bench.model.data(bench.model.index(heading, AgendaColumn.CHECK), Role.GROUP)
    assert found == GroupHeading("Overdue", 2, State.OVERDUE, "overdue", folded=False)


async def test_activity_becomes_overdue_when_its_minute_passes(bench: Bench) -> None:
    await bench.load()
    assert bench.model.count("overdue") == 2
    assert bench.model.clock.isActive()
    assert bench.model.clock.interval() <= 60_100
    bench.clock.move_to(moscow(18, 11, 45) + timedelta(seconds=1))
    before = bench.loads
    bench.model.clock.timeout.emit()
    await until(lambda: bench.loads > before)
    assert bench.model.count("overdue") == 3
    assert "Today, 11:45, Call, Шаг 3, 0 min, Клиент 3" in await bench.see()


async def test_words_follow_the_clock_within_a_group(bench: Bench) -> None:
    await bench.load()
    await bench.see()
    changed: list[tuple[int, int]] = []
    bench.model.dataChanged.connect(lambda first, last: changed.append((first.column(), last.column())))
    bench.clock.move_to(moscow(18, 11, 43))
    bench.model.clock.timeout.emit()
    assert changed == [(AgendaColumn.STATE, AgendaColumn.STATE)]
    assert "11:45, Call, Шаг 3, in 2 min, Клиент 3" in await bench.see()


async def test_midnight_makes_tomorrows_rows_todays(bench: Bench) -> None:
    await bench.load()
    bench.clock.move_to(moscow(19, 0))
    await bench.load()
    assert [bench.model.count(group) for group in ("overdue", "today", "tomorrow", "later")] == [4, 1, 0, 1]
    assert "Today, Wednesday 19 November, 1 activity" in await bench.see()


async def test_rows_keep_their_place_while_others_go(bench: Bench) -> None:
    await bench.load()
    kept = QPersistentModelIndex(bench.model.index(bench.model.row_of(4), 0))
    bench.source.records[2] = replace(bench.source.records[2], state=ActivityState.DONE)
    bench.source.records[8] = record(8, moscow(20, 9))
    await bench.load()
    assert kept.isValid()
    assert bench.model.activity_id(kept) == 4
    assert bench.model.row_of(2) == -1
    assert bench.model.row_of(8) == bench.model.row_of(6) - 1


async def test_folded_group_keeps_its_heading_and_count(bench: Bench) -> None:
    await bench.load()
    assert bench.model.group_at(bench.model.index(0, 0)) == "overdue"
    bench.model.toggle_fold("overdue")
    assert (await bench.see())[:2] == [
        "Overdue, 2 activities, folded", "Today, Tuesday 18 November, 2 activities"
    ]  # fmt: skip
    bench.model.toggle_fold("overdue")
    assert bench.model.row_of(1) == 1


async def test_chips_show_their_groups_alone(bench: Bench) -> None:
    await bench.load()
    bench.model.show_view(View(groups=frozenset({"done", "today"})))
    assert await bench.see() == [
        "Today, Tuesday 18 November, 2 activities",
        "11:45, Call, Шаг 3, in 3 min, Клиент 3",
        "15:00, Meeting, Шаг 4, confirmed, Клиент 4",
        "Done today, 1 activity",
        "done, 09:10, Call, Шаг 7, Клиент 7",
    ]


async def test_text_narrows_rows_and_counts(bench: Bench) -> None:
    await bench.load()
    before = bench.loads
    bench.model.show_view(View(text="Клиент 5"))
    await until(lambda: bench.loads > before)
    assert [bench.model.count(group) for group in ("overdue", "today", "tomorrow", "later")] == [0, 0, 1, 0]
    assert len(await bench.see()) == 2


async def test_following_skips_headings_and_turns_back_at_the_end(bench: Bench) -> None:
    await bench.load()
    model = bench.model
    assert model.first_row() == 1
    assert model.following(model.index(model.row_of(2), 0)) == 3
    assert model.following(model.index(model.row_of(6), 0)) == 5
    assert model.following(QModelIndex()) == 0


async def test_long_agenda_is_read_by_pages(qapp: QApplication) -> None:
    bench = Bench([record(number, moscow(20, 9) + timedelta(minutes=number)) for number in range(1, 10_001)])
    await bench.load()
    assert bench.model.rowCount() == 10_001
    bench.model.data(bench.model.index(5_000, AgendaColumn.SUBJECT), Role.CELL)
    await until(lambda: bench.model.data(bench.model.index(5_000, AgendaColumn.SUBJECT), Role.CELL))
    asked = [ids for ids in bench.source.asked if 5_000 in ids]
    assert [len(ids) for ids in asked] == [PAGE]


async def test_what_may_not_be_read_is_asked_for_once(bench: Bench) -> None:
    bench.source.gone.add(1)
    await bench.load()
    index = bench.model.index(1, AgendaColumn.SUBJECT)
    for _ in range(3):
        assert bench.model.data(index, Role.CELL) is None
        await until(lambda: bench.model.record(bench.model.index(bench.model.row_of(2), 0)))
    assert sum(1 in ids for ids in bench.source.asked) == 1


async def test_only_changes_that_show_here_concern_it(bench: Bench) -> None:
    await bench.load()
    await bench.see()

    def changes(kind: str, *ids: int) -> Changes:
        return Changes(kind, frozenset(ids), "test", 1, "here")

    assert bench.model.concerns(changes("activity", 99))
    assert bench.model.concerns(changes("lead", 3))
    assert bench.model.concerns(changes("lead"))
    assert not bench.model.concerns(changes("lead", 99))
    assert not bench.model.concerns(changes("contact"))


ROWS = st.lists(st.integers(1, 30), unique=True, max_size=20)


@given(states=st.lists(ROWS, min_size=2, max_size=5))
async def test_any_exchange_ends_in_the_new_rows_and_keeps_what_stays(
    qapp: QApplication, states: list[list[int]]
) -> None:
    bench = Bench(())
    model = bench.model
    for before, after in pairwise(states):
        model._exchange(vector(before))
        marks = {key: QPersistentModelIndex(model.index(row, 0)) for row, key in enumerate(before)}
        model._exchange(vector(after))
        assert [model.activity_id(model.index(row, 0)) for row in range(model.rowCount())] == after
        common = [key for key in before if key in after]
        if common == [key for key in after if key in before]:
            assert all(marks[key].isValid() and model.activity_id(marks[key]) == key for key in common)
