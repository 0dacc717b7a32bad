"""The rows of the field picker: heading, section line, a field that both changed, one that is settled."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S, GAP_XL
from app.qtbase.theme import restyle, theme
from app.services.records.office import EmployeeRecord
from app.services.records.values import FieldValue
from app.views.cards.conflict.cells import JoinedCell, VersionCell, empty_words
from app.views.cards.conflict.versions import Collision, Settled
from app.views.widgets.avatar import Avatar
from app.views.widgets.buttons import Button
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.tags import Counter

NAME_WIDTH: Final = 178
BEFORE_WIDTH: Final = 195


class PickerRow(QFrame):
    """Columns of the same widths in every row: field, what was there, then the versions."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "head")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(GAP_XL - 4, 0, GAP_M, 0)
        self.row.setSpacing(0)

    def add_fixed(self, widget: QWidget, width: int) -> None:
        """A column at the left."""
        holder = QWidget(self)
        holder.setProperty("role", "page")
        holder.setFixedWidth(width)
        inner = QHBoxLayout(holder)
        inner.setContentsMargins(0, 6, GAP_S, 6)
        inner.setSpacing(GAP_S)
        inner.addWidget(widget)
        self.row.addWidget(holder)
        self._add_rule()

    def add_stretched(self, widget: QWidget) -> None:
        """A column of the versions."""
        self.row.addSpacing(GAP_M)
        self.row.addWidget(widget, 1)
        self.row.addSpacing(GAP_M)

    def _add_rule(self) -> None:
        rule = QFrame(self)
        rule.setProperty("role", "vrule")
        self.row.addWidget(rule)
        self.row.addSpacing(GAP_M)


class HeadingRow(PickerRow):
    """Whose column is whose; a button above each takes all of it."""

    taken = Signal(int)
    """0 for theirs, 1 for mine."""

    def __init__(self, was: str, people: tuple[EmployeeRecord | None, EmployeeRecord | None],
                 notes: tuple[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setMinimumHeight(48)
        self.add_fixed(_caption(QCoreApplication.translate("Conflict", "Field"), self), NAME_WIDTH)
        self.add_fixed(_caption(was, self), BEFORE_WIDTH)
        you = QCoreApplication.translate("Conflict", "You")
        other = people[0].name if people[0] is not None else QCoreApplication.translate("Conflict", "the program")
        for number, name in enumerate((other, you)):
            self.add_stretched(self._person(number, people[number], name, notes[number]))

    def _person(self, number: int, person: EmployeeRecord | None, name: str, note: str) -> QWidget:
        holder = QWidget(self)
        holder.setProperty("role", "page")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        if person is not None:
            row.addWidget(Avatar(person.name, person.id, 24, holder))
        words = QVBoxLayout()
        words.setSpacing(1)
        first = QLabel(name, holder)
        first.setProperty("role", "label")
        words.addStretch(1)
        words.addWidget(first)
        words.addWidget(_caption(note, holder))
        words.addStretch(1)
        row.addLayout(words, 1)
        take = Button(QCoreApplication.translate("Conflict", "Take all"), small=True, parent=holder)
        take.setAccessibleName(f"{take.text()}: {name}")
        take.clicked.connect(lambda: self.taken.emit(number))
        row.addWidget(take)
        return holder


class SectionRow(QFrame):
    """ "Изменили оба 4"."""

    def __init__(self, icon: str, role: str, words: str, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setFixedHeight(theme().metrics.row_line - 4)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_XL - 4, 0, GAP_L, 0)
        row.setSpacing(GAP_S)
        row.addWidget(IconLabel(icon, role, theme().metrics.icon_cell, parent=self))
        label = QLabel(words, self)
        label.setProperty("role", "label")
        row.addWidget(label)
        row.addWidget(Counter(count, parent=self))
        row.addStretch(1)


class CollisionRow(PickerRow):
    """One field, its versions side by side; tinted until one is chosen."""

    decided = Signal()

    def __init__(self, collision: Collision, parent: QWidget) -> None:
        super().__init__(parent)
        self.collision = collision
        self.add_fixed(self._name(), NAME_WIDTH)
        before = QLabel(collision.before_words[:300] or empty_words(), self)
        before.setTextFormat(Qt.TextFormat.PlainText)
        before.setProperty("tone", "second" if collision.before_words else "muted")
        before.setWordWrap(True)
        self.add_fixed(before, BEFORE_WIDTH)
        self.cells = self._make_cells()
        column = QVBoxLayout()
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(GAP_S)
        beside = QHBoxLayout()
        beside.setSpacing(GAP_M)
        for cell in self.cells[:2]:
            beside.addWidget(cell, 1)
        column.addLayout(beside)
        for cell in self.cells[2:]:
            column.addWidget(cell)
        self.row.addLayout(column, 1)
        self._show_state()

    def choice(self) -> int | None:
        """0 theirs, 1 mine, 2 both; None while nothing is chosen."""
        return next((number for number, cell in enumerate(self.cells) if cell.is_on()), None)

    def choose(self, number: int) -> None:
        """Take a version; nothing where there is no such column."""
        if number < len(self.cells):
            self.cells[number].set_on(True)
            self.cells[number].radio.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def value(self) -> FieldValue:
        """What was chosen."""
        match self.choice():
            case 0:
                return self.collision.theirs
            case 1:
                return self.collision.mine
        cell = self.cells[-1]
        return cell.text() if isinstance(cell, JoinedCell) and cell.area is not None else self.collision.joined

    def focus(self) -> None:
        self.cells[self.choice() or 0].radio.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _name(self) -> QWidget:
        holder = QWidget(self)
        holder.setProperty("role", "page")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        name = QLabel(self.collision.field.name, holder)
        name.setProperty("role", "name")
        name.setWordWrap(True)
        self._mark = IconLabel("alert", "warn", theme().metrics.icon_cell, parent=holder)
        row.addWidget(name, 1)
        row.addWidget(self._mark)
        return holder

    def _make_cells(self) -> list[VersionCell]:
        one, name = self.collision, self.collision.field.name
        theirs = QCoreApplication.translate("Conflict", "{field}, theirs").format(field=name)
        mine = QCoreApplication.translate("Conflict", "{field}, yours").format(field=name)
        cells = [VersionCell(one.theirs_words, theirs, self), VersionCell(one.mine_words, mine, self)]
        if one.joined is not None:
            cells.append(JoinedCell(one.joined_words, name, isinstance(one.joined, str), self))
        for number, cell in enumerate(cells):
            cell.chosen.connect(lambda chosen=number: self._chosen(chosen))
        return cells

    def _chosen(self, number: int) -> None:
        for other, cell in enumerate(self.cells):
            if other != number:
                cell.set_on(False)
        self._show_state()
        self.decided.emit()

    def _show_state(self) -> None:
        open_still = self.choice() is None
        restyle(self, role="banner" if open_still else "head", tone="warn" if open_still else "")
        self._mark.setVisible(open_still)


class SettledRow(PickerRow):
    """A field that needs no decision."""

    def __init__(self, settled: Settled, who: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.add_fixed(_caption(settled.name, self), NAME_WIDTH)
        before = QLabel(settled.before_words[:300] or empty_words(), self)
        before.setTextFormat(Qt.TextFormat.PlainText)
        before.setProperty("tone", "muted")
        before.setWordWrap(True)
        self.add_fixed(before, BEFORE_WIDTH)
        self.row.addWidget(IconLabel("check", "ok", theme().metrics.icon_cell, parent=self))
        self.row.addSpacing(GAP_S)
        value = QLabel(settled.words[:300] or empty_words(), self)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setProperty("role", "control")
        self.row.addWidget(value)
        self.row.addSpacing(GAP_S)
        by_me = QCoreApplication.translate("Conflict", "changed by you")
        by_other = QCoreApplication.translate("Conflict", "changed by {name}").format(name=who)
        self.row.addWidget(_caption(by_me if settled.mine else by_other, self), 1)


def _caption(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "caption")
    label.setProperty("tone", "second")
    return label
