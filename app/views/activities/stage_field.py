"""The client's stage beside the completion: where it stands, and where it goes on to."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.kinds import StageKind
from app.qtbase.metrics import GAP_S, GAP_XS
from app.services.registry import Registry
from app.views.widgets.fields import Choice, OneOfEditor
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.tags import Tag

_SAME = 0


class StageField(QWidget):
    """The present stage as a tag, the next one as a choice; as it is unless chosen otherwise."""

    changed = Signal()

    def __init__(self, registry: Registry, section: str, stage_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._registry = registry
        present = registry.stage(stage_id)
        same = Choice(_SAME, QCoreApplication.translate("Completion", "stays"))
        others = [Choice(one.id, one.name) for one in registry.stages(section) if one.id != stage_id]
        self._editor = OneOfEditor([same, *others])
        self._editor.set_value(_SAME)
        self._editor.changed.connect(self.changed)
        self.combo = self._editor.combo
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        of_deal = QCoreApplication.translate("Completion", "Stage of the deal")
        of_lead = QCoreApplication.translate("Completion", "Stage of the lead")
        label = QLabel(of_deal if section == "deal" else of_lead, self)
        label.setProperty("role", "label")
        label.setBuddy(self.combo)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(Tag(present.name, present.tone, parent=self))
        row.addWidget(IconLabel("arrow_right", "text2", parent=self))
        row.addWidget(self._editor, 1)
        column.addWidget(label)
        column.addLayout(row)

    def value(self) -> int | None:
        """The stage to move to; None: it stays."""
        chosen = self._editor.value()
        return chosen if isinstance(chosen, int) and chosen != _SAME else None

    def set_value(self, stage_id: int | None) -> None:
        """Show a choice, without `changed`."""
        self._editor.set_value(stage_id or _SAME)

    def closes(self) -> bool:
        """Whether the chosen stage ends the work with the client."""
        chosen = self.value()
        return chosen is not None and self._registry.stage(chosen).kind is not StageKind.WORKING
