"""The deal's own fields: type, price, contract, first payment and the schedule of the rest."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLabel, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.records.clients import Conversion, ConversionPreview, PlannedPayment
from app.services.records.schedule import MOST_PAYMENTS, lay_out, months_later
from app.services.records.values import Values
from app.views.conversion.section import NumberedSection
from app.views.field_forms import FieldWorld
from app.views.field_forms.making import payment_methods, reference_choices
from app.views.widgets.fields import DateEditor, MoneyEditor, OneOfEditor, TextEditor
from app.views.widgets.fields.frame import FieldFrame

COLUMNS = 3
CODES = ("type", "price", "contract", "first", "paid_on", "method")
"""What a draft calls the fields."""


class DealSection(NumberedSection):
    """Type, price, contract; first payment, when, how; the rest in equal payments, the sum shown beforehand."""

    def __init__(self, preview: ConversionPreview, world: FieldWorld, parent: QWidget | None = None) -> None:
        super().__init__(2, QCoreApplication.translate("Conversion", "Deal"), parent)
        self._currency = preview.currency
        self._today = world.now().date()
        symbol = i18n.currency_symbol(preview.currency)
        self.type = OneOfEditor(list(reference_choices("deal_type", world.registry) or ()))
        self.price = MoneyEditor()
        self.contract = TextEditor(QCoreApplication.translate("Conversion", "number, if there is one"))
        self.first = MoneyEditor()
        self.paid_on = DateEditor(world.parse_day)
        self.method = _method_editor(world)
        labels = (
            (QCoreApplication.translate("Conversion", "Type"), self.type, True),
            (QCoreApplication.translate("Conversion", "Full price, {symbol}").format(symbol=symbol), self.price, True),
            (QCoreApplication.translate("Conversion", "Contract"), self.contract, False),
            (
                QCoreApplication.translate("Conversion", "First payment, {symbol}").format(symbol=symbol),
                self.first,
                True,
            ),
            (QCoreApplication.translate("Conversion", "Paid on"), self.paid_on, True),
            (QCoreApplication.translate("Conversion", "How"), self.method, False),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_M)
        grid.setVerticalSpacing(GAP_S)
        self.frames: list[FieldFrame] = []
        for number, (label, editor, required) in enumerate(labels):
            frame = FieldFrame(label, editor, required=required, parent=self)
            frame.changed.connect(self._show_rest)
            self.frames.append(frame)
            grid.addWidget(frame, number // COLUMNS, number % COLUMNS)
            grid.setColumnStretch(number % COLUMNS, 1)
        self.content.addLayout(grid)
        self._make_rest_row()
        self.paid_on.set_value(self._today)
        if self.type.combo.count() == 1:
            self.type.combo.setCurrentIndex(0)
        self._show_rest()

    def conversion(self, contact_id: int | None, executor_id: int | None, values: Values) -> Conversion:
        """What was decided in the whole dialog."""
        deal_type, method = self.type.value(), self.method.value()
        assert isinstance(deal_type, int), "the form is complete"
        return Conversion(
            deal_type_id=deal_type,
            full_price=self.price.value() or Decimal(0),
            first_payment=self.first.value() or Decimal(0),
            paid_on=self.paid_on.value() or self._today,
            method=str(method or ""),
            contact_id=contact_id,
            executor_id=executor_id,
            contract_number=self.contract.value() or "",
            contract_date=self._today if self.contract.value() else None,
            schedule=self._schedule(),
            values=values,
        )

    def typed(self) -> dict[str, object]:
        """What a draft keeps of this section."""
        editors = (self.type, self.price, self.contract, self.first, self.paid_on, self.method)
        kept: dict[str, object] = {code: editor.value() for code, editor in zip(CODES, editors, strict=True)}
        return {**kept, "parts": int(self.count.currentData()) if self.in_parts.isChecked() else None}

    def restore(self, typed: Mapping[str, object]) -> None:
        """Show what was typed before going back; a type that is gone since stays unchosen."""
        editors = (self.type, self.price, self.contract, self.first, self.paid_on, self.method)
        for code, editor in zip(CODES, editors, strict=True):
            if typed.get(code) is not None:
                editor.set_value(typed[code])
        parts = typed.get("parts")
        self._show_rest()
        if isinstance(parts, int):
            self.count.setCurrentIndex(max(self.count.findData(parts), 0))
            self.in_parts.setChecked(True)

    def is_complete(self) -> bool:
        """Say what is missing or wrong at its field; the cursor goes to the first."""
        errors = [self._error_of(frame) for frame in self.frames]
        for frame, error in zip(self.frames, errors, strict=True):
            frame.set_error(error)
        wrong = [frame for frame, error in zip(self.frames, errors, strict=True) if error]
        if wrong:
            wrong[0].focus()
        return not wrong

    def focus_first(self) -> None:
        """The cursor in the first field still empty."""
        empty = [frame for frame in self.frames if frame.value() is None]
        (empty or self.frames)[0].focus()

    def _error_of(self, frame: FieldFrame) -> str | None:
        editor = frame.editor
        if editor is self.contract or editor is self.method:
            return None
        if editor.problem():
            return editor.problem()
        value = editor.value()
        if value is None:
            return QCoreApplication.translate("Conversion", "Fill this in")
        if isinstance(value, Decimal) and value <= 0:
            return QCoreApplication.translate("Conversion", "More than zero is needed")
        if editor is self.first and self._rest() < 0:
            return QCoreApplication.translate("Conversion", "This is more than the full price")
        if editor is self.paid_on and isinstance(value, date) and value > self._today:
            return QCoreApplication.translate("Conversion", "This day is still to come")
        return None

    def _make_rest_row(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        self.in_parts = QCheckBox(self)
        self.in_parts.toggled.connect(self._show_rest)
        self.count = QComboBox(self)
        self.count.setFixedWidth(84)
        theme().fix_height(self.count, "control_small")
        for number in range(1, MOST_PAYMENTS + 1):
            self.count.addItem(str(number), number)
        self.count.setCurrentIndex(4)
        self.count.currentIndexChanged.connect(self._show_rest)
        words = QLabel(QCoreApplication.translate("Conversion", "payments"), self)
        words.setBuddy(self.count)
        for widget in (self.in_parts, self.count, words):
            row.addWidget(widget)
        row.addStretch(1)
        self.content.addLayout(row)
        self.each = QLabel(self)  # a line of its own: beside the others it would be wider than the dialog
        self.each.setProperty("role", "caption")
        self.content.addWidget(self.each)

    def _rest(self) -> Decimal:
        return (self.price.value() or Decimal(0)) - (self.first.value() or Decimal(0))

    def _schedule(self) -> tuple[PlannedPayment, ...]:
        if not self.in_parts.isChecked():
            return ()
        paid_on = self.paid_on.value() or self._today
        return lay_out(self._rest(), int(self.count.currentData()), months_later(paid_on, 1))

    def _show_rest(self) -> None:
        rest = max(self._rest(), Decimal(0))
        self.in_parts.setText(
            QCoreApplication.translate("Conversion", "Lay out the rest, {rest}, in").format(
                rest=i18n.money(rest, self._currency)
            )
        )
        self.in_parts.setEnabled(rest > 0)
        payments = self._schedule()
        self.count.setEnabled(bool(payments))
        text = ""
        if payments:
            text = QCoreApplication.translate("Conversion", "{amount} each, from {day}").format(
                amount=i18n.money(payments[0].amount, self._currency), day=i18n.day_full(payments[0].on)
            )
        self.each.setText(text)
        self.each.setVisible(bool(text))


def _method_editor(world: FieldWorld) -> OneOfEditor:
    """The office's ways of paying, the first of them chosen."""
    methods = payment_methods(world.registry)
    editor = OneOfEditor(methods)
    if methods:
        editor.set_value(methods[0].id)
    return editor
