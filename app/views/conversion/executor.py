"""Who carries the deal on: by turn in the executing department, or chosen by hand."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_S
from app.qtbase.theme import theme
from app.services.records.clients import ConversionPreview, ExecutorChoice
from app.views.conversion.section import NumberedSection
from app.views.widgets.fields import Choice, OneOfEditor
from app.views.widgets.fields.frame import FieldFrame
from app.views.widgets.tags import Tag


class ExecutorSection(NumberedSection):
    """The one whose turn it is comes chosen; a turn passed over because of absence is said in words."""

    def __init__(self, preview: ConversionPreview, parent: QWidget | None = None) -> None:
        super().__init__(3, QCoreApplication.translate("Conversion", "Executor"), parent)
        self._editor = OneOfEditor([_choice(one) for one in preview.executors])
        frame = FieldFrame(QCoreApplication.translate("Conversion", "Responsible for the deal"), self._editor)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(frame, 1)
        self._by_turn = Tag(QCoreApplication.translate("Conversion", "by turn"), "blue", parent=self)
        self._by_turn.setFixedHeight(theme().metrics.control)
        row.addWidget(self._by_turn, 0, Qt.AlignmentFlag.AlignBottom)
        self.content.addLayout(row)
        self._turn = next((one.employee_id for one in preview.executors if one.by_turn), None)
        self._editor.set_value(self._turn)
        self._editor.changed.connect(lambda: self._by_turn.setVisible(self._editor.value() == self._turn))
        away = [one for one in preview.executors if one.absent_until is not None]
        if away:
            note = QLabel("\n".join(_absence(one) for one in away), self)
            note.setProperty("role", "caption")
            self.content.addWidget(note)

    def employee_id(self) -> int | None:
        """The chosen employee; None leaves it to the turn."""
        chosen = self._editor.value()
        return chosen if isinstance(chosen, int) else None


def _choice(executor: ExecutorChoice) -> Choice:
    deals = QCoreApplication.translate("Conversion", "%n deal(s)", None, executor.open_deals)
    return Choice(executor.employee_id, f"{executor.name} · {deals}", icon="user")


def _absence(executor: ExecutorChoice) -> str:
    assert executor.absent_until is not None, "only absent people are told of"
    return QCoreApplication.translate("Conversion", "{name} is away until {day}, the turn is passed over.").format(
        name=executor.name, day=i18n.day_full(executor.absent_until)
    )
