"""Changing one's own password: the present one, and the new one twice."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from app.core.errors import PrichalError
from app.qtbase import dialogs
from app.qtbase.error_texts import error_text
from app.qtbase.tasks import Tasks
from app.services.people.service import People
from app.views.widgets.fields import FieldFrame, PasswordEditor
from app.views.widgets.form_dialog import FormDialog

_SIZE = 440, 420


class PasswordDialog(FormDialog):
    """Stays open until the service has taken the new password."""

    def __init__(self, change: Callable[[str, str], Awaitable[None]], parent: QWidget) -> None:
        title = QCoreApplication.translate("Shell", "Change the password")
        super().__init__(title, QCoreApplication.translate("Shell", "Change"), parent)
        self._change = change
        self._tasks = Tasks(self, self._show_problem)
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        self.head.addWidget(heading)
        self.old = FieldFrame(QCoreApplication.translate("Shell", "Present password"), PasswordEditor(), required=True)
        self.new = FieldFrame(QCoreApplication.translate("Shell", "New password"), PasswordEditor(), required=True)
        self.again = FieldFrame(QCoreApplication.translate("Shell", "Once more"), PasswordEditor(), required=True)
        for field in (self.old, self.new, self.again):
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.submitted.connect(self._submit)
        self.fit_height(*_SIZE)
        self.old.focus()

    def _submit(self) -> None:
        old, new = self.old.value(), self.new.value()
        if not isinstance(old, str):
            self._point(self.old, QCoreApplication.translate("Shell", "Enter your present password."))
        elif not isinstance(new, str):
            self._point(self.new, QCoreApplication.translate("Shell", "Enter a new password."))
        elif self.again.value() != new:
            self._point(self.again, QCoreApplication.translate("Shell", "Not the same."))
        else:
            self.set_busy(True)
            self._tasks.run(self._save(old, new), latest="save")

    async def _save(self, old: str, new: str) -> None:
        try:
            await self._change(old, new)
        finally:
            self.set_busy(False)
        self.accept()

    def _show_problem(self, error: PrichalError) -> None:
        if error.code == "sign_in_refused":
            self._point(self.old, QCoreApplication.translate("Shell", "This is not your present password."))
        elif error.code == "password_short":
            self._point(self.new, error_text(error))
        else:
            self.say(error_text(error))

    def _point(self, field: FieldFrame, words: str) -> None:
        field.set_error(words)
        field.focus()


async def change_password(people: People, parent: QWidget) -> str | None:
    """Ask and change; the new password where it was changed."""
    login = await people.my_login()
    changed: list[str] = []

    async def change(old: str, new: str) -> None:
        await people.change_password(login, old, new)
        changed.append(new)

    dialog = PasswordDialog(change, parent)
    try:
        await dialogs.run(dialog)
    finally:
        dialog.deleteLater()
    return changed[-1] if changed else None
