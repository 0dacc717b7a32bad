"""Editors of lists of lines: phones, emails, messengers."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from app.qtbase import i18n
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.fields.base import Editor


class ListEditor(Editor):
    """Lines of text with one more on request. The first is the main one."""

    def __init__(self, add_words: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placeholder = placeholder
        self._rows: list[tuple[QWidget, QLineEdit]] = []
        self._append("")  # before the button: Tab goes in the order in which things are made
        self._add = Button(add_words, "link", icon="plus", small=True, parent=self)
        self._add.clicked.connect(self._add_by_hand)
        self.box.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> tuple[str, ...] | None:
        """The lines that hold something, as `tidy` writes them."""
        return tuple(self.tidy(line.text().strip()) for _, line in self._rows if line.text().strip()) or None

    def set_value(self, value: object) -> None:
        lines = [str(item) for item in value] if isinstance(value, Sequence) and not isinstance(value, str) else []
        while len(self._rows) > max(1, len(lines)):
            self._drop(self._rows[-1][0])
        while len(self._rows) < len(lines):
            self._append("")
        self._order()
        for number, (_, line) in enumerate(self._rows):
            line.setText(self.show_line(lines[number]) if number < len(lines) else "")
            line.setCursorPosition(0)  # a long address is read from its beginning
        self.set_notes(())

    def set_notes(self, notes: Sequence[tuple[str, str]]) -> None:
        """What is known of the lines shown: a code that goes with the line, and its words beside it."""
        for number, (holder, line) in enumerate(self._rows):
            code, words = notes[number] if number < len(notes) else ("", "")
            line.setProperty("note", code)
            line.setAccessibleDescription(words)
            shown = holder.findChild(QLabel)
            assert isinstance(shown, QLabel), "every row has one"
            shown.setText(words)
            shown.setVisible(bool(words))

    def notes(self) -> tuple[str, ...]:
        """The codes of the lines that hold something, in the order of `value`."""
        return tuple(str(line.property("note") or "") for _, line in self._rows if line.text().strip())

    def tidy(self, text: str) -> str:
        """How a line is handed out; what can't be understood stays as written."""
        return text

    def show_line(self, text: str) -> str:
        """How a line is shown."""
        return text

    def focus_left(self) -> None:
        for _, line in self._rows:
            if not line.hasFocus() and line.text().strip():
                line.setText(self.show_line(self.tidy(line.text().strip())))
        super().focus_left()

    def _add_by_hand(self) -> None:
        line = self._append("")
        self._order()
        line.setFocus()

    def _append(self, text: str) -> QLineEdit:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        line = QLineEdit(self.show_line(text), holder)
        line.setPlaceholderText(self._placeholder)
        line.textEdited.connect(self.changed)
        row.addWidget(line, 1)
        note = QLabel(holder)
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setProperty("role", "caption")
        note.hide()
        row.addWidget(note)
        if self._rows:
            line.setAccessibleName(QCoreApplication.translate("Fields", "One more"))
            remove = IconButton("close", QCoreApplication.translate("Fields", "Remove"), role="text3", parent=holder)
            remove.clicked.connect(lambda: self._remove_by_hand(holder))
            row.addWidget(remove)
        self.box.insertWidget(len(self._rows), holder)
        self._rows.append((holder, line))
        self.add_input(line)
        return line

    def _order(self) -> None:
        """Tab goes down the lines, those made later too, then to "one more"."""
        stops: list[QWidget] = []
        for holder, line in self._rows:
            stops += [line, *holder.findChildren(IconButton)]
        for before, after in pairwise([*stops, self._add]):
            QWidget.setTabOrder(before, after)

    def _remove_by_hand(self, holder: QWidget) -> None:
        self._drop(holder)
        self.changed.emit()

    def _drop(self, holder: QWidget) -> None:
        (found,) = [row for row in self._rows if row[0] is holder]
        self._rows.remove(found)
        self.forget_input(found[1])
        self.box.removeWidget(holder)
        holder.deleteLater()


class PhoneListEditor(ListEditor):
    """Phones: valid ones are handed out as E.164 ("+79160004127"), others as written (they are kept, never matched)."""

    def __init__(self, region: str = "RU", parent: QWidget | None = None) -> None:
        self._region = region
        super().__init__(QCoreApplication.translate("Fields", "One more phone"), "+7", parent)

    def tidy(self, text: str) -> str:
        import phonenumbers  # 15 ms, which the first window has not: it asks for no phone

        try:
            parsed = phonenumbers.parse(text, self._region)
        except phonenumbers.NumberParseException:
            return text
        if not phonenumbers.is_possible_number(parsed):
            return text
        return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)

    def show_line(self, text: str) -> str:
        return i18n.phone(text) if text.startswith("+") else text


class EmailListEditor(ListEditor):
    """Email addresses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Fields", "One more address"), "name@example.com", parent)
