"""Step 3: the administrator, and what will be created when the button is pressed."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.errors import PrichalError
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_CONTROL, GAP_L, GAP_M, GAP_S
from app.qtbase.theme import theme
from app.views.first_run import choices
from app.views.first_run.desk import Answers
from app.views.first_run.step import Step
from app.views.widgets.fields import FieldFrame, PasswordEditor, TextEditor
from app.views.widgets.icon_label import IconLabel

SHORTEST, GOOD = 8, 12
"""Characters of a password: at least, and from how many on it is called a good one."""


class AdministratorStep(Step):
    """Names, login, password twice."""

    def __init__(self, answers: Answers, keyring: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            3,
            QCoreApplication.translate("FirstRun", "Administrator"),
            QCoreApplication.translate("FirstRun", "Invites employees and gives rights"),
            answers,
            parent,
        )
        self._add_who()
        self._add_passwords()
        self._add_remember(keyring)
        self._add_summary()
        self.column.addSpacing(GAP_M)
        self.column.addLayout(self._logged_row())
        self.problem = QLabel(self)
        self.problem.setProperty("tone", "danger")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.column.addSpacing(GAP_S)
        self.column.addWidget(self.problem)
        self.column.addStretch(1)

    def _add_who(self) -> None:
        answers = self.answers
        self.last_name = self._field(QCoreApplication.translate("FirstRun", "Last name"), answers.last_name)
        self.first_name = self._field(QCoreApplication.translate("FirstRun", "First name"), answers.first_name)
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        row.addWidget(self.last_name, 1)
        row.addWidget(self.first_name, 1)
        self.column.addLayout(row)
        self.column.addSpacing(GAP_M)
        words = QCoreApplication.translate("FirstRun", "Phone or email: your login")
        self.login = self._field(words, answers.login)
        self.column.addWidget(self.login)
        self.column.addSpacing(GAP_M)

    def _field(self, label: str, value: str) -> FieldFrame:
        field = FieldFrame(label, TextEditor(max_length=255), required=True, parent=self)
        field.set_value(value)
        field.changed.connect(self._store)
        return field

    def _add_passwords(self) -> None:
        self.password = FieldFrame(
            QCoreApplication.translate("FirstRun", "Password"), PasswordEditor(), required=True, parent=self
        )
        self.repeated = FieldFrame(
            QCoreApplication.translate("FirstRun", "Once more"), PasswordEditor(), required=True, parent=self
        )
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        for field, value in ((self.password, self.answers.password), (self.repeated, self.answers.repeated)):
            field.set_value(value)
            field.changed.connect(self._store)
            row.addWidget(field, 1)
        self.column.addLayout(row)
        self.repeated.left.connect(self._compare)

    def _add_remember(self, keyring: bool) -> None:
        self.column.addSpacing(GAP_M)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        self.remember = QCheckBox(QCoreApplication.translate("FirstRun", "Remember me"), self)
        row.addWidget(self.remember)
        self._where = QLabel(self)
        self._where.setProperty("role", "caption")
        row.addWidget(self._where)
        row.addStretch(1)
        self.column.addLayout(row)
        self.show_keyring(keyring)
        self.remember.toggled.connect(self._store)

    def show_keyring(self, lasts: bool) -> None:
        """Offer to remember, or say why not."""
        self.remember.setChecked(self.answers.remember and lasts)
        self.remember.setVisible(lasts)
        if lasts:
            words = QCoreApplication.translate("FirstRun", "in the system's protected keyring")
        else:
            words = QCoreApplication.translate("FirstRun", "This system has no keyring, so the password is not kept.")
        self._where.setText(words)

    def _add_summary(self) -> None:
        self.column.addSpacing(GAP_M)
        panel = QFrame(self)
        panel.setProperty("role", "note")
        column = QVBoxLayout(panel)
        column.setContentsMargins(GAP_M + 1, GAP_M - 2, GAP_M + 1, GAP_M)
        column.setSpacing(GAP_S)
        heading = QLabel(QCoreApplication.translate("FirstRun", "Will be created"), panel)
        heading.setProperty("role", "name")
        column.addWidget(heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_L)
        grid.setVerticalSpacing(GAP_S - 1)
        grid.setColumnMinimumWidth(0, 62)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        captions = (
            QCoreApplication.translate("FirstRun", "Database"),
            QCoreApplication.translate("FirstRun", "Preset"),
            QCoreApplication.translate("FirstRun", "Office"),
            QCoreApplication.translate("FirstRun", "Access"),
        )
        self._summary = [self._summary_row(grid, number, caption) for number, caption in enumerate(captions)]
        self.column.addWidget(panel)

    def _summary_row(self, grid: QGridLayout, number: int, caption: str) -> QLabel:
        label, value = QLabel(caption, self), QLabel(self)
        label.setProperty("role", "caption")
        value.setProperty("role", "hint")
        value.setProperty("tone", "second")
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setWordWrap(True)
        grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, number, 1)
        return value

    def _logged_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_CONTROL)
        row.addWidget(IconLabel("info", "text3", theme().metrics.icon_cell, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        words = QLabel(
            QCoreApplication.translate("FirstRun", "Who opened and changed what is written to the history."), self
        )
        words.setProperty("role", "caption")
        words.setWordWrap(True)
        row.addWidget(words, 1)
        return row

    def show_summary(self) -> None:
        """Say in words what the answers come to."""
        answers, language = self.answers, self.answers.language
        if answers.server:
            database = QCoreApplication.translate("FirstRun", "Office server, {name}")
        else:
            database = QCoreApplication.translate("FirstRun", "On this computer, {name}")
        preset = choices.preset_of(answers.preset, language).name
        if answers.training:
            with_training = QCoreApplication.translate("FirstRun", "{preset}, training records")
            preset = with_training.format(preset=preset)
        place = choices.zone_name(answers.zone, language)
        who = " ".join(part for part in (answers.last_name, answers.first_name) if part)
        access = QCoreApplication.translate("FirstRun", "{name}, administrator").format(name=who) if who else ""
        office = f"{choices.currency_name(answers.currency, language)} · {place}"
        name = answers.address if answers.server else answers.path
        for label, words in zip(
            self._summary, (database.format(name=name), preset, office, access), strict=True
        ):  # fmt: skip
            label.setText(words)

    def _store(self) -> None:
        answers = self.answers
        answers.last_name = str(self.last_name.value() or "")
        answers.first_name = str(self.first_name.value() or "")
        answers.login = str(self.login.value() or "")
        answers.password = str(self.password.value() or "")
        answers.repeated = str(self.repeated.value() or "")
        answers.remember = self.remember.isChecked()
        self.problem.hide()
        self._hint()
        self.show_summary()

    def _hint(self) -> None:
        password, repeated = self.answers.password, self.answers.repeated
        if len(password) >= GOOD:
            self.password.set_hint(QCoreApplication.translate("FirstRun", "A good one"), "ok")
        elif len(password) >= SHORTEST:
            self.password.set_hint(QCoreApplication.translate("FirstRun", "Long enough"), "ok")
        else:
            self.password.set_hint(
                QCoreApplication.translate("FirstRun", "At least %n character(s)", None, SHORTEST), "muted"
            )
        same = bool(repeated) and repeated == password
        self.repeated.set_hint(QCoreApplication.translate("FirstRun", "The same") if same else "", "ok")

    def _compare(self) -> bool:
        same = self.answers.password == self.answers.repeated
        if self.answers.repeated and not same:
            self.repeated.set_error(QCoreApplication.translate("FirstRun", "Not the same"))
        return same

    def check(self) -> bool:
        missing = QCoreApplication.translate("FirstRun", "Fill this in")
        if not self.answers.last_name and not self.answers.first_name:
            return self._refuse(self.last_name, missing)
        if not self.answers.login:
            return self._refuse(self.login, missing)
        if len(self.answers.password) < SHORTEST:
            words = QCoreApplication.translate("FirstRun", "At least %n character(s)", None, SHORTEST)
            return self._refuse(self.password, words)
        if not self._compare() or not self.answers.repeated:
            return self._refuse(self.repeated, QCoreApplication.translate("FirstRun", "Not the same"))
        return True

    def _refuse(self, field: FieldFrame, words: str) -> bool:
        field.set_error(words)
        field.focus()
        return False

    def focus_first(self) -> None:
        self.last_name.focus()
        self._hint()
        self.show_summary()

    def show_error(self, error: PrichalError) -> bool:
        """What no other step's field is to blame for is said here."""
        fields = {"name_missing": self.last_name, "login_unsuitable": self.login, "password_short": self.password}
        field = fields.get(error.code)
        if field is not None:
            self._refuse(field, error_text(error))
        else:
            self.problem.setText(error_text(error))
            self.problem.show()
        return True
