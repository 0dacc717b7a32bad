"""Names in the file that the office doesn't have: each already has a safe default, so Enter works."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_M, GAP_S, GAP_XS
from app.qtbase.theme import theme
from app.services.importing.known import Choice, ChoiceKind, UnknownName
from app.services.importing.request import Choices
from app.services.importing.survey import Preview
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.panel import Panel
from app.views.widgets.tags import Counter

BAND_HEIGHT = 32
COMBO_WIDTH = 298
INDENT = 28


@dataclass(frozen=True, slots=True)
class Offices:
    """What the office has: numbers and names to choose from."""

    employees: tuple[tuple[int, str], ...]
    sources: tuple[tuple[int, str], ...]
    stages: tuple[tuple[int, str], ...]


class NamesPanel(Panel):
    """Employees, sources and stages, each name with its rows and a choice."""

    changed = Signal()

    def __init__(self, offices: Offices, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Imports", "Not in your database"), ruled=True, parent=parent)
        self._offices = offices
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("role", "page")
        self._lines = QVBoxLayout(page)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        area.setWidget(page)
        self.content.addWidget(area, 1)
        self.content.addLayout(self._make_note())
        self._combos: dict[str, dict[str, QComboBox]] = {}

    def show_names(self, summary: Preview) -> None:
        """Show the unknown names; a choice made before stays where the name is still there."""
        before = {
            group: {key: combo.currentData() for key, combo in combos.items()} for group, combos in self._combos.items()
        }
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._combos = {"employees": {}, "sources": {}, "stages": {}}
        self._group(
            "employees", "user", QCoreApplication.translate("Imports", "Employees"),
            QCoreApplication.translate("Imports", "Add without an invitation"), summary.unknown_employees,
        )  # fmt: skip
        self._group(
            "sources", "tag", QCoreApplication.translate("Imports", "Sources"),
            QCoreApplication.translate("Imports", "Add the source"), summary.unknown_sources,
        )  # fmt: skip
        self._group(
            "stages", "flag", QCoreApplication.translate("Imports", "Stages"),
            QCoreApplication.translate("Imports", "First stage, the old one kept"), summary.unknown_stages,
        )  # fmt: skip
        if any(self._combos.values()):
            self.set_status(QCoreApplication.translate("Imports", "what to do is chosen for each"))
        else:
            words = QCoreApplication.translate("Imports", "All employees, sources and stages are known.")
            known = QLabel(words, self)
            known.setMargin(GAP_M)
            self._lines.addWidget(known)
            self.set_status("")
        self._lines.addStretch(1)
        self._choose_again(before)

    def choices(self) -> Choices:
        """What was decided."""
        decided = {
            group: {key: _choice(group, combo.currentData()) for key, combo in combos.items()}
            for group, combos in self._combos.items()
        }
        return Choices(
            stages=decided.get("stages", {}), sources=decided.get("sources", {}), employees=decided.get("employees", {})
        )

    def _choose_again(self, before: dict[str, dict[str, object]]) -> None:
        for group, combos in self._combos.items():
            for key, combo in combos.items():
                combo.setCurrentIndex(max(0, combo.findData(before.get(group, {}).get(key))))

    def _make_note(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_M)
        row.setSpacing(GAP_S)
        words = QCoreApplication.translate("Imports", "Rules, messages and notifications stay still during an import.")
        note = QLabel(words, self)
        note.setProperty("role", "caption")
        note.setWordWrap(True)
        row.addWidget(IconLabel("info", "text3", 14, parent=self))
        row.addWidget(note, 1)
        return row

    def _group(self, group: str, icon: str, title: str, default: str, names: Sequence[UnknownName]) -> None:
        if not names:
            return
        band = QFrame(self)
        band.setProperty("role", "banner")
        band.setFixedHeight(BAND_HEIGHT)
        row = QHBoxLayout(band)
        row.setContentsMargins(GAP_M, 0, GAP_M, 0)
        row.setSpacing(GAP_S)
        words = QLabel(title, band)
        words.setProperty("role", "name")
        for widget in (IconLabel(icon, "text2", 14, parent=band), words, Counter(len(names), parent=band)):
            row.addWidget(widget)
        row.addStretch(1)
        self._lines.addWidget(band)
        known: tuple[tuple[int, str], ...] = getattr(self._offices, group)
        for name in names:
            self._lines.addWidget(self._line(group, name, default, known))

    def _line(self, group: str, name: UnknownName, default: str, known: Sequence[tuple[int, str]]) -> QFrame:
        line = QFrame(self)
        line.setProperty("role", "head")
        row = QHBoxLayout(line)
        row.setContentsMargins(INDENT, 3, GAP_M, 3)
        row.setSpacing(GAP_XS)
        count = name.rows
        rows = QCoreApplication.translate("Imports", "%n row(s)", None, count).replace(str(count), i18n.number(count))
        label = QLabel(name.name, line)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setToolTip(name.name)
        label.setMinimumWidth(40)
        amount = QLabel(f"· {rows}", line)
        amount.setProperty("role", "caption")
        combo = QComboBox(line)
        combo.setMinimumWidth(COMBO_WIDTH // 2)
        combo.setMaximumWidth(COMBO_WIDTH)
        theme().fix_height(combo, "control_small")
        label.setBuddy(combo)
        combo.addItem(default, None)
        for record_id, words in sorted(known, key=lambda one: one[0] != name.similar):
            combo.addItem(words, record_id)
        combo.activated.connect(self.changed)
        self._combos[group][name.key] = combo
        row.addWidget(label)
        row.addWidget(amount)
        row.addStretch(1)
        row.addWidget(combo, 8)
        return line


def _choice(group: str, chosen: object) -> Choice:
    if isinstance(chosen, int):
        return Choice(ChoiceKind.USE, chosen)
    return Choice(ChoiceKind.FIRST if group == "stages" else ChoiceKind.ADD)
