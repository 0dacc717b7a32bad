"""Who does it: the disc and the name, with a menu of those at work."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from app.qtbase import i18n
from app.services.records.office import EmployeeRecord
from app.services.registry import Registry
from app.views.widgets.avatar import draw_avatar
from app.views.widgets.buttons import GAP_ICON, Button

_SIDE = 20
_CHEVRON_ROOM = "\u2003"
"""The style of small buttons leaves none."""


class ResponsibleButton(Button):
    """A quiet button; `changed` comes with another choice of the user."""

    changed = Signal()

    def __init__(self, registry: Registry, today: date, employee_id: int, parent: QWidget | None = None) -> None:
        super().__init__("", "quiet", small=True, parent=parent)
        self._registry = registry
        self._today = today
        self._employee_id = employee_id
        self.setIconSize(QSize(_SIDE + GAP_ICON, _SIDE))
        self.set_menu(QMenu(self))
        self._fill()
        self._show()

    def value(self) -> int:
        return self._employee_id

    def set_value(self, employee_id: int) -> None:
        """Show another one, without `changed`."""
        self._employee_id = employee_id
        for action in self.menu().actions():
            action.setChecked(action.data() == employee_id)
        self._show()

    def _fill(self) -> None:
        group = QActionGroup(self)
        for one in self._registry.employees():
            action = self.menu().addAction(one.name + _absence(one, self._today))
            action.setCheckable(True)
            action.setChecked(one.id == self._employee_id)
            action.setData(one.id)
            action.triggered.connect(lambda _=False, chosen=one.id: self._choose(chosen))
            group.addAction(action)

    def _choose(self, employee_id: int) -> None:
        self.set_value(employee_id)
        self.changed.emit()

    def _show(self) -> None:
        known = self._registry.all.employees.get(self._employee_id)
        self.setText(known.short_name + _CHEVRON_ROOM if known is not None else "")
        self.setIcon(QIcon(_disc(known.name, known.id, self.devicePixelRatioF())) if known is not None else QIcon())
        name = known.name if known is not None else ""
        self.setAccessibleName(QCoreApplication.translate("Activities", "Responsible: {name}").format(name=name))


def _absence(one: EmployeeRecord, today: date) -> str:
    """Who is away is said, not hidden: someone may be back on the day that is planned for."""
    if one.absent_from is None or one.absent_until is None or not one.absent_from <= today <= one.absent_until:
        return ""
    until = i18n.day_short(one.absent_until, today)
    return " · " + QCoreApplication.translate("Activities", "away until {day}").format(day=until)


def _disc(name: str, employee_id: int, scale: float) -> QPixmap:
    drawn = QPixmap(round((_SIDE + GAP_ICON) * scale), round(_SIDE * scale))
    drawn.setDevicePixelRatio(scale)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    draw_avatar(painter, QRect(0, 0, _SIDE, _SIDE), name, employee_id)
    painter.end()
    return drawn
