"""The gear: which columns a list shows."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.views.records.spec import NAME
from app.views.widgets.buttons import Button
from app.views.widgets.popup import Popup

WIDTH, HEIGHT = 560, 440


class ColumnChooser(Popup):
    """Every check shows at once; the name always stays."""

    chosen = Signal(tuple)
    """The codes to show: those that were there in their order, new ones behind."""
    reset = Signal()
    """Back to the section's own columns."""

    def __init__(self, columns: Sequence[tuple[str, str]], shown: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(WIDTH, HEIGHT)
        self._shown = list(shown)
        column = QVBoxLayout()
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        self.content.addLayout(column)
        head = QHBoxLayout()
        title = QLabel(QCoreApplication.translate("Records", "Columns"), self)
        title.setProperty("role", "heading")
        head.addWidget(title)
        head.addStretch(1)
        usual = Button(QCoreApplication.translate("Records", "As at first"), "quiet", small=True, parent=self)
        usual.clicked.connect(self._reset)
        head.addWidget(usual)
        column.addLayout(head)
        column.addWidget(self._boxes(columns), 1)

    def _boxes(self, columns: Sequence[tuple[str, str]]) -> QScrollArea:
        page = QWidget()
        page.setProperty("role", "page")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(GAP_S)
        self.boxes: dict[str, QCheckBox] = {}
        half = (len(columns) + 1) // 2
        for number, (code, words) in enumerate(columns):
            box = QCheckBox(words, page)
            box.setChecked(code in self._shown)
            box.setEnabled(code != NAME)
            box.toggled.connect(lambda on, chosen=code: self._toggle(chosen, on))
            grid.addWidget(box, number % half, number // half)
            self.boxes[code] = box
        scroll = QScrollArea(self)
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll

    def _toggle(self, code: str, on: bool) -> None:
        if on and code not in self._shown:
            self._shown.append(code)
        elif not on and code in self._shown:
            self._shown.remove(code)
        self.chosen.emit(tuple(self._shown))

    def _reset(self) -> None:
        self.reset.emit()
        self.close()
