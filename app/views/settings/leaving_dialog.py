"""Somebody leaves: who takes over what they are responsible for."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.services.records.office import EmployeeRecord
from app.services.records.people import PersonRecord
from app.views.widgets.fields import Choice, FieldFrame, OneOfEditor
from app.views.widgets.form_dialog import FormDialog

NOBODY = 0
_SIZE = 540, 420


class LeavingDialog(FormDialog):
    """Asks for the heir; keeping everything where it is takes a choice of its own."""

    def __init__(self, person: PersonRecord, others: Sequence[EmployeeRecord], parent: QWidget) -> None:
        title = QCoreApplication.translate("People", "Deactivate {name}?").format(name=person.name)
        super().__init__(title, QCoreApplication.translate("People", "Deactivate"), parent)
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.head.addWidget(heading)
        words = QLabel(
            QCoreApplication.translate(
                "People",
                "Signing in ends at once, on every workstation. The history and everything done stays. "
                "Leads, deals, contacts and planned activities go to a colleague.",
            ),
            self,
        )
        words.setWordWrap(True)
        self.body.addWidget(words)
        stays = Choice(NOBODY, QCoreApplication.translate("People", "Hand over later"))
        choices = [*(Choice(one.id, one.name) for one in others), stays]
        self.heir = FieldFrame(
            QCoreApplication.translate("People", "Who takes over"), OneOfEditor(choices), required=True, parent=self
        )
        self.body.addWidget(self.heir)
        self.body.addStretch(1)
        self.submitted.connect(self._submit)
        self.fit_height(*_SIZE)
        self.heir.focus()

    def heir_id(self) -> int | None:
        """The colleague; None: later."""
        chosen = self.heir.value()
        return chosen if isinstance(chosen, int) and chosen != NOBODY else None

    def _submit(self) -> None:
        if self.heir.value() is None:
            self.heir.set_error(QCoreApplication.translate("People", "Choose who takes over."))
            self.heir.focus()
        else:
            self.accept()
