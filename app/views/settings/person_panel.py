"""The chosen person at the right of the list: how they come in, and what can be done about it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_M, GAP_S
from app.services.records.people import PersonRecord
from app.services.workplace import Workplace
from app.views.settings.person_words import is_waiting, moment_words, sign_in_words, state_words
from app.views.widgets.buttons import Button
from app.views.widgets.panel import Panel, ValueGrid

WIDTH = 288


class PersonPanel(Panel):
    """Only what can be done with this person is offered."""

    act_wanted = Signal(str)
    """correct, invite, code, withdraw, deactivate, reactivate"""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__("", ruled=True, parent=parent)
        self._workplace = workplace
        self.setFixedWidth(WIDTH)
        self.content.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        self._values: QWidget | None = None
        self._place = QVBoxLayout()
        self.content.addLayout(self._place)
        words = {
            "correct": ("pencil", QCoreApplication.translate("People", "Correct…")),
            "invite": ("send", QCoreApplication.translate("People", "Invite…")),
            "code": ("key", QCoreApplication.translate("People", "New code…")),
            "withdraw": ("undo", QCoreApplication.translate("People", "Withdraw the invitation")),
            "deactivate": ("ban", QCoreApplication.translate("People", "Deactivate…")),
            "reactivate": ("refresh", QCoreApplication.translate("People", "Take back…")),
        }
        self.buttons: dict[str, Button] = {}
        for act, (icon, text) in words.items():
            button = self.buttons[act] = Button(text, icon=icon, parent=self)
            button.clicked.connect(lambda _=False, wanted=act: self.act_wanted.emit(wanted))
            self.content.addWidget(button)
        self.content.setSpacing(GAP_S)
        self.content.addStretch(1)

    def show_person(self, person: PersonRecord, role: str, head: str) -> None:
        """Fill the panel; `head` is who heads the person's department."""
        self.set_title(person.name)
        if self._values is not None:
            self._values.hide()
            self._values.deleteLater()
        grid = self._values = ValueGrid(1, self)
        grid.add(QCoreApplication.translate("People", "Signs in with"), "\n".join(person.logins) or "—")
        grid.add(QCoreApplication.translate("People", "Role"), role)
        grid.add(QCoreApplication.translate("People", "Department"), person.department or "—")
        if head:
            grid.add(QCoreApplication.translate("People", "Head"), head)
        grid.add(QCoreApplication.translate("People", "State"), state_words(person, self._workplace)[0])
        if is_waiting(person) and person.invitation is not None:
            sent = moment_words(person.invitation.created_at, self._workplace)
            grid.add(QCoreApplication.translate("People", "Code made"), sent)
        grid.add(QCoreApplication.translate("People", "Last sign-in"), sign_in_words(person, self._workplace))
        self._place.addWidget(grid)
        grid.show()
        self._offer(person)

    def _offer(self, person: PersonRecord) -> None:
        me = person.id == self._workplace.actor.employee_id
        known = bool(person.logins)
        offered = {
            "correct": person.active and known,
            "invite": person.active and not known,
            "code": person.active and known and not me,
            "withdraw": person.active and is_waiting(person),
            "deactivate": person.active and not me,
            "reactivate": not person.active and known,
        }
        for act, button in self.buttons.items():
            button.setVisible(offered[act])
