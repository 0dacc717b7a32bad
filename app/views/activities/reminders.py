"""How long before its start an activity reminds; several times where wanted."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_S, GAP_XS
from app.views.activities.wording import OFFERED_REMINDERS, reminder_words
from app.views.widgets.buttons import IconButton
from app.views.widgets.fields import Choice, FieldFrame, OneOfEditor

MOST = 10
_NEVER = -1


class RemindersField(QWidget):
    """The first reminder as a field; further ones in `more`, which the form places."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._editor = OneOfEditor(_choices(never=True))
        self.frame = FieldFrame(QCoreApplication.translate("Activities", "Remind"), self._editor, parent=self)
        self.frame.changed.connect(self.changed)
        column.addWidget(self.frame)
        self.more = QWidget(self)
        self.more.setProperty("role", "page")
        self._grid = QGridLayout(self.more)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP_S)
        self._grid.setVerticalSpacing(GAP_XS)
        self._grid.setColumnStretch(3, 1)
        self._others: list[_Other] = []
        self.more.hide()

    def value(self) -> tuple[int, ...]:
        """Minutes before the start, each once."""
        chosen = [self._editor.value(), *(other.editor.value() for other in self._others)]
        return tuple(sorted({minutes for minutes in chosen if isinstance(minutes, int) and minutes >= 0}))

    def set_value(self, minutes: tuple[int, ...]) -> None:
        """Show these, without `changed`."""
        for other in tuple(self._others):
            self._drop(other)
        _show(self._editor, minutes[0] if minutes else _NEVER, never=True)
        for one in minutes[1:]:
            self._add(one)

    def add(self) -> None:
        """Another reminder: the shortest one that is not there yet."""
        taken = self.value()
        free = next((one for one in (10, *OFFERED_REMINDERS) if one not in taken), None)
        if free is None or len(taken) >= MOST:
            return
        if not taken:
            _show(self._editor, free, never=True)
        else:
            self._add(free).editor.combo.setFocus()
        self.changed.emit()

    def _add(self, minutes: int) -> "_Other":
        other = _Other(minutes, self.more)
        other.editor.changed.connect(self.changed)
        other.drop.clicked.connect(lambda: self._dropped(other))
        self._others.append(other)
        row = self._grid.rowCount()
        for column, widget in enumerate((other.label, other.editor, other.drop)):
            self._grid.addWidget(widget, row, column)
        self.more.show()
        return other

    def _dropped(self, other: "_Other") -> None:
        self._drop(other)
        self.changed.emit()

    def _drop(self, other: "_Other") -> None:
        self._others.remove(other)
        for widget in (other.label, other.editor, other.drop):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.more.setVisible(bool(self._others))


class _Other:
    """A further reminder: its words, its choice, its cross."""

    def __init__(self, minutes: int, parent: QWidget) -> None:
        self.label = QLabel(QCoreApplication.translate("Activities", "Remind also"), parent)
        self.label.setProperty("role", "label")
        self.editor = OneOfEditor(_choices(never=False), parent=parent)
        self.editor.setMinimumWidth(140)
        self.label.setBuddy(self.editor.combo)
        _show(self.editor, minutes, never=False)
        self.drop = IconButton(
            "close", QCoreApplication.translate("Activities", "Without this reminder"), small=True, parent=parent
        )


def _choices(*, never: bool, also: int = 0) -> list[Choice]:
    offered = sorted({*OFFERED_REMINDERS, *((also,) if also >= 0 else ())})
    found = [Choice(minutes, reminder_words(minutes)) for minutes in offered]
    return [Choice(_NEVER, reminder_words(None)), *found] if never else found


def _show(editor: OneOfEditor, minutes: int, *, never: bool) -> None:
    if minutes not in OFFERED_REMINDERS:
        editor.set_choices(_choices(never=never, also=minutes))
    editor.set_value(minutes)
