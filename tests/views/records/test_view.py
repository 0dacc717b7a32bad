"""The views of a page beside its list: none is made before somebody looks at it."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.views.records.view import LIST, RecordView, ViewOffer, ViewStack
from app.views.widgets.buttons import Segment


class Board(RecordView):
    """Notes what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.stored: dict[str, object] = {}

    def restore(self, stored: dict[str, object]) -> None:
        self.stored = stored


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


def _stack(page: QWidget, made: list[Board]) -> ViewStack:
    def make(_offer: ViewOffer) -> RecordView:
        made.append(Board())
        return made[-1]

    offer = ViewOffer(lambda: Segment("board", "Board", "kanban"), lambda _context, _spec: Board())
    return ViewStack(QWidget(), [offer], make, page)


def test_a_view_is_made_when_first_shown_and_then_kept(page: QWidget) -> None:
    made: list[Board] = []
    stack = _stack(page, made)
    stack.restore({"order": "date"}, LIST)
    assert [segment.id for segment in stack.segments()] == [LIST, "board"]
    assert made == []
    stack.bring("board")
    stack.bring(LIST)
    stack.bring("board")
    assert len(made) == 1
    assert stack.front is made[0] is stack.currentWidget()
    assert made[0].stored == {"order": "date"}
    assert stack.code() == "board"


def test_a_view_that_was_in_front_is_there_at_the_start(page: QWidget) -> None:
    made: list[Board] = []
    stack = _stack(page, made)
    stack.restore({}, "board")
    assert stack.front is made[0]


def test_a_view_that_this_version_does_not_know_is_the_list(page: QWidget) -> None:
    stack = _stack(page, [])
    stack.restore({}, "hologram")
    assert (stack.front, stack.code()) == (None, LIST)
