"""How an activity ended: the office's results of its kind, and why a meeting has no recording."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.core.kinds import ActivityKind
from app.qtbase.metrics import GAP_XS
from app.qtbase.theme import theme
from app.services.records.office import CallResultRecord
from app.services.registry import Registry
from app.views.widgets.fields import Choice, FieldFrame, OneOfEditor, TextEditor
from app.views.widgets.painting import text_width

ROOM: Final = 388
"""Width of the side panel's content."""
_PADDING: Final = 24
_OTHER: Final = "other"
_MISSED: Final = "missed"


def results_of(registry: Registry, kind: ActivityKind) -> tuple[CallResultRecord, ...]:
    """The results that the service takes for a kind; where the office has none, that it is done."""
    found = [one for one in registry.all.call_results if one.activity_kind is kind]
    talk = kind in (ActivityKind.CALL, ActivityKind.MEETING)
    if not found:
        done = QCoreApplication.translate("Completion", "Done")
        found = [CallResultRecord("done", done, kind, reached=talk, needs_comment=talk)]
    if kind is ActivityKind.MEETING and all(one.code != _MISSED for one in found):
        missed = QCoreApplication.translate("Completion", "The client didn't come")
        found.append(CallResultRecord(_MISSED, missed, kind, reached=False, needs_comment=False))
    return tuple(found)


class ResultSwitch(QWidget):
    """One of the results, in as many lines as they need. Arrows walk, digits take one, letters begin the comment."""

    changed = Signal()
    """Another result is on."""
    taken = Signal()
    """It was taken for good, by a click or a digit: the next field is wanted."""
    typed = Signal(str)
    """A letter, which belongs to the comment: the result on stands as it is."""

    def __init__(self, results: Sequence[CallResultRecord], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = tuple(results)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: list[QToolButton] = []
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(GAP_XS)
        for line in _lines(self._results):
            row = QHBoxLayout()
            row.setSpacing(0)
            lines.addLayout(row)
            for place, result in enumerate(line):
                row.addWidget(self._make(result, place, len(line)), 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_value(self._results[0].code)

    def _make(self, result: CallResultRecord, place: int, count: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(result.name)
        button.setCheckable(True)
        button.setProperty("seg", "only" if count == 1 else {0: "first", count - 1: "last"}.get(place, "mid"))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        number = len(self._buttons) + 1
        button.setToolTip(QCoreApplication.translate("Completion", "Key {number}").format(number=number))
        theme().fix_height(button, "control")
        button.clicked.connect(lambda: self._take(result.code))
        button.installEventFilter(self)
        self._group.addButton(button)
        self._buttons.append(button)
        return button

    def value(self) -> CallResultRecord:
        chosen = next((number for number, button in enumerate(self._buttons) if button.isChecked()), 0)
        return self._results[chosen]

    def set_value(self, code: str) -> None:
        """Show a result, without `changed`; an unknown code leaves it as it is."""
        if all(one.code != code for one in self._results):
            return
        for one, button in zip(self._results, self._buttons, strict=True):
            on = one.code == code
            button.setChecked(on)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def focus(self) -> None:
        self._buttons[self._results.index(self.value())].setFocus(Qt.FocusReason.OtherFocusReason)

    def buttons(self) -> Sequence[QToolButton]:
        return tuple(self._buttons)

    def take(self, number: int) -> None:
        """Take the result of a number, from 1; there may be fewer."""
        if 1 <= number <= len(self._results):
            self._take(self._results[number - 1].code)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Buttons of a group would take an arrow for a click."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        back, on = (Qt.Key.Key_Left, Qt.Key.Key_Up), (Qt.Key.Key_Right, Qt.Key.Key_Down)
        step = -1 if event.key() in back else 1 if event.key() in on else 0
        if step:
            place = (self._results.index(self.value()) + step) % len(self._results)
            self.set_value(self._results[place].code)
            self.focus()
            self.changed.emit()
        elif event.text().isdecimal():
            self.take(int(event.text()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._take(self.value().code)
        elif event.text().isalpha() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.typed.emit(event.text())
        else:
            return False
        return True

    def _take(self, code: str) -> None:
        self.set_value(code)
        self.changed.emit()
        self.taken.emit()


def _lines(results: Sequence[CallResultRecord]) -> list[list[CallResultRecord]]:
    """As many beside each other as fit."""
    lines: list[list[CallResultRecord]] = [[]]
    left = ROOM
    for result in results:
        width = text_width(result.name, "name") + _PADDING
        if lines[-1] and width > left:
            lines.append([])
            left = ROOM
        lines[-1].append(result)
        left -= width
    return lines


class RecordingReason(QWidget):
    """Why there is no recording of a meeting: one of the usual reasons, or another in words."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        usual = (
            QCoreApplication.translate("Completion", "The client refused recording"),
            QCoreApplication.translate("Completion", "There was no microphone"),
            QCoreApplication.translate("Completion", "Met outside the office"),
        )
        other = Choice(_OTHER, QCoreApplication.translate("Completion", "Another reason…"))
        self.choice = OneOfEditor([*(Choice(words, words) for words in usual), other])
        label = QCoreApplication.translate("Completion", "Why there is no recording")
        self.frame = FieldFrame(label, self.choice, parent=self)
        self._words = TextEditor(max_length=300)
        self._other = FieldFrame(QCoreApplication.translate("Completion", "The reason"), self._words, parent=self)
        self._other.hide()
        column.addWidget(self.frame)
        column.addWidget(self._other)
        self.frame.changed.connect(self._chosen)
        self._other.changed.connect(self.changed)

    def value(self) -> str | None:
        chosen = self.choice.value()
        return self._words.value() if chosen == _OTHER else str(chosen) if chosen is not None else None

    def set_value(self, reason: str | None) -> None:
        """Show a reason, without `changed`."""
        self.choice.set_value(reason)
        unusual = bool(reason) and self.choice.value() is None
        if unusual:
            self.choice.set_value(_OTHER)
        self._words.set_value(reason if unusual else None)
        self._other.setVisible(unusual)

    def _chosen(self) -> None:
        other = self.choice.value() == _OTHER
        self._other.setVisible(other)
        if other:
            self._other.focus()
        self.changed.emit()
