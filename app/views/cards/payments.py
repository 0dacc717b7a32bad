"""The deal's payments: bar, sums, a row for each, receiving and planning (COMPONENTS, Payments table)."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from app.qtbase import dialogs, i18n
from app.qtbase.metrics import GAP_M, GAP_S
from app.qtbase.theme import restyle, theme
from app.services.records.clients import PaymentRecord, PaymentSummary
from app.views.cards.files import open_file
from app.views.cards.lined_row import LinedRow
from app.views.cards.open_card import OpenCard
from app.views.cards.payment_dialogs import PaymentFlows, method_name
from app.views.widgets.avatar import Avatar
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.elided_label import ElidedLabel
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.panel import Panel
from app.views.widgets.payments_bar import PaymentsBar

_ORDINAL = 72
"""Wide enough for "Четвёртый"; longer ones are elided."""


def paid_share(summary: PaymentSummary) -> tuple[float, float]:
    """Received and overdue as shares of the price."""
    if summary.price <= 0:
        return 0.0, 0.0
    return float(summary.paid / summary.price), float(summary.overdue / summary.price)


def paid_percent(summary: PaymentSummary) -> int:
    """Whole percents, the begun one left out as in lists: a hundred means that nothing is left."""
    return int(100 * summary.paid / summary.price) if summary.price > 0 else 0


def paid_words(summary: PaymentSummary) -> str:
    """ "Оплачено: 33 %" for screen readers and tool tips."""
    return QCoreApplication.translate("CardPayments", "Paid: {percent}%").format(percent=paid_percent(summary))


class PaymentsPanel(Panel):
    """Shows the reading of the card; what it does goes through the dialogs of `PaymentFlows`."""

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("CardPayments", "Payments"), foldable=True, parent=parent)
        self._card = card
        self._flows = PaymentFlows(card, self)
        self._shown: PaymentSummary | None = None
        self._rows: list[QWidget] = []
        self.add = Button(QCoreApplication.translate("CardPayments", "Payment"), "link", icon="plus", small=True)
        self.add.setAccessibleName(QCoreApplication.translate("CardPayments", "Add a payment"))
        self.add.clicked.connect(lambda: card.ask(self._flows.plan()))
        self.schedule = Button(QCoreApplication.translate("CardPayments", "Schedule"), "link", small=True)
        self.schedule.clicked.connect(lambda: card.ask(self._flows.lay_out()))
        self.add_act(self.add)
        self.add_act(self.schedule)
        self.content.setContentsMargins(1, 0, 1, 1)
        self.content.setSpacing(0)
        self.content.addWidget(self._sums())
        self._table = QVBoxLayout()
        self._table.setSpacing(0)
        self.content.addLayout(self._table)
        self.refresh()

    def _sums(self) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(14, 2, GAP_M, GAP_M - 2)
        column.setSpacing(GAP_S)
        self.bar = PaymentsBar(parent=holder)
        column.addWidget(self.bar)
        grid = QGridLayout()
        grid.setVerticalSpacing(1)
        self._values: dict[str, QLabel] = {}
        captions = (
            ("paid", QCoreApplication.translate("CardPayments", "Paid")),
            ("overdue", QCoreApplication.translate("CardPayments", "Overdue")),
            ("left", QCoreApplication.translate("CardPayments", "Left in all")),
            ("price", QCoreApplication.translate("CardPayments", "Full price")),
        )
        for number, (code, words) in enumerate(captions):
            caption = QLabel(words, holder)
            caption.setProperty("role", "caption")
            value = QLabel(holder)
            value.setProperty("role", "name" if code == "price" else "control")
            self._values[code] = value
            grid.addLayout(self._caption(caption, code == "overdue"), 0, number)
            grid.addWidget(value, 1, number)
            grid.setColumnStretch(number, 1 if number < 3 else 0)
            if code == "overdue":
                self._overdue_caption = caption
        column.addLayout(grid)
        return holder

    def _caption(self, words: QLabel, pressing: bool) -> QHBoxLayout:
        """Words over a sum, a mark before those that press."""
        row = QHBoxLayout()
        row.setSpacing(4)
        if pressing:
            self._overdue_mark = IconLabel("alert", "danger", theme().metrics.icon_cell, parent=self)
            row.addWidget(self._overdue_mark)
        row.addWidget(words)
        row.addStretch(1)
        return row

    def refresh(self) -> None:
        """Show what was read last."""
        summary = self._card.data.payments
        can_change = self._card.data.card.can_change
        self.add.setVisible(can_change)
        self.schedule.setVisible(can_change)
        if summary is None or summary == self._shown:
            return
        self._shown = summary
        self.set_count(len(summary.payments))
        received, overdue = paid_share(summary)
        self.bar.set_shares(received, overdue, paid_words(summary))
        sums = {"paid": summary.paid, "overdue": summary.overdue, "left": summary.left, "price": summary.price}
        for code, amount in sums.items():
            self._values[code].setText(i18n.money(amount, summary.currency))
        tone = "danger" if summary.overdue > 0 else "muted"
        self._overdue_mark.setVisible(summary.overdue > 0)
        restyle(self._overdue_caption, tone=tone)
        restyle(self._values["overdue"], tone=tone if summary.overdue > 0 else "", strong=summary.overdue > 0)
        self._show_rows(summary, can_change)

    def _show_rows(self, summary: PaymentSummary, can_change: bool) -> None:
        for row in self._rows:
            self._table.removeWidget(row)
            row.deleteLater()
        self._rows = [
            PaymentRow(self._card, self._flows, one, summary.currency, can_change, self) for one in summary.payments
        ]
        for row in self._rows:
            self._table.addWidget(row)


class PaymentRow(LinedRow):
    """State, which, when, how much; then who took it and how, or how late it is."""

    def __init__(
        self, card: OpenCard, flows: PaymentFlows, payment: PaymentRecord, currency: str, can_change: bool,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._card = card
        self._flows = flows
        self._payment = payment
        self._late = payment.days_late > 0 and payment.received_on is None
        theme().fix_height(self, "row_line")
        self.set_ground("dangert" if self._late else None)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 4, 0)
        row.setSpacing(5)
        row.addWidget(self._state())
        ordinal = ElidedLabel(self)
        ordinal.set_text(ordinal_words(payment.number))
        ordinal.setFixedWidth(_ORDINAL)
        day = self._label(i18n.day_full(payment.received_on or payment.planned_on), width=76)
        amount = self._amount = self._label(i18n.money(payment.amount, currency), width=64)
        amount.setProperty("role", "name")
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if self._late:
            day.setProperty("tone", "danger")
        for label in (ordinal, day, amount):
            row.addWidget(label)
        self._fill_rest(row, can_change)
        self.setAccessibleName(f"{ordinal.text()}, {day.text()}, {amount.text()}, {self._state_words()}")

    def _label(self, text: str, *, width: int = 0) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setMinimumWidth(width)
        return label

    def _state(self) -> IconLabel:
        words = self._state_words()
        if self._payment.received_on is not None:
            return IconLabel("done", "ok", name=words, parent=self)
        if self._late:
            return IconLabel("alert", "danger", name=words, parent=self)
        return IconLabel("clock", "text3", name=words, parent=self)

    def _state_words(self) -> str:
        if self._payment.received_on is not None:
            return QCoreApplication.translate("CardPayments", "received")
        if self._late:
            return QCoreApplication.translate("CardPayments", "overdue")
        return QCoreApplication.translate("CardPayments", "planned")

    def _fill_rest(self, row: QHBoxLayout, can_change: bool) -> None:
        payment = self._payment
        if payment.received_on is not None:
            employees = self._card.workplace.registry.all.employees
            if payment.received_by in employees:
                who = employees[payment.received_by]
                row.addWidget(Avatar(who.name, who.id, 20, self))
            method = ElidedLabel(self)
            method.set_text(method_name(self._card.workplace.registry, payment.method))
            row.addWidget(method)
            row.addStretch(1)
            if payment.receipt_id is not None:
                row.addWidget(self._receipt(payment.receipt_id, payment.receipt_name or ""))
            return
        if self._late:
            days = payment.days_late
            late = ElidedLabel(self)
            late.set_text(QCoreApplication.translate("CardPayments", "%n day(s)", None, days))
            late.setProperty("tone", "danger")
            row.addWidget(late)
            row.addStretch(1)
        else:
            soon = ElidedLabel(self)
            soon.set_text(_reminder_words(payment.remind_days))
            soon.setProperty("role", "caption")
            row.addWidget(soon)
            row.addStretch(1)
        if can_change:
            self._add_acts(row)

    def _add_acts(self, row: QHBoxLayout) -> None:
        name = ordinal_words(self._payment.number)
        if self._late:
            receive = Button(QCoreApplication.translate("CardPayments", "Receive"), small=True, parent=self)
            receive.setAccessibleName(f"{receive.text()}: {name}")
            receive.clicked.connect(self._receive)
            row.addWidget(receive)
        more = IconButton(
            "more", QCoreApplication.translate("CardPayments", "More about the payment: {name}").format(name=name),
            small=True, parent=self,
        )  # fmt: skip
        more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.addAction(QCoreApplication.translate("CardPayments", "Receive…")).triggered.connect(self._receive)
        menu.addAction(QCoreApplication.translate("CardPayments", "Change…")).triggered.connect(self._change)
        menu.addAction(QCoreApplication.translate("CardPayments", "Remove…")).triggered.connect(self._remove)
        more.setMenu(menu)
        row.addWidget(more)

    def _receipt(self, receipt_id: int, name: str) -> IconButton:
        words = QCoreApplication.translate("CardPayments", "Open the receipt {name}").format(name=name)
        button = IconButton("file", words, role="accent", small=True, parent=self)
        button.clicked.connect(lambda: self._card.run(open_file(self._card, receipt_id)))
        return button

    def _receive(self) -> None:
        self._card.ask(self._flows.receive(self._payment))

    def _change(self) -> None:
        self._card.ask(self._flows.change(self._payment))

    def _remove(self) -> None:
        self._card.ask(self._take_away())

    async def _take_away(self) -> None:
        title = QCoreApplication.translate("CardPayments", "Remove the planned payment?")
        act = QCoreApplication.translate("CardPayments", "Remove")
        payment = self._payment
        which = (ordinal_words(payment.number), i18n.day_full(payment.planned_on), self._amount.text())
        if await dialogs.confirm(self.window(), title, ", ".join(which), act, danger=True):
            await self._card.services.payments.remove(self._payment.id, self._payment.version)
            self._card.reload()


def _reminder_words(days: int | None) -> str:
    """ "напомнить за 2 дня"; nothing where nothing reminds."""
    if days is None:
        return ""
    if days == 0:
        return QCoreApplication.translate("CardPayments", "remind on the day")
    return QCoreApplication.translate("CardPayments", "remind %n day(s) before", None, days)


def ordinal_words(number: int) -> str:
    """ "Первый" to "Двенадцатый", then "№ 13"."""
    names = (
        QCoreApplication.translate("CardPayments", "First"),
        QCoreApplication.translate("CardPayments", "Second"),
        QCoreApplication.translate("CardPayments", "Third"),
        QCoreApplication.translate("CardPayments", "Fourth"),
        QCoreApplication.translate("CardPayments", "Fifth"),
        QCoreApplication.translate("CardPayments", "Sixth"),
        QCoreApplication.translate("CardPayments", "Seventh"),
        QCoreApplication.translate("CardPayments", "Eighth"),
        QCoreApplication.translate("CardPayments", "Ninth"),
        QCoreApplication.translate("CardPayments", "Tenth"),
        QCoreApplication.translate("CardPayments", "Eleventh"),
        QCoreApplication.translate("CardPayments", "Twelfth"),
    )
    if 1 <= number <= len(names):
        return names[number - 1]
    return QCoreApplication.translate("CardPayments", "No. {number}").format(number=number)
