"""The timeline as a list: headings of days, pages backwards, pinned lines first, rows that stay."""

from collections.abc import AsyncIterator, Collection, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import QApplication

from app.core.kinds import TimelineKind
from app.db.opening import open_database
from app.qtmodels.roles import DayHeading, Role, TimelineEntry
from app.qtmodels.timeline_model import PAGE, TimelineModel
from app.qtmodels.timeline_words import TimelineWriter
from app.services.records.activities import ClientRef, TimelineRecord
from app.services.workplace import Workplace
from tests.support.asynchronous import until
from tests.support.office import make_office

REF = ClientRef("deal", 7)
START = datetime(2025, 11, 18, 8, 0, tzinfo=UTC)


def line(number: int, kind: TimelineKind = TimelineKind.COMMENT, **changed: object) -> TimelineRecord:
    """The lines come eight hours apart, the newest has the highest number."""
    values: dict[str, object] = {
        "id": number, "at": START - timedelta(hours=8 * (1_000 - number)), "kind": kind, "author_id": 1,
        "body": f"строка {number}", "params": {}, "pinned": False, "edited": False, "lead_id": None, "deal_id": 7,
        "contact_id": None,
    }  # fmt: skip
    return TimelineRecord(**{**values, **changed})  # type: ignore[arg-type]  # a test's own names


class Lines:
    """In place of the service."""

    def __init__(self, *records: TimelineRecord) -> None:
        self.records = sorted(records, key=lambda one: one.id, reverse=True)
        self.asked: list[int | None] = []

    async def of_client(
        self, ref: ClientRef, kinds: Collection[TimelineKind] | None = None, before: int | None = None, limit: int = 100
    ) -> tuple[TimelineRecord, ...]:
        self.asked.append(before)
        found = [one for one in self.records if kinds is None or one.kind in kinds]
        return tuple(one for one in found if before is None or one.id < before)[:limit]

    async def pinned(self, ref: ClientRef) -> tuple[TimelineRecord, ...]:
        return tuple(one for one in self.records if one.pinned)


@pytest.fixture
async def workplace(sqlite_url: str) -> AsyncIterator[Workplace]:
    database = await open_database(sqlite_url)
    yield await make_office(database)
    await database.close()


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


async def loaded(lines: Lines, workplace: Workplace, owner: QObject) -> TimelineModel:
    model = TimelineModel(lines, TimelineWriter(workplace, REF.section, REF.id), REF, owner)
    seen: list[bool] = []
    model.loaded.connect(lambda: seen.append(True))
    model.load()
    await until(lambda: bool(seen))
    return model


def items(model: TimelineModel) -> list[DayHeading | TimelineEntry]:
    return [model.index(row, 0).data(Role.ENTRY) for row in range(model.rowCount())]


async def test_each_day_is_headed_once(workplace: Workplace, owner: QObject) -> None:
    model = await loaded(Lines(*(line(number) for number in range(995, 1_001))), workplace, owner)
    headings = [one.text for one in items(model) if isinstance(one, DayHeading)]
    assert len(headings) == len(set(headings)) == 3
    assert headings[0].startswith("Today")
    assert [one.id for one in items(model) if isinstance(one, TimelineEntry)] == [1_000, 999, 998, 997, 996, 995]


async def test_older_lines_are_read_in_pages(workplace: Workplace, owner: QObject) -> None:
    lines = Lines(*(line(number) for number in range(700, 1_001)))
    model = await loaded(lines, workplace, owner)
    assert model.canFetchMore(QModelIndex())
    for _ in range(5):
        if model.canFetchMore(QModelIndex()):
            before = model.rowCount()
            model.fetchMore(QModelIndex())
            await until(lambda before=before: model.rowCount() > before)  # type: ignore[misc]  # bound at once
    entries = [one for one in items(model) if isinstance(one, TimelineEntry)]
    assert [one.id for one in entries] == list(range(1_000, 699, -1))
    assert lines.asked == [None, 901, 801, 701]
    assert len(entries) > 3 * PAGE


async def test_new_line_comes_at_the_top_and_no_row_is_lost(workplace: Workplace, owner: QObject) -> None:
    lines = Lines(*(line(number) for number in range(990, 1_000)))
    model = await loaded(lines, workplace, owner)
    removed: list[tuple[int, int]] = []
    inserted: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda _parent, first, last: removed.append((first, last)))
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    model.modelReset.connect(lambda: removed.append((-1, -1)))
    lines.records.insert(0, line(1_000))
    model.load()
    await until(lambda: bool(inserted))
    assert removed == []
    assert inserted == [(1, 1)]


async def test_pinned_lines_stand_first_and_only_there(workplace: Workplace, owner: QObject) -> None:
    model = await loaded(Lines(line(1_000), line(999), line(990, pinned=True)), workplace, owner)
    shown = items(model)
    assert isinstance(shown[0], DayHeading)
    assert shown[0].text == "Pinned"
    assert [one.id for one in shown if isinstance(one, TimelineEntry)] == [990, 1_000, 999]


async def test_filter_leaves_its_kinds_only(workplace: Workplace, owner: QObject) -> None:
    stages = [one.id for one in workplace.registry.stages("deal")]
    moved = line(998, TimelineKind.STAGE, params={"before": stages[0], "after": stages[1]}, body="")
    model = await loaded(Lines(line(1_000), line(999), moved), workplace, owner)
    model.set_kinds(frozenset({TimelineKind.STAGE}))
    await until(lambda: model.rowCount() == 2)
    (entry,) = [one for one in items(model) if isinstance(one, TimelineEntry)]
    assert entry.arrow
    assert [words for words, _tone in entry.tags] == [one.name for one in workplace.registry.stages("deal")[:2]]
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert " → ".join(words for words, _tone in entry.tags) in spoken


async def test_lines_of_the_lead_carry_its_tag_on_a_deal(workplace: Workplace, owner: QObject) -> None:
    model = await loaded(Lines(line(1_000), line(999, lead_id=3, deal_id=None)), workplace, owner)
    tags = [one.tags for one in items(model) if isinstance(one, TimelineEntry)]
    assert tags == [(), (("Lead No. 3", "grey"),)]


async def test_a_stage_of_the_lead_does_not_lead_to_the_lead_s_tag(workplace: Workplace, owner: QObject) -> None:
    first, second = workplace.registry.stages("lead")[:2]
    params = {"before": first.id, "after": second.id}
    moved = line(999, TimelineKind.STAGE, params=params, body="", lead_id=3, deal_id=None)
    model = await loaded(Lines(line(1_000), moved), workplace, owner)
    (spoken,) = [
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for row, item in enumerate(items(model))
        if isinstance(item, TimelineEntry) and item.id == 999
    ]
    assert f"{first.name} → {second.name}, Lead No. 3" in spoken
