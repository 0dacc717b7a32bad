"""The dialogs of the payments panel: plan one, lay out a schedule, receive one, change one."""

from collections.abc import Callable, Coroutine
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QWidget
from shiboken6 import isValid

from app.core.errors import UserError
from app.qtbase import dialogs, i18n
from app.qtbase.metrics import GAP_M
from app.qtbase.tasks import Tasks
from app.services.records.clients import PaymentRecord, PlannedPayment
from app.services.records.schedule import lay_out
from app.services.registry import Registry
from app.views.cards.error_words import card_error_words
from app.views.cards.open_card import OpenCard
from app.views.field_forms import FieldWorld
from app.views.field_forms.making import payment_methods
from app.views.widgets.fields import (
    DateEditor,
    Editor,
    FieldFrame,
    FileEditor,
    MoneyEditor,
    NumberEditor,
    OneOfEditor,
)
from app.views.widgets.form_dialog import FormDialog

WIDTH: Final = 460
MOST_PAYMENTS: Final = 60


class PaymentDialog(FormDialog):
    """A day and a sum; on receiving also the way it came and the receipt."""

    def __init__(self, title: str, act: str, card: OpenCard, parent: QWidget) -> None:
        super().__init__(title, act, parent)
        self.setMinimumWidth(WIDTH)
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        self.head.addWidget(heading)
        for area in self.findChildren(QScrollArea):
            area.verticalScrollBar().rangeChanged.connect(self._grow)
        self.card = card
        self.frames: dict[str, FieldFrame] = {}

    def _grow(self, _least: int, hidden: int) -> None:
        """Nothing so small scrolls: the dialog grows by what its fields say, as far as the screen goes."""
        if hidden > 0:
            self.resize(self.width(), min(self.height() + hidden, self.screen().availableSize().height()))

    def add_row(self, *fields: tuple[str, str, Editor]) -> None:
        """Fields side by side: code, label, editor; all of them required."""
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        for code, label, editor in fields:
            frame = FieldFrame(label, editor, required=code != "receipt", parent=self)
            self.frames[code] = frame
            row.addWidget(frame, 1)
        self.body.addLayout(row)

    def add_day(self, code: str, label: str, day: date) -> tuple[str, str, Editor]:
        editor = DateEditor(FieldWorld.of(self.card.workplace).parse_day)
        editor.set_value(day)
        return code, label, editor

    def add_sum(self, code: str, label: str, amount: Decimal | None) -> tuple[str, str, Editor]:
        editor = MoneyEditor()
        editor.set_value(amount)
        symbol = i18n.currency_symbol(self.card.data.currency)
        return code, f"{label}, {symbol}", editor

    def check(self) -> bool:
        """Say what is missing or can't be read; True where all is well."""
        first: FieldFrame | None = None
        for code, frame in self.frames.items():
            problem = frame.editor.problem()
            if problem is None and frame.value() is None and code != "receipt":
                problem = QCoreApplication.translate("CardPayments", "Fill this in")
            frame.set_error(problem)
            first = first or (frame if problem else None)
        if first is not None:
            first.focus()
        return first is None

    def focus_first(self) -> None:
        """The cursor stands in the first field still missing, else in the first of all."""
        required = [frame for code, frame in self.frames.items() if code != "receipt"]
        next((one for one in required if one.value() is None), required[0]).focus()

    def day(self, code: str) -> date:
        value = self.frames[code].value()
        assert isinstance(value, date), "checked before"
        return value

    def amount(self, code: str) -> Decimal:
        value = self.frames[code].value()
        assert isinstance(value, Decimal), "checked before"
        return value


class PaymentFlows:
    """Each from its dialog to the service; an error stays in the dialog with what was typed."""

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        self._card = card
        self._parent = parent

    async def plan(self) -> None:
        """Plan one more payment."""
        title = QCoreApplication.translate("CardPayments", "Planned payment")
        dialog = self._day_and_sum(title, self._card.today(), None)
        await self._run(
            dialog,
            lambda: self._card.services.payments.plan(self._card.ref.id, dialog.day("day"), dialog.amount("amount")),
        )

    async def change(self, payment: PaymentRecord) -> None:
        """Move a planned payment or correct its sum."""
        title = QCoreApplication.translate("CardPayments", "Planned payment")
        dialog = self._day_and_sum(title, payment.planned_on, payment.amount)
        await self._run(
            dialog,
            lambda: self._card.services.payments.change(
                payment.id, payment.version, dialog.day("day"), dialog.amount("amount")
            ),
        )

    async def receive(self, payment: PaymentRecord) -> None:
        """Note that a payment came, with its receipt."""
        title = QCoreApplication.translate("CardPayments", "Payment received")
        act = QCoreApplication.translate("CardPayments", "Receive")
        dialog = PaymentDialog(title, act, self._card, self._parent.window())
        dialog.add_row(
            dialog.add_day("day", QCoreApplication.translate("CardPayments", "Received on"), self._card.today()),
            dialog.add_sum("amount", QCoreApplication.translate("CardPayments", "Sum"), payment.amount),
        )
        methods = payment_methods(self._card.workplace.registry)
        method = OneOfEditor(methods)
        method.set_value(payment.method or (methods[0].id if methods else None))
        receipt = FileEditor()
        receipt.asked.connect(lambda: self._card.run(self._pick(dialog, receipt)))
        dialog.add_row(
            ("method", QCoreApplication.translate("CardPayments", "Method"), method),
            ("receipt", QCoreApplication.translate("CardPayments", "Receipt"), receipt),
        )
        await self._run(dialog, lambda: self._receive(dialog, payment))

    async def lay_out(self) -> None:
        """Plan what is left in equal monthly payments, in place of what was planned before."""
        title = QCoreApplication.translate("CardPayments", "Schedule of payments")
        act = QCoreApplication.translate("CardPayments", "Lay out")
        dialog = PaymentDialog(title, act, self._card, self._parent.window())
        count = NumberEditor()
        count.set_value(Decimal(3))
        dialog.add_row(
            ("count", QCoreApplication.translate("CardPayments", "How many payments"), count),
            dialog.add_day("day", QCoreApplication.translate("CardPayments", "First on"), self._card.today()),
            dialog.add_sum("amount", QCoreApplication.translate("CardPayments", "In all"), self._left()),
        )
        told = QLabel(dialog)
        told.setProperty("tone", "second")
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        dialog.body.addWidget(told)
        for frame in dialog.frames.values():
            frame.changed.connect(lambda: told.setText(self._told(dialog)))
        told.setText(self._told(dialog))
        await self._run(dialog, lambda: self._lay_out(dialog))

    def _day_and_sum(self, title: str, day: date, amount: Decimal | None) -> PaymentDialog:
        save = QCoreApplication.translate("CardPayments", "Save")
        dialog = PaymentDialog(title, save, self._card, self._parent.window())
        dialog.add_row(
            dialog.add_day("day", QCoreApplication.translate("CardPayments", "Planned for"), day),
            dialog.add_sum("amount", QCoreApplication.translate("CardPayments", "Sum"), amount),
        )
        return dialog

    def _left(self) -> Decimal | None:
        """What of the price was not received yet."""
        summary = self._card.data.payments
        return None if summary is None else summary.left or None

    def _replaced_words(self) -> str:
        """What the schedule takes the place of."""
        summary = self._card.data.payments
        count = sum(1 for one in summary.payments if one.received_on is None) if summary is not None else 0
        if not count:
            return ""
        return QCoreApplication.translate("CardPayments", "In place of %n planned payment(s).", None, count)

    def _told(self, dialog: PaymentDialog) -> str:
        try:
            planned = self._planned(dialog)
        except UserError as error:
            return card_error_words(error)
        if not planned:
            return self._replaced_words()
        words = QCoreApplication.translate("CardPayments", "{sum} every month, the last on {day}")
        currency = self._card.data.currency
        told = words.format(sum=i18n.money(planned[0].amount, currency), day=i18n.day_full(planned[-1].on))
        return " ".join(part for part in (f"{told}.", self._replaced_words()) if part)

    def _planned(self, dialog: PaymentDialog) -> tuple[PlannedPayment, ...]:
        count, day, total = (dialog.frames[code].value() for code in ("count", "day", "amount"))
        if not isinstance(count, Decimal) or not isinstance(day, date) or not isinstance(total, Decimal):
            return ()
        if not 1 <= count <= MOST_PAYMENTS:
            raise UserError("payment_count", most=MOST_PAYMENTS)
        return lay_out(total, int(count), day)

    async def _lay_out(self, dialog: PaymentDialog) -> None:
        await self._card.services.payments.lay_out(self._card.ref.id, self._planned(dialog), replacing=True)

    async def _receive(self, dialog: PaymentDialog, payment: PaymentRecord) -> None:
        services = self._card.services
        path = dialog.frames["receipt"].value()
        receipt_id: int | None = None
        if isinstance(path, Path):
            receipt_id = (await services.files.attach(self._card.ref, path.name, path)).id
        method = str(dialog.frames["method"].value())
        await services.payments.receive(
            payment.id, payment.version, dialog.day("day"), dialog.amount("amount"), method, receipt_id
        )

    async def _pick(self, dialog: PaymentDialog, editor: FileEditor) -> None:
        title = QCoreApplication.translate("CardPayments", "Choose the receipt")
        every = QCoreApplication.translate("CardFiles", "All files (*)")
        path = await dialogs.choose_file(dialog, title, every)
        if path is not None:
            editor.pick(path)

    async def _run(self, dialog: PaymentDialog, save: Callable[[], Coroutine[object, object, object]]) -> None:
        tasks = Tasks(dialog, lambda error: dialog.say(card_error_words(error)))
        dialog.submitted.connect(lambda: tasks.run(self._submit(dialog, save), latest="submit"))
        dialog.focus_first()
        try:
            await dialogs.run(dialog)
        finally:
            if isValid(dialog):  # the window may have gone with it
                dialog.deleteLater()

    async def _submit(self, dialog: PaymentDialog, save: Callable[[], Coroutine[object, object, object]]) -> None:
        if not dialog.check():
            return
        dialog.set_busy(True)
        try:
            _ = await save()
        finally:
            dialog.set_busy(False)
        dialog.accept()
        self._card.reload()


def method_name(registry: Registry, code: str | None) -> str:
    """How the office calls a way of paying."""
    return next((choice.text for choice in payment_methods(registry) if choice.id == code), code or "")
