"""Names in the file that the office doesn't have: each already has a safe default, so Enter works."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.importing.known import Choice, ChoiceKind, UnknownName
from app.services.importing.request import Choices
from app.services.importing.survey import Preview
from app.views.widgets.panel import Panel


@dataclass(frozen=True, slots=True)
class Offices:
    """What the office has: numbers and names to choose from."""

    employees: tuple[tuple[int, str], ...]
    sources: tuple[tuple[int, str], ...]
    stages: tuple[tuple[int, str], ...]


class NamesPanel(Panel):
    """Employees, sources and stages, each name with its rows and a choice."""

    def __init__(self, offices: Offices, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Imports", "Not in your database"), ruled=True, parent=parent)
        self._offices = offices
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        self._page = QWidget()
        self._page.setProperty("role", "page")
        self._grid = QGridLayout(self._page)
        self._grid.setHorizontalSpacing(GAP_M)
        self._grid.setVerticalSpacing(GAP_S)
        area.setWidget(self._page)
        self.content.addWidget(area)
        note = QLabel(
            QCoreApplication.translate("Imports", "Rules, messages and notifications stay still during an import."),
            self,
        )
        note.setProperty("role", "caption")
        note.setWordWrap(True)
        self.content.addWidget(note)
        self._combos: dict[str, dict[str, QComboBox]] = {}

    def show_names(self, summary: Preview) -> None:
        """Show the unknown names with their defaults."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._combos = {"employees": {}, "sources": {}, "stages": {}}
        row = self._group(
            0, "employees", QCoreApplication.translate("Imports", "Employees"),
            QCoreApplication.translate("Imports", "Add without an invitation"), summary.unknown_employees,
        )
        row = self._group(
            row, "sources", QCoreApplication.translate("Imports", "Sources"),
            QCoreApplication.translate("Imports", "Add the source"), summary.unknown_sources,
        )
        row = self._group(
            row, "stages", QCoreApplication.translate("Imports", "Stages"),
            QCoreApplication.translate("Imports", "First stage, the old one kept"), summary.unknown_stages,
        )
        if row == 0:
            words = QCoreApplication.translate("Imports", "All employees, sources and stages are known.")
            self._grid.addWidget(QLabel(words, self._page), 0, 0)
        self._grid.setRowStretch(row + 1, 1)
        self._grid.setColumnStretch(0, 1)

    def choices(self) -> Choices:
        """What was decided; only what differs from the defaults matters."""
        decided = {
            group: {key: _choice(group, combo.currentData()) for key, combo in combos.items()}
            for group, combos in self._combos.items()
        }
        return Choices(
            stages=decided.get("stages", {}), sources=decided.get("sources", {}), employees=decided.get("employees", {})
        )

    def _group(self, row: int, group: str, title: str, default: str, names: Sequence[UnknownName]) -> int:
        if not names:
            return row
        heading = QLabel(f"{title} · {i18n.number(len(names))}", self._page)
        heading.setProperty("role", "name")
        self._grid.addWidget(heading, row, 0, 1, 2)
        known: tuple[tuple[int, str], ...] = getattr(self._offices, group)
        for name in names:
            row += 1
            count = name.rows
            rows = QCoreApplication.translate("Imports", "%n row(s)", None, count)
            label = QLabel(f"{name.name} · {rows}", self._page)
            label.setTextFormat(Qt.TextFormat.PlainText)
            combo = QComboBox(self._page)
            combo.setMinimumWidth(232)
            theme().fix_height(combo, "control_small")
            label.setBuddy(combo)
            combo.addItem(default, None)
            for record_id, words in known:
                combo.addItem(words, record_id)
            self._combos[group][name.key] = combo
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(combo, row, 1)
        return row + 1


def _choice(group: str, chosen: object) -> Choice:
    if isinstance(chosen, int):
        return Choice(ChoiceKind.USE, chosen)
    return Choice(ChoiceKind.FIRST if group == "stages" else ChoiceKind.ADD)
