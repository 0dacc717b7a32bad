"""The panel that slides in at the right: title, scrolled body, footer that stays."""

from PySide6.QtCore import QCoreApplication, QEasingCurve, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S, MOTION_MS
from app.views.widgets.buttons import IconButton
from app.views.widgets.icon_label import IconLabel

_SLIDE = 8


class SidePanel(QFrame):
    """Put things into `content` and buttons into `footer`. Esc and the cross close it."""

    closed = Signal()

    def __init__(self, width: int = 404, *, motion: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidepanel")
        self.setFixedWidth(width)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        page = QWidget(area)
        page.setProperty("role", "page")
        self.content = QVBoxLayout(page)
        self.content.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        self.content.setSpacing(GAP_M)
        area.setWidget(page)
        column.addWidget(area, 1)
        column.addWidget(self._make_foot())
        self._motion = motion
        self._slide = QVariantAnimation(self)
        self._slide.setDuration(MOTION_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.setStartValue(_SLIDE)
        self._slide.setEndValue(0)
        self._slide.valueChanged.connect(lambda left: self.setContentsMargins(left, 0, 0, 0))
        self.hide()

    def _make_head(self) -> QFrame:
        head = QFrame(self)
        head.setProperty("role", "head")
        row = QHBoxLayout(head)
        row.setContentsMargins(GAP_L, GAP_M, GAP_M, GAP_M)
        row.setSpacing(GAP_S)
        self._icon = IconLabel("info", "text2", 20, parent=head)
        words = QVBoxLayout()
        words.setSpacing(1)
        self._title = QLabel(head)
        self._title.setProperty("role", "heading")
        self._second = QLabel(head)
        self._second.setProperty("role", "caption")
        for label in (self._title, self._second):
            label.setTextFormat(Qt.TextFormat.PlainText)
            words.addWidget(label)
        close = IconButton("close", QCoreApplication.translate("SidePanel", "Close"), parent=head)
        close.clicked.connect(self.close_panel)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _make_foot(self) -> QFrame:
        self._foot = QFrame(self)
        self._foot.setProperty("role", "foot")
        self.footer = QHBoxLayout(self._foot)
        self.footer.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        self.footer.setSpacing(GAP_S)
        return self._foot

    def set_title(self, title: str, second: str = "", icon: str = "", role: str = "text2") -> None:
        self._title.setText(title)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.set_icon(icon, role)

    def open_panel(self) -> None:
        """Slide in, unless the system asks for less motion (`motion` False)."""
        self._foot.setVisible(self.footer.count() > 0)
        self.show()
        if self._motion:
            self._slide.start()

    def close_panel(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)
