"""The head and the foot of the activity form, and the line about the latest day."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.qtbase.metrics import GAP_CONTROL, GAP_L, GAP_M, GAP_S, RADIUS_POPUP
from app.qtbase.shortcuts import native
from app.qtbase.theme import restyle, theme
from app.services.records.activities import PlanningHelp
from app.views.activities.wording import latest_words
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.key_hint import KeyHint
from app.views.widgets.painting import draw_line, fill_round


class FormHead(QWidget):
    """What is done, with whom, and the cross."""

    close_wanted = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_L, GAP_CONTROL, GAP_S, GAP_CONTROL + 1)
        row.setSpacing(GAP_S)
        self.title = QLabel(title, self)
        self.title.setProperty("role", "name")
        self._client = QLabel(self)
        self._client.setProperty("tone", "muted")
        for label in (self.title, self._client):
            label.setTextFormat(Qt.TextFormat.PlainText)
        close = IconButton("close", QCoreApplication.translate("Activities", "Close"), parent=self)
        close.clicked.connect(self.close_wanted)
        row.addWidget(self.title)
        row.addWidget(self._client, 1)
        row.addWidget(close)

    def set_client(self, words: str) -> None:
        self._client.setText(words)
        self._client.setToolTip(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        bottom = self.height() - 0.5
        draw_line(QPainter(self), QPointF(0, bottom), QPointF(self.width(), bottom), theme().colors.line)


class FormFoot(QWidget):
    """The kind's limit or what is wrong at the left, the buttons at the right; its ground follows a popup's corners."""

    def __init__(self, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rounded = False
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_L, GAP_M - 2, GAP_L, GAP_M - 2)
        row.setSpacing(GAP_S)
        self._words = QLabel(self)
        self._words.setProperty("role", "caption")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._hint = ""
        self.cancel = Button(QCoreApplication.translate("Dialogs", "Cancel"), parent=self)
        self.main = Button(act, "primary", parent=self)
        row.addWidget(self._words, 1)
        for widget in (self.cancel, self.main, KeyHint(native("Ctrl+Enter"), self)):
            row.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors, rect = QPainter(self), theme().colors, self.rect()
        if self.rounded:  # only the lower corners are: the upper ones lie outside
            painter.setClipRect(rect)
            above = QRectF(rect).adjusted(0, -2 * RADIUS_POPUP, 0, 0)
            fill_round(painter, above, RADIUS_POPUP - 1, colors.surface2)
        else:
            painter.fillRect(rect, colors.surface2)
        draw_line(painter, QPointF(0, 0.5), QPointF(self.width(), 0.5), colors.line)

    def hint(self, words: str) -> None:
        """Grey words, until something is wrong."""
        self._hint = words
        self.say("")

    def say(self, problem: str) -> None:
        """What is wrong and belongs to no field; empty: the hint again."""
        self._words.setText(problem or self._hint)
        restyle(self._words, tone="danger" if problem else "muted")


class Latest(QWidget):
    """ "Не позже вт, 25 ноября: 5 рабочих дней после контакта 18.11"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_CONTROL)
        self.words = QLabel(self)
        self.words.setProperty("role", "caption")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        row.addWidget(IconLabel("info", "text3", theme().metrics.icon_cell, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.hide()

    def show_help(self, help_: PlanningHelp, today: date) -> None:
        words = latest_words(help_, today)
        self.words.setText(words)
        self.setVisible(bool(words))
