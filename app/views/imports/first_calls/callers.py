"""Who calls: a line a person with their share and how many leads that comes to."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.importing.first_calls.records import CallerChoice
from app.services.importing.first_calls.spreading import quotas

LINE_HEIGHT: Final = 33
MOST_LINES: Final = 5
SHARES: Final = (4, 2, 1, 8)
"""Of a whole, a half and a quarter of what the others get, and of twice as much."""


class CallersList(QScrollArea):
    """Chosen people and their shares."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setProperty("role", "page")
        self._lines = QVBoxLayout(page)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.setWidget(page)
        self._people: dict[int, tuple[QCheckBox, QComboBox, QLabel]] = {}
        self._waiting = 0

    def show_callers(self, callers: Sequence[CallerChoice], waiting: int) -> None:
        """Lay the lines out: the suggested first, chosen."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._people = {}
        self._waiting = waiting
        for one in sorted(callers, key=lambda one: not one.suggested):
            self._lines.addWidget(self._line(one))
        self._lines.addStretch(1)
        self.setFixedHeight(min(len(callers), MOST_LINES) * LINE_HEIGHT)
        self._recount()

    def shares(self) -> dict[int, int]:
        """The chosen people with their shares."""
        return {who: int(share.currentData()) for who, (box, share, _) in self._people.items() if box.isChecked()}

    def focus(self) -> None:
        """The cursor to the first person."""
        for box, _, _ in self._people.values():
            box.setFocus()
            return

    def _line(self, one: CallerChoice) -> QFrame:
        line = QFrame(self)
        line.setProperty("role", "head")
        line.setFixedHeight(LINE_HEIGHT)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, GAP_S, 0)
        row.setSpacing(GAP_S)
        box = QCheckBox(one.name, line)
        box.setChecked(one.suggested)
        about = QLabel(_about(one), line)
        about.setProperty("role", "caption")
        about.setMinimumWidth(40)
        about.setToolTip(about.text())
        share = QComboBox(line)
        share.setAccessibleName(QCoreApplication.translate("Imports", "Share of {name}").format(name=one.name))
        for weight, words in zip(SHARES, _share_words(), strict=True):
            share.addItem(words, weight)
        theme().fix_height(share, "control_small")
        share.setFixedWidth(150)
        result = QLabel(line)
        result.setProperty("role", "caption")
        result.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        result.setMinimumWidth(90)
        box.toggled.connect(self._recount)
        share.activated.connect(self._recount)
        row.addWidget(box)
        row.addWidget(about, 1)
        row.addWidget(share)
        row.addSpacing(GAP_M)
        row.addWidget(result)
        self._people[one.employee_id] = (box, share, result)
        return line

    def _recount(self) -> None:
        shares = self.shares()
        given = quotas(self._waiting, shares) if shares else {}
        for who, (box, share, result) in self._people.items():
            share.setEnabled(box.isChecked())
            count = given.get(who, 0)
            words = QCoreApplication.translate("Imports", "%n call(s)", None, count)
            result.setText(words.replace(str(count), i18n.number(count)) if box.isChecked() else "")
        self.changed.emit()


def _share_words() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("Imports", "Full share"),
        QCoreApplication.translate("Imports", "Half a share"),
        QCoreApplication.translate("Imports", "Quarter of a share"),
        QCoreApplication.translate("Imports", "Double share"),
    )


def _about(one: CallerChoice) -> str:
    """How many of the leads are the person's already, and whether the person is there at all."""
    parts = []
    if one.leads:
        parts.append(QCoreApplication.translate("Imports", "%n lead(s)", None, one.leads))
    if one.away_until is not None:
        words = QCoreApplication.translate("Imports", "away until {day}")
        parts.append(words.format(day=i18n.day_and_month(one.away_until)))
    if not one.invited:
        parts.append(QCoreApplication.translate("Imports", "not invited yet"))
    return " · ".join(parts)
