"""What every editor of a form field can do."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.qtbase.theme import restyle, theme


class Editor(QWidget):
    """Edits one value. Subclasses narrow the type of `value` and `set_value`."""

    changed = Signal()
    """The user changed it; `set_value` is silent."""
    left = Signal()
    """The focus went elsewhere: the moment to validate (section 4, form fields)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inputs: list[QWidget] = []
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(4)

    def value(self) -> object:
        """The value, None where the field is empty or can't be read."""
        raise TypeError(f"{type(self).__name__} has no value")

    def set_value(self, value: object) -> None:
        """Show a value without `changed`."""
        raise TypeError(f"{type(self).__name__} takes no value")

    def problem(self) -> str | None:
        """Words why what is typed can't be read, None where it can."""
        return None

    def input(self) -> QWidget:
        """The widget that takes the focus and belongs to the label."""
        return self._inputs[0]

    def set_state(self, state: str) -> None:
        """ "error" or an empty text: the edge of the input."""
        for widget in self._inputs:
            restyle(widget, state=state)

    def add_input(self, widget: QWidget, *, high: bool = False) -> None:
        """Register an input: one control high unless told `high`, watched for losing the focus."""
        if not high:
            theme().fix_height(widget, "control")
        widget.installEventFilter(self)
        self._inputs.append(widget)

    def forget_input(self, widget: QWidget) -> None:
        """Undo `add_input` before a widget is deleted."""
        widget.removeEventFilter(self)
        self._inputs.remove(widget)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # no focus proxy: Tab would pass over everything else in here
        self.input().setFocus(event.reason())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched in self._inputs:
            self.focus_left()
        return super().eventFilter(watched, event)

    def focus_left(self) -> None:
        """Called when an input loses the focus, before `left`; subclasses tidy the writing here."""
        self.left.emit()


class LineEditor(Editor):
    """Base of the editors that are one line of text."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(self._edited)
        self.box.addWidget(self.line)
        self.add_input(self.line)

    def typed(self) -> None:
        """Called before `changed`; subclasses read here what was typed."""

    def _edited(self) -> None:
        self.typed()
        self.changed.emit()

    def text(self) -> str:
        """What is typed, without spaces around it."""
        return self.line.text().strip()
