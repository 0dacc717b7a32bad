"""Features and pages that note what is asked of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from app.core.kinds import ActivityKind
from app.services.records.activities import ClientRef
from app.services.records.lists import Filter
from app.services.records.values import Values
from app.views.navigator import Beginning, Page, PageStatus, ViewContext
from app.views.shell.features import Features


class PlainPage(Page):
    """Notes what the frame asks of it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[object] = []
        self.said = PageStatus("Leads: <b>0</b>")

    def status(self) -> PageStatus:
        return self.said

    def refresh(self) -> None:
        self.asked.append("refresh")

    def add(self) -> None:
        self.asked.append("add")

    def focus_filter(self) -> None:
        self.asked.append("filter")

    def apply_filter(self, chosen: Filter) -> None:
        self.asked.append(chosen)


class NotingFeatures:
    """Features that note what was opened, and one card that can refuse to close."""

    def __init__(self) -> None:
        self.opened: list[tuple[object, ...]] = []
        self.cards: list[QWidget] = []

    def page(self, _context: ViewContext) -> Page:
        return PlainPage()

    def card(self, _context: ViewContext, ref: ClientRef, neighbours: Sequence[int]) -> QWidget:
        self.opened.append(("card", ref, tuple(neighbours)))
        self.cards.append(QWidget())
        return self.cards[-1]

    async def plan(
        self, _context: ViewContext, _parent: QWidget, ref: ClientRef | None, _anchor: QRect | None,
        kind: ActivityKind | None, _begin: Beginning | None,
    ) -> None:  # fmt: skip
        self.opened.append(("plan", ref, kind))

    def note(self, name: str) -> Callable[..., object]:
        async def flow(_context: ViewContext, _parent: QWidget, *about: object) -> None:
            self.opened.append((name, *about))

        return flow

    async def new_lead(self, _context: ViewContext, _parent: QWidget, values: Values, _stage: int | None) -> None:
        self.opened.append(("new_lead", dict(values)))

    def settings(self, _context: ViewContext, page: str) -> QWidget:
        self.opened.append(("settings", page))
        return QWidget()

    def features(self) -> Features:
        names = (
            "new_deal",
            "new_contact",
            "change_activity",
            "complete_activity",
            "log_call",
            "comment",
            "move_stage",
            "convert",
            "imports",
            "undo_last",
            "last_operations",
            "bin",
            "duplicates",
            "profile",
        )
        return Features(
            pages=dict.fromkeys(("lead", "deal", "contact", "activity"), self.page),
            card=self.card,
            new_lead=self.new_lead,
            plan_activity=self.plan,
            settings=self.settings,
            **{name: self.note(name) for name in names},
        )
