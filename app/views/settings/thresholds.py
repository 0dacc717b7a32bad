"""The page of the discipline report's thresholds: from which number on an employee is marked."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QSpinBox, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.office.thresholds import MOST
from app.views.navigator import ViewContext
from app.views.settings.page import SettingsPage
from app.views.widgets.panel import Panel

FIELD_WIDTH = 120


class ThresholdsPage(SettingsPage):
    """One line a number."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        panel = Panel(QCoreApplication.translate("Settings", "Discipline: marked from"), ruled=True, parent=self)
        panel.content.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        hint = QLabel(
            QCoreApplication.translate("Settings", "Numbers from these on stand out in the report, for each employee."),
            panel.body,
        )
        hint.setProperty("role", "caption")
        hint.setWordWrap(True)
        panel.content.addWidget(hint)
        self.fields: dict[str, QSpinBox] = {}
        body = QWidget(panel.body)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_L)
        grid.setVerticalSpacing(GAP_S)
        grid.setColumnStretch(2, 1)
        for number, (name, words) in enumerate(_names().items()):
            label = QLabel(words, body)
            field = QSpinBox(body)
            field.setRange(1, MOST)
            field.setFixedWidth(FIELD_WIDTH)
            field.setAccessibleName(words)
            theme().fix_height(field, "control")
            field.valueChanged.connect(self.changed)
            label.setBuddy(field)
            grid.addWidget(label, number, 0)
            grid.addWidget(field, number, 1)
            self.fields[name] = field
        panel.content.addWidget(body)
        self.content.addWidget(panel)
        self.content.addStretch(1)

    async def read(self) -> object:
        return self.context.services.office_thresholds.stored()

    async def write(self, seen: object, wanted: object) -> None:
        assert isinstance(seen, Mapping)
        assert isinstance(wanted, Mapping)
        await self.context.services.office_thresholds.save(seen, wanted)

    def fill(self, value: object) -> None:
        assert isinstance(value, Mapping)
        for name, field in self.fields.items():
            field.blockSignals(True)
            field.setValue(value[name])
            field.blockSignals(False)

    def value(self) -> object:
        return {name: field.value() for name, field in self.fields.items()}

    def changes(self) -> int:
        if not isinstance(self.seen, Mapping):
            return 0
        return sum(self.seen[name] != field.value() for name, field in self.fields.items())

    def touches(self) -> str:
        return QCoreApplication.translate("Settings", "The report of everybody who sees it follows at once.")


def _names() -> Mapping[str, str]:
    return {
        "overdue": QCoreApplication.translate("Settings", "Clients overdue"),
        "without": QCoreApplication.translate("Settings", "Clients without activities"),
        "too_late": QCoreApplication.translate("Settings", "Activities beyond the allowed days"),
        "calls_silent": QCoreApplication.translate("Settings", "Calls without a comment"),
        "meetings_unrecorded": QCoreApplication.translate("Settings", "Meetings without a visit"),
        "unprocessed": QCoreApplication.translate("Settings", "Deals not processed"),
        "first_contact": QCoreApplication.translate("Settings", "Minutes to the first contact"),
    }
