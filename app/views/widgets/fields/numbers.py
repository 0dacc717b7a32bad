"""Editors of numbers and sums: typed in any writing, tidied on leaving."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.core.errors import UserError
from app.core.money import parse_money
from app.qtbase import i18n
from app.views.widgets.fields.base import LineEditor


class MoneyEditor(LineEditor):
    """A sum without its currency, which the label names; Decimal, None where empty or unreadable."""

    def value(self) -> Decimal | None:
        try:
            return parse_money(self.text()) if self.text() else None
        except UserError:  # told by `problem`
            return None

    def set_value(self, value: object) -> None:
        self.line.setText(_written(value) if isinstance(value, Decimal | int) else "")

    def problem(self) -> str | None:
        if self.text() and self.value() is None:
            return QCoreApplication.translate("Fields", "This is not a sum")
        return None

    def focus_left(self) -> None:
        value = self.value()
        if value is not None:
            self.line.setText(_written(value))
        super().focus_left()


class NumberEditor(MoneyEditor):
    """A number; with `whole` an int, otherwise a Decimal."""

    def __init__(self, placeholder: str = "", *, whole: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self._whole = whole

    def problem(self) -> str | None:
        value = self.value()
        if self.text() and value is None:
            return QCoreApplication.translate("Fields", "This is not a number")
        if self._whole and value is not None and value != value.to_integral_value():
            return QCoreApplication.translate("Fields", "A whole number is needed")
        return None


def _written(value: Decimal | int) -> str:
    amount = Decimal(value)
    return i18n.number(amount, 0) if amount == amount.to_integral_value() else i18n.number(amount)
