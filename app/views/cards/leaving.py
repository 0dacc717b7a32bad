"""The bar of a card that is closed without a next step: one click plans it, one more closes all the same (SPEC)."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from app.core.changes import Changes
from app.core.errors import PrichalError
from app.core.kinds import ActivityKind, StageKind
from app.qtbase import i18n
from app.qtbase.metrics import GAP_L, GAP_S
from app.qtbase.theme import theme
from app.services.records.activities import ActivityDraft, PlanningHelp
from app.services.rules import Mode, Place, RuleBook, RuleCode
from app.views.cards.open_card import OpenCard
from app.views.widgets.buttons import Button
from app.views.widgets.icon_label import IconLabel

SUBJECT_WIDTH = 260


class LeavingBar(QFrame):
    """Hidden until `ask`; asks the responsible alone, and only once they changed something here."""

    left = Signal()
    """The card may close now."""

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        self._worked = False
        self._asked = False
        self._times: list[Button] = []
        self.setProperty("role", "banner")
        self.setProperty("tone", "warn")
        theme().fix_height(self, "banner")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GAP_L, 0, GAP_S, 0)
        self._row.setSpacing(GAP_S)
        self._row.addWidget(IconLabel("warning", "warn", parent=self))
        words = QCoreApplication.translate("Card", "No next step is planned. Call:")
        self._row.addWidget(QLabel(words, self))
        self.subject = QLineEdit(self)
        self.subject.setFixedWidth(SUBJECT_WIDTH)
        self.subject.setAccessibleName(QCoreApplication.translate("Card", "The next step"))
        theme().fix_height(self.subject, "control_small")
        self._row.addWidget(self.subject)
        self._row.addStretch(1)
        self.without = Button(QCoreApplication.translate("Card", "Close without"), small=True, parent=self)
        self.without.clicked.connect(self.left)
        self._row.addWidget(self.without)
        self.setAccessibleName(words)
        self.hide()
        card.context.changes.changed.connect(self._note)

    def asks(self) -> bool:
        """Whether the card had better not close yet; asked once."""
        if self._asked or not self._worked or not self._card.is_read:
            return False
        card, workplace = self._card.data.card, self._card.workplace
        if card.deleted_at is not None or card.stage_id is None or self._card.data.planned:
            return False
        if card.responsible_id != workplace.actor.employee_id:
            return False
        stage = workplace.registry.stage(card.stage_id)
        book = RuleBook(workplace.registry, workplace.actor.role_code)
        rule = book.setting(RuleCode.NEXT_ACTIVITY, Place(card.section, stage.code))
        return stage.kind is StageKind.WORKING and rule.mode in (Mode.WARN, Mode.BLOCK)

    def ask(self) -> None:
        """Read the likely times and show the bar; what can't be read lets the card close."""
        self._asked = True
        self._card.tasks.run(self._read(), latest="leaving", on_error=self._go)

    def _note(self, changes: Changes) -> None:
        """Whether it was this employee, in this program, who changed the record; a new step asks anew."""
        workplace, ref = self._card.workplace, self._card.ref
        own = changes.who == workplace.actor.employee_id and changes.origin == workplace.database.origin
        if own and changes.kind == ref.section and (not changes.ids or ref.id in changes.ids):
            self._worked, self._asked = True, False
            self.hide()

    async def _read(self) -> None:
        activities, ref = self._card.services.activities, self._card.ref
        if await activities.of_client(ref):  # planned just now, and not read yet
            self.left.emit()
            return
        help_ = await activities.planning_help(ref, ActivityKind.CALL)
        self._show(help_, await activities.likely_times(ref, ActivityKind.CALL))

    def _show(self, help_: PlanningHelp, times: Sequence[datetime]) -> None:
        for button in self._times:
            button.deleteLater()
        self.subject.setText(help_.subjects[0] if help_.subjects else "")
        now, zone = self._card.now(), self._card.workplace.zone
        place = self._row.indexOf(self.subject) + 1
        self._times = []
        for number, moment in enumerate(times):
            button = Button(i18n.date_words(moment, now, zone, inside=True), small=True, parent=self)
            button.clicked.connect(
                lambda _=False, starts_at=moment: self._card.tasks.run(
                    self._plan(starts_at, help_), latest="leaving", on_error=self._refused
                )
            )
            self._row.insertWidget(place + number, button)
            self._times.append(button)
        self.show()
        first = self._times[0] if self._times else self.without
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def times(self) -> Sequence[Button]:
        """The one-click times."""
        return tuple(self._times)

    async def _plan(self, starts_at: datetime, help_: PlanningHelp) -> None:
        await self._card.services.activities.plan(
            ActivityDraft(
                kind=ActivityKind.CALL, subject=self.subject.text(), starts_at=starts_at,
                minutes=help_.default_minutes, client=self._card.ref, reminders=help_.default_reminders,
            )
        )  # fmt: skip
        self._asked = True
        self.left.emit()

    def _refused(self, error: PrichalError) -> None:
        self._card.failed.emit(error)
        self.subject.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, _error: PrichalError) -> None:
        self.left.emit()
