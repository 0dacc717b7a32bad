"""The stages of a section in their order, with colour and how many records stand there; Alt+Up and Alt+Down move."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.core.kinds import StageKind
from app.qtbase import i18n
from app.qtbase.theme import theme
from app.services.office import StageDraft

_NUMBER = Qt.ItemDataRole.UserRole
SWATCH = 14


class StageList(QListWidget):
    """Says which stage is chosen, by its number."""

    chosen = Signal(int)
    shifted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("framed", True)
        self.setAccessibleName(QCoreApplication.translate("Settings", "Stages"))
        self.currentItemChanged.connect(self._took)

    def show_stages(self, stages: Sequence[StageDraft], counts: Mapping[int, int], current: int) -> None:
        """Fill the list without `chosen`."""
        self.blockSignals(True)
        self.clear()
        kind: StageKind | None = None
        for number, one in enumerate(stages):
            if one.kind is not kind:
                kind = one.kind
                heading = QListWidgetItem(kind_words(kind), self)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                heading.setFont(theme().font("caption"))
                heading.setSizeHint(QSize(0, theme().metrics.row_line - 4))
            count = counts.get(one.id or 0, 0)
            name = one.name or QCoreApplication.translate("Settings", "(no name yet)")
            item = QListWidgetItem(swatch(one.tone), f"{name}   {i18n.number(count)}", self)
            item.setData(_NUMBER, number)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {i18n.number(count)}")
            item.setToolTip(one.hint)
            item.setSizeHint(QSize(0, theme().metrics.row_line))
            if number == current:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(step)
        else:
            super().keyPressEvent(event)

    def _took(self, item: QListWidgetItem | None) -> None:
        number = item.data(_NUMBER) if item is not None else None
        if isinstance(number, int):
            self.chosen.emit(number)


def swatch(tone: str) -> QIcon:
    """A square in a stage's colour."""
    picture = QPixmap(SWATCH, SWATCH)
    picture.fill(QColor(theme().tone(tone).fill))
    return QIcon(picture)


def kind_words(kind: StageKind) -> str:
    """Stages of a kind."""
    match kind:
        case StageKind.WORKING:
            return QCoreApplication.translate("Settings", "Working")
        case StageKind.SUCCESS:
            return QCoreApplication.translate("Settings", "Success")
        case StageKind.FAILURE:
            return QCoreApplication.translate("Settings", "Failure: a reason is asked for")
