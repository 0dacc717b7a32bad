"""Editors of words: a line, several lines, a password."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.qtbase import icons
from app.qtbase.theme import theme
from app.views.widgets.fields.base import Editor, LineEditor


class TextEditor(LineEditor):
    """One line; None where empty."""

    def __init__(self, placeholder: str = "", *, max_length: int = 500, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self._most = max_length
        self.line.setMaxLength(max_length)

    def value(self) -> str | None:
        return self.text() or None

    def set_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        self.line.setMaxLength(max(self._most, len(text)))  # what is stored is never cut
        self.line.setText(text)
        self.line.setCursorPosition(0)


class PasswordEditor(LineEditor):
    """A secret, with an eye to see it. Spaces at its ends belong to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = QAction(icons.icon("eye", "text3"), QCoreApplication.translate("Fields", "Show the password"), self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self.line.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)

    def value(self) -> str | None:
        return self.line.text() or None

    def set_value(self, value: object) -> None:
        self.line.setText("" if value is None else str(value))

    def _show(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icons.icon("eye_off" if shown else "eye", "text3"))


class LongTextEditor(Editor):
    """Several lines of plain text; Tab leaves it."""

    def __init__(self, placeholder: str = "", *, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = QPlainTextEdit(self)
        self.area.setPlaceholderText(placeholder)
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(lines * (theme().metrics.px_body + 5) + 20)
        self.area.textChanged.connect(self._typed)
        self._silent = False
        self.box.addWidget(self.area)
        self.add_input(self.area, high=True)

    def value(self) -> str | None:
        return self.area.toPlainText().strip() or None

    def set_value(self, value: object) -> None:
        self._silent = True
        self.area.setPlainText("" if value is None else str(value))
        self._silent = False

    def _typed(self) -> None:
        if not self._silent:
            self.changed.emit()
