"""Whom to invite, or what is right about somebody: stays open until the service has taken it."""

from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.core.errors import PrichalError
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_M
from app.qtbase.tasks import Tasks
from app.services.records.office import DepartmentRecord
from app.services.records.people import Invited, NewPerson, PersonRecord
from app.views.widgets.fields import Choice, FieldFrame, OneOfEditor, TextEditor
from app.views.widgets.form_dialog import FormDialog

NOWHERE = 0
_SIZE = 560, 460
Act = Callable[[NewPerson], Awaitable[Invited | None]]


class PersonDialog(FormDialog):
    """`invited` holds the code that the service gave, if it gave one."""

    def __init__(
        self, person: PersonRecord | None, roles: Sequence[tuple[str, str]],
        departments: Sequence[DepartmentRecord], act: Act, parent: QWidget,
    ) -> None:  # fmt: skip
        new = person is None or not person.logins
        inviting = QCoreApplication.translate("People", "Invite an employee")
        correcting = QCoreApplication.translate("People", "Correct an employee")
        button = QCoreApplication.translate("People", "Invite") if new else QCoreApplication.translate("People", "Save")
        super().__init__(inviting if new else correcting, button, parent)
        self._person, self._act = person, act
        self._tasks = Tasks(self, self._show_problem)
        self.invited: Invited | None = None
        heading = QLabel(inviting if new else correcting, self)
        heading.setProperty("role", "heading")
        self.head.addWidget(heading)
        self._add_fields(roles, departments)
        if person is not None:
            self._fill(person)
        elif any(code == "manager" for code, _name in roles):
            self.role.set_value("manager")
        self.submitted.connect(self._submit)
        self.fit_height(*_SIZE)
        self.login.focus()

    def _add_fields(self, roles: Sequence[tuple[str, str]], departments: Sequence[DepartmentRecord]) -> None:
        self.login = FieldFrame(
            QCoreApplication.translate("People", "Email or phone to sign in with"), TextEditor(), required=True,
            parent=self,
        )  # fmt: skip
        self.last_name = FieldFrame(QCoreApplication.translate("People", "Last name"), TextEditor(), parent=self)
        self.first_name = FieldFrame(QCoreApplication.translate("People", "First name"), TextEditor(), parent=self)
        self.role = FieldFrame(
            QCoreApplication.translate("People", "Role"), OneOfEditor([Choice(*one) for one in roles]),
            required=True, parent=self,
        )  # fmt: skip
        nowhere = Choice(NOWHERE, QCoreApplication.translate("People", "No department"))
        places = OneOfEditor([nowhere, *(Choice(one.id, one.name) for one in departments)])
        self.department = FieldFrame(QCoreApplication.translate("People", "Department"), places, parent=self)
        self.department.set_value(NOWHERE)
        self.body.addWidget(self.login)
        for pair in ((self.last_name, self.first_name), (self.role, self.department)):
            row = QHBoxLayout()
            row.setSpacing(GAP_M)
            for field in pair:
                row.addWidget(field, 1)
            self.body.addLayout(row)
        self.body.addStretch(1)

    def _fill(self, person: PersonRecord) -> None:
        self.login.set_value(person.logins[0] if person.logins else None)
        self.last_name.set_value(person.last_name or None)
        self.first_name.set_value(person.first_name or None)
        self.role.set_value(person.role_code)
        self.department.set_value(person.department_id or NOWHERE)

    def wanted(self) -> NewPerson:
        """What stands in the fields."""
        department = self.department.value()
        return NewPerson(
            str(self.login.value() or ""),
            str(self.role.value() or ""),
            department if isinstance(department, int) and department != NOWHERE else None,
            str(self.last_name.value() or ""),
            str(self.first_name.value() or ""),
            self._person.id if self._person is not None else None,
        )

    def _submit(self) -> None:
        if not self.login.value():
            self.login.set_error(QCoreApplication.translate("People", "Enter an email or a phone."))
            self.login.focus()
        elif self.role.value() is None:
            self.role.set_error(QCoreApplication.translate("People", "Choose a role."))
            self.role.focus()
        else:
            self.set_busy(True)
            self._tasks.run(self._save(), latest="save")

    async def _save(self) -> None:
        try:
            self.invited = await self._act(self.wanted())
        finally:
            self.set_busy(False)
        self.accept()

    def _show_problem(self, error: PrichalError) -> None:
        if error.code in ("login_unsuitable", "login_taken"):
            self.login.set_error(error_text(error))
            self.login.focus()
        else:
            self.say(error_text(error))
