"""One ready or saved filter of the panel: pin, name, live count."""

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import CURRENT_ROW_BAR, GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.records.saved_filters import NamedFilter, Share
from app.views.widgets.painting import draw_icon_at, draw_text, text_width

PIN_ROOM = 34
"""Left of the name."""


class SavedRow(QAbstractButton):
    """Exactly one of the list is on, or none; Alt+Up and Alt+Down move it, F2 and Delete do what they do elsewhere."""

    pinned = Signal()
    moved = Signal(int)
    """Steps up (negative) or down."""
    stepped = Signal(int)
    """The cursor goes to a neighbour."""
    rename_wanted = Signal()
    delete_wanted = Signal()
    share_wanted = Signal(object)
    """Share"""

    def __init__(self, named: NamedFilter, words: str, shares: tuple[Share, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.named = named
        self._shares = shares
        self._count = ""
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().fix_height(self, "control")
        self._tell()

    def show_count(self, count: int) -> None:
        self.take_count(i18n.number(count))

    def take_count(self, words: str) -> None:
        """A number as another row wrote it."""
        self._count = words
        self._tell()
        self.update()

    def count_words(self) -> str:
        """The number as written; empty until it is known."""
        return self._count

    def menu(self) -> QMenu:
        """What can be done with the filter."""
        menu = QMenu(self)
        start = menu.addAction(QCoreApplication.translate("Filter", "Begin the list with it"))
        start.setCheckable(True)
        start.setChecked(self.named.starts)
        start.triggered.connect(self.pinned)
        up = menu.addAction(QCoreApplication.translate("Filter", "Move up\tAlt+↑"))
        up.triggered.connect(lambda: self.moved.emit(-1))
        down = menu.addAction(QCoreApplication.translate("Filter", "Move down\tAlt+↓"))
        down.triggered.connect(lambda: self.moved.emit(1))
        if self.named.can_change:
            menu.addSeparator()
            for share in self._shares:
                action = menu.addAction(share_words(share))
                action.setCheckable(True)
                action.setChecked(share is self.named.share)
                action.triggered.connect(lambda _=False, chosen=share: self.share_wanted.emit(chosen))
            menu.addSeparator()
            rename = menu.addAction(QCoreApplication.translate("Filter", "Rename…\tF2"))
            rename.triggered.connect(self.rename_wanted)
            delete = menu.addAction(QCoreApplication.translate("Filter", "Delete\tDel"))
            delete.triggered.connect(self.delete_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _tell(self) -> None:
        parts = [self.text(), self._count]
        if self.named.starts:
            parts.append(QCoreApplication.translate("Filter", "the list begins with it"))
        if self.named.share in (Share.DEPARTMENT, Share.OFFICE):
            parts.append(share_words(self.named.share))
        if self.named.warnings:
            parts.append(QCoreApplication.translate("Filter", "A part of it doesn't work any more"))
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip("\n".join(part for part in (self.text(), *parts[2:]) if part))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.menu().popup(self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        elif step is not None:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_F2 and self.named.can_change:
            self.rename_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete and self.named.can_change:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and event.position().x() < PIN_ROOM:
            self.pinned.emit()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragged over a neighbour, it changes places with it."""
        y = int(event.position().y())
        if event.buttons() & Qt.MouseButton.LeftButton and not 0 <= y < self.height():
            self.setDown(False)
            self.moved.emit(-1 if y < 0 else 1)
        super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme().colors
        if self.isChecked():
            painter.fillRect(self.rect(), colors.tint)
            painter.fillRect(QRect(0, 0, CURRENT_ROW_BAR, self.height()), colors.accent)
        elif self.underMouse():
            painter.fillRect(self.rect(), colors.hover)
        role = "accent" if self.isChecked() else "text"
        side, middle = theme().metrics.icon_cell, self.height() // 2
        if self.named.starts:
            draw_icon_at(painter, "pinned", role, GAP_M + 1, middle, side)
        elif self.underMouse() or self.hasFocus():
            draw_icon_at(painter, "pin", "text3", GAP_M + 1, middle, side)
        right = self.width() - GAP_M
        width = text_width(self._count, "caption") if self._count else 0
        draw_text(painter, QRect(right - width, 0, width, self.height()), self._count, "caption", "text2", elide=False)
        right -= width + GAP_S
        for icon, shown in (("users", self.named.share in (Share.DEPARTMENT, Share.OFFICE)),
                            ("alert", bool(self.named.warnings))):  # fmt: skip
            if shown:
                right -= side
                draw_icon_at(painter, icon, "danger" if icon == "alert" else "text3", right, middle, side)
                right -= GAP_S
        draw_text(painter, QRect(PIN_ROOM, 0, right - PIN_ROOM, self.height()), self.text(), "control", role)
        if self.hasFocus():
            painter.setPen(colors.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def share_words(share: Share) -> str:
    """Who is offered a filter."""
    match share:
        case Share.OFFICE:
            return QCoreApplication.translate("Filter", "For the whole office")
        case Share.DEPARTMENT:
            return QCoreApplication.translate("Filter", "For my department")
    return QCoreApplication.translate("Filter", "For me alone")
