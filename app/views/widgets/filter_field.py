"""The field of the tool row that filters: preset chip, typed search, funnel (leads list)."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from app.qtbase import icons
from app.qtbase.metrics import GAP_XS
from app.qtbase.theme import restyle, theme
from app.views.widgets.buttons import IconButton


class FilterField(QFrame):
    """The only stretching item of a tool row."""

    text_changed = Signal(str)
    """What is typed, after every key: the owner's task group lets the newest win."""
    submitted = Signal()
    """Enter."""
    preset_dropped = Signal()
    """The chip's cross."""
    filter_asked = Signal()
    """Funnel, click on the chip, or Down: open the filter panel."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "fieldbox")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().fix_height(self, "control")
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 0, 3, 0)
        row.setSpacing(GAP_XS)
        self._chip = QToolButton(self)
        self._chip.setProperty("chip", True)
        self._chip.setIcon(icons.icon("close", "accent"))
        self._chip.setIconSize(QSize(12, 12))
        self._chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the words
        self._chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._chip.clicked.connect(self.preset_dropped)
        self._chip.hide()
        self.line = QLineEdit(self)
        self.line.setProperty("bare", True)
        self.line.setPlaceholderText(placeholder or QCoreApplication.translate("FilterField", "Filter and search"))
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.textEdited.connect(self.text_changed)
        self.line.returnPressed.connect(self.submitted)
        self.line.installEventFilter(self)
        self.funnel = IconButton(
            "funnel", QCoreApplication.translate("FilterField", "All conditions"), small=True, parent=self
        )
        self.funnel.clicked.connect(self.filter_asked)
        row.addWidget(self._chip)
        row.addWidget(self.line, 1)
        row.addWidget(self.funnel)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # no focus proxy: Tab would pass over the chip and the funnel
        self.line.setFocus(event.reason())

    def text(self) -> str:
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        """Show text without `text_changed`."""
        self.line.setText(text)

    def set_preset(self, name: str) -> None:
        """Show the filter in force as a chip; an empty name hides it."""
        self._chip.setText(name)
        self._chip.setVisible(bool(name))
        self._chip.setAccessibleName(
            QCoreApplication.translate("FilterField", "Drop the filter {name}").format(name=name)
        )
        self.line.setTextMargins(0 if name else 6, 0, 0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                restyle(self, focused=event.type() == QEvent.Type.FocusIn)
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down:
            self.filter_asked.emit()
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._chip.isVisibleTo(self):
            self.preset_dropped.emit()
            return True
        return False
