"""The right side of the sign-in window: who, the password, and what the program says about them."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.errors import PrichalError
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_L, GAP_S, GAP_XL
from app.qtbase.theme import theme
from app.views.sign_in.entry_switch import BY_PASSWORD, add_form_head
from app.views.widgets.buttons import Button
from app.views.widgets.fields import FieldFrame, PasswordEditor, TextEditor
from app.views.widgets.icon_label import IconLabel


class SignInForm(QWidget):
    """Asks for login and password; whoever owns it signs in."""

    submitted = Signal(str, str, bool)
    """Login, password, remember."""
    login_left = Signal(str)
    """The login was typed: its password may be in the keyring."""

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._caps = CapsLock()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, GAP_XL, 28, GAP_L)
        column.setSpacing(0)
        title = QCoreApplication.translate("SignIn", "Signing in")
        self._database, self.switch = add_form_head(column, title, BY_PASSWORD, self)
        self._add_fields(column)
        self._add_remember(column)
        self.button = Button(QCoreApplication.translate("SignIn", "Sign in"), "primary", parent=self)
        self.button.setDefault(True)
        self.button.clicked.connect(self.submit)
        column.addWidget(self.button)
        column.addSpacing(GAP_L)
        self.problem = QLabel(self)
        self.problem.setProperty("tone", "danger")
        self.problem.setWordWrap(True)
        self.problem.hide()
        column.addWidget(self.problem)
        column.addWidget(self._renewal())
        column.addStretch(1)
        column.addLayout(self._logged_row())
        column.addSpacing(GAP_S)
        column.addLayout(self._foot(version))

    def _add_fields(self, column: QVBoxLayout) -> None:
        self.login = FieldFrame(QCoreApplication.translate("SignIn", "Phone or email"), TextEditor(), parent=self)
        self.password = FieldFrame(QCoreApplication.translate("SignIn", "Password"), PasswordEditor(), parent=self)
        self.login.left.connect(self._leave_login)
        for field in (self.login, self.password):
            column.addWidget(field)
            column.addSpacing(GAP_L - 4)
            field.changed.connect(self.problem_over)
            field.editor.input().installEventFilter(self)

    def _add_remember(self, column: QVBoxLayout) -> None:
        self.remember = QCheckBox(QCoreApplication.translate("SignIn", "Remember me on this computer"), self)
        self.remember.hide()
        row = QHBoxLayout()
        row.addWidget(self.remember)
        row.addStretch(1)
        self.forgotten = Button(QCoreApplication.translate("SignIn", "Forgotten?"), "link", small=True, parent=self)
        row.addWidget(self.forgotten)
        column.addLayout(row)
        self._no_keyring = QLabel(
            QCoreApplication.translate("SignIn", "This system has no keyring, so the password is not kept."), self
        )
        self._no_keyring.setProperty("role", "caption")
        self._no_keyring.setWordWrap(True)
        self._no_keyring.hide()
        column.addWidget(self._no_keyring)
        column.addSpacing(GAP_L)

    def _renewal(self) -> QWidget:
        """Where the database is an older one."""
        self.older = QWidget(self)
        column = QVBoxLayout(self.older)
        column.setContentsMargins(0, GAP_S, 0, 0)
        words = QCoreApplication.translate(
            "SignIn",
            "An administrator brings it up to date here; everybody else waits: this window goes on by itself.",
        )
        waits = QLabel(words, self.older)
        waits.setProperty("role", "caption")
        waits.setWordWrap(True)
        self.renew = Button(QCoreApplication.translate("SignIn", "Bring it up to date"), icon="refresh", parent=self)
        column.addWidget(waits)
        column.addWidget(self.renew)
        self.older.hide()
        return self.older

    def _logged_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(IconLabel("info", "text3", theme().metrics.icon_cell, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        words = QLabel(
            QCoreApplication.translate("SignIn", "Who opened and changed what is written to the history."), self
        )
        words.setProperty("role", "caption")
        words.setWordWrap(True)
        row.addWidget(words, 1)
        return row

    def _foot(self, version: str) -> QHBoxLayout:
        row = QHBoxLayout()
        words = QLabel(QCoreApplication.translate("SignIn", "Version {version}").format(version=version), self)
        words.setProperty("role", "caption")
        row.addWidget(words)
        row.addStretch(1)
        self.theme_button = Button("", "link", icon_role="text3", small=True, parent=self)
        self.theme_button.setProperty("muted", True)
        row.addWidget(self.theme_button)
        return row

    def show_theme(self) -> None:
        """Name the other theme on the button."""
        dark = theme().is_dark
        light_words = QCoreApplication.translate("SignIn", "Light theme")
        dark_words = QCoreApplication.translate("SignIn", "Dark theme")
        self.theme_button.setText(light_words if dark else dark_words)
        self.theme_button.set_icon("sun" if dark else "moon")

    def show_database(self, name: str, login: str) -> None:
        """Sign in to another database: its last login, an empty password."""
        self._database.setText(QCoreApplication.translate("SignIn", "Database “{name}”").format(name=name))
        self.login.set_value(login)
        self.password.set_value("")
        self.problem_over()
        (self.password if login else self.login).focus()

    def show_keyring(self, lasts: bool) -> None:
        """Offer "remember me", or say in a line why not."""
        self.remember.setVisible(lasts)
        self._no_keyring.setVisible(not lasts)

    def fill_password(self, password: str) -> None:
        """Put in what the keyring keeps, unless something is typed already."""
        if not self.password.value():
            self.password.set_value(password)
            self.remember.setChecked(True)

    def set_busy(self, busy: bool) -> None:
        """While signing in nothing can be changed."""
        buttons = (self.button, self.switch, self.forgotten, self.renew)
        for widget in (self.login, self.password, self.remember, *buttons):
            widget.setEnabled(not busy)

    def show_problem(self, error: PrichalError) -> None:
        """Say why not; a wrong password gets the cursor, because it is typed anew."""
        self.problem.setText(error_text(error))
        self.problem.show()
        if error.code == "sign_in_refused":
            self.password.set_value("")
        self.password.focus()

    def problem_over(self) -> None:
        self.problem.hide()
        self.older.hide()

    def submit(self) -> None:
        """Hand over what is typed, or go to the field that is empty."""
        login, password = self.login.value(), self.password.value()
        if not isinstance(login, str):
            self.login.set_error(QCoreApplication.translate("SignIn", "Enter your phone or email"))
            self.login.focus()
        elif not isinstance(password, str):
            self.password.set_error(QCoreApplication.translate("SignIn", "Enter your password"))
            self.password.focus()
        else:
            self.submitted.emit(login, password, self.remember.isChecked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.submit()
                return True
            if watched is self.password.editor.input():
                self._say_caps(self._caps.seen(event))
        return super().eventFilter(watched, event)

    def _say_caps(self, on: bool) -> None:
        words = QCoreApplication.translate("SignIn", "Caps Lock is on") if on else ""
        self.password.set_hint(words, "warn")

    def _leave_login(self) -> None:
        login = self.login.value()
        if isinstance(login, str):
            self.login_left.emit(login)


class CapsLock:
    """Tells from typed letters whether Caps Lock is on: Qt has no question for it."""

    def __init__(self) -> None:
        self._on = False
        self._known = False

    def seen(self, event: QKeyEvent) -> bool:
        """Look at a key press; answers whether Caps Lock is on as far as is known."""
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock and self._known:
            self._on = not self._on
        elif len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._on, self._known = letter.isupper() != shifted, True
        return self._on
