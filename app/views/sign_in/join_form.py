"""Coming in by a one-time code: the first time, and after a forgotten password; the password is set twice."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.errors import PrichalError
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_L, GAP_M, GAP_XL
from app.views.sign_in.entry_switch import BY_CODE, add_form_head
from app.views.widgets.buttons import Button
from app.views.widgets.fields import FieldFrame, PasswordEditor, TextEditor


class JoinForm(QWidget):
    """Asks for code, login and the new password; whoever owns it joins."""

    submitted = Signal(str, str, str)
    """Login, code, password."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, GAP_XL, 28, GAP_L)
        column.setSpacing(0)
        title = QCoreApplication.translate("SignIn", "Coming in by a code")
        self._database, self.switch = add_form_head(column, title, BY_CODE, self)
        self._add_fields(column)
        self.button = Button(
            QCoreApplication.translate("SignIn", "Set the password and sign in"), "primary", parent=self
        )
        self.button.clicked.connect(self.submit)
        column.addWidget(self.button)
        column.addSpacing(GAP_M)
        self.problem = QLabel(self)
        self.problem.setProperty("tone", "danger")
        self.problem.setWordWrap(True)
        self.problem.hide()
        column.addWidget(self.problem)
        column.addStretch(1)
        words = QLabel(
            QCoreApplication.translate(
                "SignIn",
                "Your administrator gives the code: for the first sign-in, and anew where a password is forgotten.",
            ),
            self,
        )
        words.setProperty("role", "caption")
        words.setWordWrap(True)
        column.addWidget(words)

    def _add_fields(self, column: QVBoxLayout) -> None:
        self.code = FieldFrame(
            QCoreApplication.translate("SignIn", "One-time code"), TextEditor("XXXX-XXXX-XXXX"), parent=self
        )
        self.login = FieldFrame(QCoreApplication.translate("SignIn", "Phone or email"), TextEditor(), parent=self)
        self.password = FieldFrame(QCoreApplication.translate("SignIn", "New password"), PasswordEditor(), parent=self)
        self.again = FieldFrame(QCoreApplication.translate("SignIn", "Once more"), PasswordEditor(), parent=self)
        pair = QHBoxLayout()
        pair.setSpacing(GAP_M)
        pair.addWidget(self.password, 1, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(self.again, 1, Qt.AlignmentFlag.AlignTop)
        for field in (self.code, self.login):
            column.addWidget(field)
            column.addSpacing(GAP_M)
        column.addLayout(pair)
        column.addSpacing(GAP_L)
        for field in (self.code, self.login, self.password, self.again):
            field.changed.connect(self._problem_over)
            field.editor.input().installEventFilter(self)

    def _problem_over(self) -> None:
        self.problem.hide()

    def show_database(self, name: str, login: str) -> None:
        """Come in to another database."""
        self._database.setText(QCoreApplication.translate("SignIn", "Database “{name}”").format(name=name))
        self.login.set_value(login or None)

    def offer(self, login: str, code: str) -> None:
        """A code was typed where a password is asked for: only the new password is missing."""
        self.login.set_value(login)
        self.code.set_value(code)
        self.password.focus()

    def set_busy(self, busy: bool) -> None:
        """While joining nothing can be changed."""
        for widget in (self.code, self.login, self.password, self.again, self.button, self.switch):
            widget.setEnabled(not busy)

    def show_problem(self, error: PrichalError) -> None:
        """Say why not, beside the field it is about."""
        if error.code == "password_short":
            self.password.set_error(error_text(error))
            self.password.focus()
            return
        self.problem.setText(error_text(error))
        self.problem.show()
        if error.code == "code_refused":
            self.code.focus()

    def submit(self) -> None:
        """Hand over what is typed, or go to the field that is empty or differs."""
        code, login, password = self.code.value(), self.login.value(), self.password.value()
        if not isinstance(code, str):
            self.code.set_error(QCoreApplication.translate("SignIn", "Enter the code"))
            self.code.focus()
        elif not isinstance(login, str):
            self.login.set_error(QCoreApplication.translate("SignIn", "Enter your phone or email"))
            self.login.focus()
        elif not isinstance(password, str):
            self.password.set_error(QCoreApplication.translate("SignIn", "Enter a new password"))
            self.password.focus()
        elif self.again.value() != password:
            self.again.set_error(QCoreApplication.translate("SignIn", "Not the same"))
            self.again.focus()
        else:
            self.submitted.emit(login, code, password)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.submit()
            return True
        return super().eventFilter(watched, event)
