"""Where a meeting is held: one of the offices, or another place in words."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.qtbase.metrics import GAP_M
from app.services.registry import Registry
from app.views.widgets.fields import Choice, FieldFrame, OneOfEditor, TextEditor

_ELSEWHERE = "elsewhere"


class PlaceField(QWidget):
    """The office, and a line beside it for a place that is none."""

    changed = Signal()

    def __init__(self, registry: Registry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_M)
        offices = [
            Choice(one.id, ", ".join(part for part in (one.name, one.room) if part))
            for one in registry.all.places.values()
        ]
        elsewhere = Choice(_ELSEWHERE, QCoreApplication.translate("Activities", "Another place…"))
        self.offices = OneOfEditor([*offices, elsewhere])
        self.frame = FieldFrame(QCoreApplication.translate("Activities", "Place"), self.offices, parent=self)
        self.words = TextEditor(max_length=300)
        self._other = FieldFrame(QCoreApplication.translate("Activities", "Which place"), self.words, parent=self)
        row.addWidget(self.frame, 1)
        row.addWidget(self._other, 1)
        self._other.hide()
        self.frame.changed.connect(self._chosen)
        self._other.changed.connect(self.changed)

    def value(self) -> tuple[int | None, str]:
        """The office's id, and what is written by hand."""
        chosen = self.offices.value()
        if chosen == _ELSEWHERE:
            return None, self.words.value() or ""
        return (chosen if isinstance(chosen, int) else None), ""

    def set_value(self, place_id: int | None, words: str) -> None:
        """Show a place, without `changed`."""
        self.offices.set_value(_ELSEWHERE if words else place_id)
        self.words.set_value(words)
        self._other.setVisible(bool(words))

    def focus(self) -> None:
        self.frame.focus()

    def _chosen(self) -> None:
        elsewhere = self.offices.value() == _ELSEWHERE
        self._other.setVisible(elsewhere)
        if elsewhere:
            self._other.focus()
        self.changed.emit()
