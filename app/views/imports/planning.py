"""Carries out what the panel asked: plans, shows how far it is, takes back."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QCoreApplication

from app.core.errors import UserError
from app.qtbase import i18n
from app.services.importing.first_calls import FirstCalls
from app.services.importing.first_calls.records import Planned, Progress
from app.views.imports.dialog import RUN, ImportDialog
from app.views.imports.first_calls.panel import PARK

Stopped = Callable[[], bool]


class FirstCallsFlow:
    """One import's first calls within the wizard."""

    def __init__(self, service: FirstCalls, dialog: ImportDialog) -> None:
        self._service = service
        self._dialog = dialog
        self._import_id = ""
        self._plan_id: str | None = None
        self._stopping = False

    async def offer(self, import_id: str) -> bool:
        """Show the panel where leads of the import wait for a call; whether they do."""
        outlook = await self._service.outlook(import_id)
        self._import_id, self._plan_id = import_id, None
        if outlook.waiting:
            self._dialog.running.calls.show_outlook(outlook)
        self._dialog.offer_calls(offered=outlook.waiting > 0)
        return outlook.waiting > 0

    async def open(self, import_id: str) -> None:
        """Begin with the calls of an earlier import."""
        self._dialog.running.clear()
        self._dialog.show_step(RUN)
        if not await self.offer(import_id):
            raise UserError("first_calls_none")

    async def plan(self) -> None:
        """Spread or park, as chosen; where something is missing the panel says it."""
        panel, service = self._dialog.running.calls, self._service
        if panel.choice() == PARK:
            parking = panel.parking()
            if parking is not None:
                heading = QCoreApplication.translate("Imports", "Parking the leads…")
                await self._run(
                    heading,
                    lambda show, stop: service.park(self._import_id, parking, progress=show, stopped=stop),
                    _parked_words,
                )
            return
        spread = panel.spread()
        if spread is not None:
            heading = QCoreApplication.translate("Imports", "Planning the calls…")
            await self._run(
                heading,
                lambda show, stop: service.spread(self._import_id, spread, progress=show, stopped=stop),
                _spread_words,
            )

    def stop(self) -> None:
        """Stop after the present batch."""
        self._stopping = True

    async def undo(self) -> None:
        """Take back the plan made last, and offer the choices again."""
        if self._plan_id is not None:
            await self.take_back(self._plan_id)
            await self.offer(self._import_id)

    async def take_back(self, operation_id: str) -> None:
        """Undo a plan, also one of an earlier day."""
        running = self._dialog.running
        self._dialog.show_step(RUN)
        running.begin_plan(QCoreApplication.translate("Imports", "Taking the plan back…"), can_stop=False)
        withdrawn = await self._service.undo(operation_id, self._show)
        words = QCoreApplication.translate("Imports", "%n activity(s) were taken back.", None, withdrawn.removed)
        if withdrawn.left:
            left = QCoreApplication.translate(
                "Imports", "%n that somebody has worked on were left.", None, withdrawn.left
            )
            words = f"{words} {left}"
        running.show_plan(QCoreApplication.translate("Imports", "The plan is taken back"), words, undo=False)

    async def _run(
        self,
        heading: str,
        work: Callable[[Callable[[Progress], None], Stopped], Awaitable[Planned]],
        words: Callable[[Planned], str],
    ) -> None:
        dialog = self._dialog
        self._stopping = False
        dialog.running.begin_plan(heading, can_stop=True)
        dialog.offer_calls(offered=False)
        try:
            planned = await work(self._show, lambda: self._stopping)
        except BaseException:
            dialog.offer_calls(offered=True)
            raise
        self._plan_id = planned.operation_id
        done = QCoreApplication.translate("Imports", "The plan is made")
        stopped = QCoreApplication.translate("Imports", "The planning was stopped")
        dialog.running.show_plan(done if planned.finished else stopped, words(planned), undo=True)

    def _show(self, progress: Progress) -> None:
        self._dialog.running.show_plan_progress(progress.done, progress.total)


def _spread_words(planned: Planned) -> str:
    count, handed = planned.planned, planned.handed_over
    words = QCoreApplication.translate("Imports", "%n lead(s) have their first call.", None, count)
    words = words.replace(str(count), i18n.number(count))
    if handed:
        more = QCoreApplication.translate("Imports", "%n lead(s) got a new responsible.", None, handed)
        words = f"{words} {more.replace(str(handed), i18n.number(handed))}"
    return words


def _parked_words(planned: Planned) -> str:
    count = planned.planned
    words = QCoreApplication.translate("Imports", "%n lead(s) are parked.", None, count)
    return words.replace(str(count), i18n.number(count))
