"""Where the records of a stage go before it is deleted."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from app.services.office import StageDraft
from app.views.widgets.fields import Choice, FieldFrame, OneOfEditor
from app.views.widgets.form_dialog import FormDialog


class StageDeleteDialog(FormDialog):
    """A stage without records asks only whether it is meant."""

    def __init__(self, stage: StageDraft, count: int, others: Sequence[StageDraft], parent: QWidget) -> None:
        title = QCoreApplication.translate("Settings", "Delete “{stage}”?").format(stage=stage.name)
        super().__init__(title, QCoreApplication.translate("Settings", "Delete"), parent)
        self._count = count
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        self.head.addWidget(heading)
        words = QCoreApplication.translate("Settings", "%n record(s) stand here and go to another stage.", None, count)
        none = QCoreApplication.translate("Settings", "No record stands here.")
        self.body.addWidget(QLabel(words if count else none, self))
        self._choice = OneOfEditor([Choice(one.id or 0, one.name) for one in others])
        alike = next((one for one in others if one.kind is stage.kind), None)
        self._choice.set_value(alike.id if alike is not None else None)
        self.frame = FieldFrame(QCoreApplication.translate("Settings", "Where they go"), self._choice, parent=self)
        self.frame.setVisible(count > 0)
        self.body.addWidget(self.frame)
        self.body.addStretch(1)
        self.submitted.connect(self._submit)

    def target(self) -> int | None:
        """The stage they go to."""
        chosen = self._choice.value()
        return chosen if isinstance(chosen, int) else None

    def _submit(self) -> None:
        if self._count and self.target() is None:
            self.frame.set_error(QCoreApplication.translate("Settings", "Choose a stage."))
            self.frame.focus()
        else:
            self.accept()
