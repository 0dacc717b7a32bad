"""What stands under a field that somebody else saved meanwhile: their value, and whose goes on."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_S
from app.views.widgets.buttons import Button
from app.views.widgets.fields.frame import FieldFrame


class CollisionStrip(QFrame):
    """Stays until the user decides."""

    theirs_taken = Signal()
    mine_kept = Signal()

    def __init__(self, field: str, who: str, theirs: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self.setProperty("tone", "warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_S, GAP_S, GAP_S, GAP_S)
        column.setSpacing(GAP_S)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        self.take = Button(QCoreApplication.translate("CardBlocks", "Take theirs"), small=True, parent=self)
        self.keep = Button(QCoreApplication.translate("CardBlocks", "Overwrite with mine"), small=True, parent=self)
        self.take.setAccessibleName(f"{self.take.text()}: {field}")
        self.keep.setAccessibleName(f"{self.keep.text()}: {field}")
        self.take.clicked.connect(self.theirs_taken)
        self.keep.clicked.connect(self.mine_kept)
        row.addWidget(self.take)
        row.addWidget(self.keep)
        row.addStretch(1)
        column.addLayout(row)
        self.say(who, theirs)

    def say(self, who: str, theirs: str) -> None:
        """Who saved what; an empty value is said as such."""
        empty = QCoreApplication.translate("CardBlocks", "nothing")
        words = QCoreApplication.translate("CardBlocks", "{who} has saved here meanwhile: {value}")
        self._words.setText(words.format(who=who, value=theirs or empty))


def put_under(frame: FieldFrame, widget: QWidget) -> None:
    """Put a widget below the words of a field."""
    layout = frame.layout()
    assert isinstance(layout, QBoxLayout), "a frame is a column"
    layout.insertWidget(layout.count() - 1, widget)
