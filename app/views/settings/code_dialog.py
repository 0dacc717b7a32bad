"""A one-time code, shown this once: for whom, until when, and a button that copies it with what to do."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.qtbase.theme import theme
from app.services.records.people import Invited
from app.services.workplace import Workplace
from app.views.settings.person_words import moment_words
from app.views.widgets.form_dialog import FormDialog

_SIZE = 520, 400


class CodeDialog(FormDialog):
    """Copying leaves it open: whoever reads the code over the phone still sees it."""

    def __init__(self, invited: Invited, name: str, workplace: Workplace, parent: QWidget) -> None:
        title = QCoreApplication.translate("People", "Code for {name}").format(name=name)
        super().__init__(title, QCoreApplication.translate("People", "Copy"), parent)
        self.cancel.setText(QCoreApplication.translate("People", "Close"))
        self._invited = invited
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.head.addWidget(heading)
        self.code = QLabel(invited.code, self)
        self.code.setFont(theme().font("title"))
        self.code.setProperty("role", "title")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.code.setAccessibleName(QCoreApplication.translate("People", "One-time code"))
        self.body.addWidget(self.code)
        until = QCoreApplication.translate("People", "Works once, until {moment}, with the login {login}.")
        words = (
            until.format(moment=moment_words(invited.expires_at, workplace), login=invited.login),
            QCoreApplication.translate(
                "People", "In the sign-in window choose “By invitation”, enter the login and this code, set a password."
            ),
            QCoreApplication.translate(
                "People", "The code is shown only now: nobody can read it later, only a new one can be made."
            ),
        )
        for text in words:
            label = QLabel(text, self)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.body.addWidget(label)
        self.body.addStretch(1)
        self.submitted.connect(self.copy)
        self.fit_height(*_SIZE)

    def copy(self) -> None:
        """Code and login, ready to be sent."""
        words = QCoreApplication.translate("People", "Login: {login}\nCode: {code}")
        QApplication.clipboard().setText(words.format(login=self._invited.login, code=self._invited.code))
        self.say(QCoreApplication.translate("People", "Copied with the login."), "ok")
