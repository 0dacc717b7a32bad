"""What the three steps share."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.core.errors import PrichalError
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S, GAP_XL
from app.views.first_run.desk import Answers
from app.views.first_run.marks import StepBar

STEPS = 3


class Step(QWidget):
    """A page of the wizard; it writes what is entered into the answers at once."""

    message = Signal()

    def __init__(self, number: int, title: str, line: str, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers = answers
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_L)
        self.column.setSpacing(0)
        words = QCoreApplication.translate("FirstRun", "Step {number} of {steps}")
        self._add_label(words.format(number=number, steps=STEPS), "caption")
        self.column.addSpacing(GAP_S - 2)
        self.column.addWidget(StepBar(number, STEPS, self))
        self.column.addSpacing(GAP_L - 2)
        self._add_label(title, "title")
        self.column.addSpacing(2)
        self._add_label(line, "", tone="second")
        self.column.addSpacing(GAP_M + 2)

    def _add_label(self, text: str, role: str, tone: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setProperty("tone", tone)
        label.setWordWrap(True)
        self.column.addWidget(label)
        return label

    def check(self) -> bool:
        """Whether the step is complete; says at its place what is not and puts the cursor there."""
        return True

    def focus_first(self) -> None:
        """The cursor into the first field."""

    def show_error(self, error: PrichalError) -> bool:
        """Say an error of creating at its place; False where it belongs to another step."""
        return False
