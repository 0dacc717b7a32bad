"""One condition of the panel: the field's name, its operator, its values; or a broken one with what is wrong."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_XS
from app.qtbase.theme import theme
from app.services.records.lists import Condition, FilterField
from app.views.records.filter.editors import (
    CountedDaysValue,
    DaysValue,
    NamedPeriodValue,
    NothingToSay,
    NumbersValue,
    StatesValue,
    TagsValue,
    TextValue,
    ValueEditor,
    YesNoValue,
)
from app.views.records.filter.names import COUNTED, NAMED, RANGE, field_words, operator_words, warning_words
from app.views.records.filter.operators import offered_operators, operator_of
from app.views.widgets.buttons import IconButton
from app.views.widgets.painting import draw_icon_at, draw_text, text_width


class OperatorButton(QAbstractButton):
    """The operator in quiet words with a caret, at the right of the field's name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().fix_height(self, "tag")

    def say(self, words: str, name: str) -> None:
        self.setText(words)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(text_width(self.text(), "caption") + CARET + 3 * GAP_XS, theme().metrics.tag)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        role = "text" if self.underMouse() else "text2"
        room = self.rect().adjusted(GAP_XS, 0, -CARET - 2 * GAP_XS, 0)
        draw_text(painter, room, self.text(), "caption", role, elide=False)
        draw_icon_at(painter, "down", role, self.width() - CARET - GAP_XS, self.height() // 2, CARET)
        if self.hasFocus():
            painter.setPen(theme().colors.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


CARET = 10
AHEAD = ("next_activity", "meeting_at", "next_payment")
"""Fields whose days are mostly still to come."""
ReadDay = Callable[[str, bool], date | None]
"""Reads a day as people type it; the second says whether the field looks ahead."""


class ConditionBox(QWidget):
    """Asks nothing while its value is empty."""

    changed = Signal()
    removed = Signal()

    def __init__(
        self, field: FilterField, read_day: ReadDay, *, removable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._name = field_words(field)
        self._read_day = read_day
        self._operators = offered_operators(field)
        self.operator = self._operators[0]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_XS)
        self._column.addLayout(self._head(removable))
        self.editor = self._make_editor()
        self._column.addWidget(self.editor)
        self._column.addStretch(1)

    @property
    def wide(self) -> bool:
        """Takes the panel's whole width."""
        return self.field.code in ("stage", "activity_state")

    def condition(self) -> Condition | None:
        asked = self.editor.asked()
        return None if asked is None else Condition(self.field.code, *asked)

    def show_condition(self, condition: Condition) -> None:
        """Show it without `changed`."""
        self._use(operator_of(self.field, condition))
        self.editor.show_values(condition.operator, condition.values)

    def clear(self) -> None:
        """Back to the field's usual operator, asking nothing."""
        self.operator = ""
        self._use(self._operators[0])

    def focus(self) -> None:
        self.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def choose_operator(self, operator: str) -> None:
        """As the menu does: what was typed goes along where it still fits."""
        before = self.editor.asked()
        self._use(operator)
        if before is not None and (before[0] == self.operator or {before[0], operator} <= _EXCHANGEABLE):
            self.editor.show_values(operator, before[1])
        self.changed.emit()
        self.focus()

    def _head(self, removable: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_XS)
        self.label = QLabel(self._name, self)
        self.label.setProperty("role", "label")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self.label)
        row.addStretch(1)
        self.menu_button = OperatorButton(self)
        self.menu_button.setVisible(len(self._operators) > 1)
        self.menu_button.clicked.connect(self.open_menu)
        row.addWidget(self.menu_button)
        if removable:
            words = QCoreApplication.translate("Filter", "Remove the condition {name}").format(name=self._name)
            remove = IconButton("close", words, small=True, parent=self)
            theme().fix_height(remove, "tag")
            remove.clicked.connect(self.removed)
            row.addWidget(remove)
        self._say_operator()
        return row

    def open_menu(self) -> QMenu:
        """The operators, under the one in force."""
        menu = QMenu(self)
        for operator in self._operators:
            action = menu.addAction(operator_words(self.field.kind, operator))
            action.setCheckable(True)
            action.setChecked(operator == self.operator)
            action.triggered.connect(lambda _=False, chosen=operator: self.choose_operator(chosen))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
        return menu

    def _use(self, operator: str) -> None:
        if operator == self.operator or operator not in self._operators:
            return
        self.operator = operator
        fresh = self._make_editor()
        self._column.replaceWidget(self.editor, fresh)
        self.editor.hide()
        self.editor.deleteLater()
        self.editor = fresh
        fresh.show()
        self._say_operator()

    def _say_operator(self) -> None:
        words = operator_words(self.field.kind, self.operator)
        self.menu_button.say(words, f"{self._name}: {words}")

    def _make_editor(self) -> ValueEditor:
        editor = self._editor_of(self.operator)
        editor.changed.connect(self.changed)
        return editor

    def _editor_of(self, operator: str) -> ValueEditor:
        name, kind = self._name, self.field.kind
        if kind in ("yes_no", "presence") and operator in ("equals", "filled") and operator == self._operators[0]:
            return YesNoValue(self.field, name, self)
        if operator in ("empty", "filled"):
            return NothingToSay(operator, operator_words(kind, operator), self)
        if kind == "state":
            return StatesValue(operator, self)
        if kind in ("references", "several", "words"):
            return TagsValue(self.field, operator, name, self)
        if operator in COUNTED:
            return CountedDaysValue(operator, name, self)
        if operator == NAMED:
            return NamedPeriodValue(name, self)
        stored = "between" if operator == RANGE else operator
        if kind == "day":
            ahead = self.field.code in AHEAD
            return DaysValue(stored, name, lambda text: self._read_day(text, ahead), self)
        if kind in ("number", "money"):
            return NumbersValue(stored, name, self)
        return TextValue(operator, name, self)


_EXCHANGEABLE = {"any_of", "none_of", "all_of", "contains", "not_contains", "equals", "before", "after"}


class BrokenBox(QWidget):
    """A condition of a deleted field, or of another version: struck, with what is wrong, until it is removed."""

    changed = Signal()
    removed = Signal()

    def __init__(self, condition: Condition, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._condition = condition
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        row = QHBoxLayout()
        name = QLabel(condition.field, self)
        name.setProperty("role", "label")
        font = name.font()
        font.setStrikeOut(True)
        name.setFont(font)
        row.addWidget(name)
        row.addStretch(1)
        words = QCoreApplication.translate("Filter", "Remove the condition {name}").format(name=condition.field)
        self.remove = IconButton("close", words, small=True, parent=self)
        theme().fix_height(self.remove, "tag")
        self.remove.clicked.connect(self.removed)
        row.addWidget(self.remove)
        column.addLayout(row)
        said = QLabel(warning_words(code), self)
        said.setProperty("tone", "danger")
        said.setWordWrap(True)
        column.addWidget(said)
        column.addStretch(1)
        self.setAccessibleName(f"{condition.field}: {said.text()}")
        self.setFocusProxy(self.remove)

    wide = False

    def condition(self) -> Condition | None:
        return self._condition

    def focus(self) -> None:
        self.remove.setFocus(Qt.FocusReason.TabFocusReason)
