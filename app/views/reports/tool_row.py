"""The tool row of the reports: which days, which people, export."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QWidget

from app.qtbase.metrics import GAP_M
from app.qtbase.theme import theme
from app.services.records.office import EmployeeRecord
from app.services.reports import Period
from app.views.field_forms import FieldWorld
from app.views.reports.periods import CHOSEN, USUAL, period_choices, period_of
from app.views.widgets.buttons import Button
from app.views.widgets.fields import Choice, DateEditor, OneOfEditor

if TYPE_CHECKING:
    # SQLAlchemy, which services bring, takes 0.3 s to import: the sign-in window paints before that
    from app.services.container import Services

EVERYBODY: Final = 0
PERIOD_WIDTH, PEOPLE_WIDTH, DAY_WIDTH = 170, 220, 150


class ReportTools(QFrame):
    """Two days are asked for where no usual period is meant."""

    changed = Signal()
    export_wanted = Signal()

    def __init__(self, services: "Services", parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = services.workplace
        self.setProperty("role", "toolrow")
        theme().fix_height(self, "tool_row")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, 0, GAP_M, 0)
        row.setSpacing(GAP_M)
        title = QLabel(QCoreApplication.translate("Reports", "Discipline"), self)
        title.setProperty("role", "name")
        row.addWidget(title)
        self.days = OneOfEditor(period_choices(), parent=self)
        self.days.setFixedWidth(PERIOD_WIDTH)
        self.days.combo.setAccessibleName(QCoreApplication.translate("Reports", "Period"))
        self.days.set_value(USUAL)
        world = FieldWorld.of(services.workplace)
        self.first = DateEditor(world.parse_day)
        self.last = DateEditor(world.parse_day)
        names = (
            QCoreApplication.translate("Reports", "First day"), QCoreApplication.translate("Reports", "Last day"),
        )  # fmt: skip
        for editor, name in zip((self.first, self.last), names, strict=True):
            editor.setFixedWidth(DAY_WIDTH)
            editor.line.setAccessibleName(name)
            editor.line.setPlaceholderText(name)
            editor.changed.connect(self._days_typed)
            editor.hide()
        self.people = OneOfEditor([Choice(EVERYBODY, _everybody())], parent=self)
        self.people.setFixedWidth(PEOPLE_WIDTH)
        self.people.combo.setAccessibleName(QCoreApplication.translate("Reports", "Whose numbers"))
        self.people.set_value(EVERYBODY)
        self.compare = QCheckBox(QCoreApplication.translate("Reports", "Compare with the week before"), self)
        self.export = Button(QCoreApplication.translate("Reports", "Export"), icon="download", parent=self)
        self.export.clicked.connect(self.export_wanted)
        for widget in (self.days, self.first, self.last, self.people, None, self.compare, self.export):
            row.addWidget(widget) if widget is not None else row.addStretch(1)
        self.days.changed.connect(self._period_chosen)
        self.people.changed.connect(self.changed)

    def period(self) -> Period | None:
        """The chosen days; None while they are being typed."""
        code = str(self.days.value())
        if code != CHOSEN:
            return period_of(code, self._workplace.today())
        first, last = self.first.value(), self.last.value()
        return Period(first, last) if first is not None and last is not None and first <= last else None

    def employees(self) -> tuple[int, ...]:
        """Nobody in particular: everybody whose numbers may be seen."""
        chosen = self.people.value()
        return (chosen,) if isinstance(chosen, int) and chosen != EVERYBODY else ()

    def show_people(self, people: Sequence[EmployeeRecord]) -> None:
        """Whose numbers may be chosen."""
        self.people.set_choices([Choice(EVERYBODY, _everybody()), *(Choice(one.id, one.name) for one in people)])
        self.people.setVisible(len(people) > 1)

    def compares(self) -> bool:
        return self.compare.isChecked()

    def focus(self) -> None:
        self.days.combo.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _period_chosen(self) -> None:
        chosen = self.days.value() == CHOSEN
        for editor in (self.first, self.last):
            editor.setVisible(chosen)
        if chosen:
            self.first.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.period() is not None:
            self.changed.emit()

    def _days_typed(self) -> None:
        if self.period() is not None:
            self.changed.emit()


def _everybody() -> str:
    return QCoreApplication.translate("Reports", "Everybody")
