"""The gear: which columns a list shows."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.views.records.spec import NAME
from app.views.widgets.buttons import Button
from app.views.widgets.popup import Popup

WIDTH, HEIGHT = 560, 460
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WIDTHS = {Qt.Key.Key_Left: -20, Qt.Key.Key_Right: 20}


class ColumnChooser(Popup):
    """Every check shows at once; the name always stays."""

    chosen = Signal(tuple)
    """The codes to show: those that were there in their order, new ones behind."""
    reset = Signal()
    """Back to the section's own columns."""
    duplicates_wanted = Signal()
    widened = Signal(str, int)
    """A column's code, and by how much its width changes."""

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
        hint = QLabel(
            QCoreApplication.translate("Records", "Alt+↑ and Alt+↓ move the column, Alt+← and Alt+→ change its width"),
            self,
        )
        hint.setProperty("role", "caption")
        column.addWidget(hint)
        self.duplicates = Button(
            QCoreApplication.translate("Records", "Find duplicates…"), "link", icon="merge", parent=self
        )
        self.duplicates.clicked.connect(self._find_duplicates)
        column.addWidget(self.duplicates, 0, Qt.AlignmentFlag.AlignLeft)

    def _find_duplicates(self) -> None:
        self.close()
        self.duplicates_wanted.emit()

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
            box.installEventFilter(self)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        code = next((code for code, box in self.boxes.items() if box.hasFocus()), None)
        key = Qt.Key(event.key())
        if not _arranges(event) or code is None:
            super().keyPressEvent(event)
        elif code in self._shown and key in _STEPS:
            self._move(code, _STEPS[key])
        elif code in self._shown:
            self.widened.emit(code, _WIDTHS[key])

    def _move(self, code: str, step: int) -> None:
        """One place to the left or right in the list."""
        place = self._shown.index(code)
        to = min(max(place + step, 0), len(self._shown) - 1)
        self._shown.insert(to, self._shown.pop(place))
        self.chosen.emit(tuple(self._shown))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A check box takes arrow keys for itself: with Alt they arrange its column."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _arranges(event):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _reset(self) -> None:
        self.reset.emit()
        self.close()


def _arranges(event: QKeyEvent) -> bool:
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return alt and Qt.Key(event.key()) in (*_STEPS, *_WIDTHS)
