"""The line of "no answer": which attempt it is, and closing the client as unreachable after enough of them."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.qtbase.metrics import GAP_S
from app.qtbase.theme import restyle
from app.services.ladder import LadderStep
from app.services.registry import Registry
from app.views.widgets.buttons import Button


class LadderLine(QWidget):
    """Hidden where the client was reached."""

    close_wanted = Signal(int)
    """The stage to close the client on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.step: LadderStep | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        self._words = QLabel(self)
        self._words.setProperty("role", "caption")
        row.addWidget(self._words, 1)
        self.close_client = Button("", "link", small=True, parent=self)
        self.close_client.clicked.connect(self._close)
        row.addWidget(self.close_client)
        self.hide()

    def show_step(self, step: LadderStep | None, registry: Registry) -> None:
        """Where the client stands with this call."""
        self.step = step
        self.setVisible(step is not None)
        if step is None:
            return
        words = QCoreApplication.translate("Completion", "Attempt {number} of {most} without an answer")
        self._words.setText(words.format(number=step.attempts, most=step.most))
        restyle(self._words, tone="warn" if step.attempts >= step.most else "muted")
        self.close_client.setVisible(step.close_stage_id is not None)
        if step.close_stage_id is not None:
            close = QCoreApplication.translate("Completion", "Close as “{stage}”")
            self.close_client.setText(close.format(stage=registry.stage(step.close_stage_id).name))

    def _close(self) -> None:
        if self.step is not None and self.step.close_stage_id is not None:
            self.close_wanted.emit(self.step.close_stage_id)
