"""The action bar: a comment written in place, and the buttons that open what belongs to other features."""

from typing import Final
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from app.core.errors import Offline
from app.core.kinds import ActivityKind
from app.core.mentions import Person
from app.qtbase import icons
from app.qtbase.metrics import GAP_M, GAP_S
from app.qtbase.theme import theme
from app.views.cards.open_card import OpenCard
from app.views.navigator import Channel
from app.views.widgets.buttons import GAP_ICON, Button
from app.views.widgets.mentions import Mentions

KEEP_AFTER_MS: Final = 1000
_MOST_LINES: Final = 6
PLACE: Final = "comment"


class ActionBar(QFrame):
    """Comment first; call, meeting and other plan, messages open the system's handler."""

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        self.setProperty("role", "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self._buttons())
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        column.addWidget(rule)
        self.comment = CommentEditor(card, self)
        column.addWidget(self.comment)

    def _buttons(self) -> QWidget:
        holder = QWidget(self)
        holder.setProperty("role", "page")
        holder.setFixedHeight(38)
        row = QHBoxLayout(holder)
        row.setContentsMargins(GAP_S - 2, 0, GAP_S, 0)
        row.setSpacing(0)
        self._row = row
        self._others: list[QToolButton] = []
        comment = self._add("comment", QCoreApplication.translate("CardActions", "Comment"))
        comment.setCheckable(True)
        comment.setChecked(True)
        comment.clicked.connect(self._to_comment)
        self._comment_button = comment
        self._plan(ActivityKind.CALL, "call", QCoreApplication.translate("CardActions", "Call"))
        self._message("sms", "sms", QCoreApplication.translate("CardActions", "SMS"))
        self._message("whatsapp", "whatsapp", QCoreApplication.translate("CardActions", "WhatsApp"))
        self._message("letter", "letter", QCoreApplication.translate("CardActions", "Letter"))
        self._plan(ActivityKind.MEETING, "meeting", QCoreApplication.translate("CardActions", "Meeting"))
        self._plan(ActivityKind.OTHER, "other", QCoreApplication.translate("CardActions", "Other"))
        row.addStretch(1)
        self._widths = [one.sizeHint().width() for one in (comment, *self._others)]
        return holder

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the words don't fit, the icons stay; what they mean is in their tool tips."""
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        if sum(self._widths) + 2 * GAP_S > event.size().width():
            style = Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._others:
            button.setToolButtonStyle(style)

    def _to_comment(self) -> None:
        self._comment_button.setChecked(True)
        self.comment.focus()

    def _add(self, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        side = theme().metrics.icon
        button.setIcon(icons.icon(icon, "text2", on="accent"))
        button.setIconSize(button.iconSize().expandedTo(button.iconSize()).scaled(side + GAP_ICON, side,
                                                                                  Qt.AspectRatioMode.IgnoreAspectRatio))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("tab", True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setFixedHeight(38)
        self._row.addWidget(button)
        return button

    def _plan(self, kind: ActivityKind, icon: str, words: str) -> None:
        button = self._add(icon, words)
        name = QCoreApplication.translate("CardActions", "Plan: {kind}").format(kind=words)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self._card.navigator.plan_activity(self._card.ref, kind=kind))
        self._others.append(button)

    def _message(self, channel: Channel, icon: str, words: str) -> None:
        button = self._add(icon, words)
        name = QCoreApplication.translate("CardActions", "Write: {channel}").format(channel=words)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self._card.navigator.message(self._card.ref, channel))
        self._others.append(button)


class CommentArea(QPlainTextEdit):
    """Takes words only: pictures and files belong to the card."""

    picture_pasted = Signal(QImage)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not source.hasUrls() and (source.hasImage() or super().canInsertFromMimeData(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasImage() and not source.hasText():
            self.picture_pasted.emit(QImage(source.imageData()))
        else:
            self.insertPlainText(source.text())


class CommentEditor(QWidget):
    """Grows with what is typed; Ctrl+Enter or the button writes it. What isn't written is kept as a draft."""

    picture_pasted = Signal(QImage)

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        self.place = card.place(PLACE)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, 9, GAP_M, 9)
        row.setSpacing(GAP_S)
        self.area = CommentArea(self)
        self.area.picture_pasted.connect(self.picture_pasted)
        self.area.setPlaceholderText(QCoreApplication.translate("CardActions", "What you learnt and agreed on"))
        self.area.setAccessibleName(QCoreApplication.translate("CardActions", "Comment"))
        self.area.setTabChangesFocus(True)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.area.document().setDocumentMargin(2)
        self.area.installEventFilter(self)
        self.mentions = Mentions(self.area)
        self.mentions.wanted.connect(lambda: card.tasks.run(self._learn_people(), latest="people", quiet=True))
        self.area.textChanged.connect(self._typed)
        self.write = Button(QCoreApplication.translate("CardActions", "Write down"), "primary", parent=self)
        self.write.clicked.connect(self.submit)
        row.addWidget(self.area, 1)
        row.addWidget(self.write, 0, Qt.AlignmentFlag.AlignTop)
        self._waiting: tuple[str, str] | None = None
        """The comment that waits for the connection and its operation: it is written once, however its try ended."""
        card.context.connection.changed.connect(self._connection_changed)
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._timer.timeout.connect(lambda: card.tasks.run(self.keep(), quiet=True))
        theme().changed.connect(self._fit)
        self._fit()

    def focus(self) -> None:
        self.area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def text(self) -> str:
        return self.area.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Show a draft, unless something is being typed already."""
        if not self.text():
            self.area.setPlainText(text)

    def submit(self) -> None:
        """Write the comment into the timeline."""
        if self.text():
            self._card.tasks.run(self._submit(self.text()), latest="comment")
        else:
            self.focus()

    async def keep(self) -> None:
        """Keep what is typed, forget the draft where there is nothing."""
        drafts = self._card.services.drafts
        if self.text():
            await drafts.keep(self.place, {"text": self.area.toPlainText()})
        else:
            await drafts.drop(self.place)

    async def _submit(self, text: str) -> None:
        self.write.setEnabled(False)
        waiting = self._waiting
        operation = waiting[1] if waiting is not None and waiting[0] == text else uuid4().hex
        try:
            if "@" in text and not self.mentions.knows_people:  # a draft: nobody has typed a name yet
                await self._learn_people()
            named = self.mentions.named_in(text)
            await self._card.services.timeline.add_comment_once(self._card.ref, text, operation, named)
        except Offline:
            self._waiting = text, operation
            await self.keep()
            raise
        finally:
            self.write.setEnabled(True)
        self._waiting = None
        self._timer.stop()
        self.area.clear()
        self._timer.stop()
        await self._card.services.drafts.drop(self.place)
        self._card.set_unsaved(self.place, False)
        self._card.reload()

    async def _learn_people(self) -> None:
        people = await self._card.services.timeline.mentionable(self._card.ref)
        self.mentions.set_people([Person(one.id, one.name) for one in people])

    def _connection_changed(self, online: bool) -> None:
        if online and self._waiting is not None:
            self.submit()

    def _typed(self) -> None:
        self._timer.start()
        self._card.set_unsaved(self.place, bool(self.text()))
        self._fit()

    def _fit(self) -> None:
        """As high as the words, from one control to six lines."""
        one = theme().metrics.control
        line = self.area.fontMetrics().lineSpacing()
        lines = min(max(self.area.document().blockCount(), self._wrapped()), _MOST_LINES)
        self.area.setFixedHeight(one + line * (lines - 1))

    def _wrapped(self) -> int:
        return round(self.area.document().size().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.area and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.submit()
                return True
        return super().eventFilter(watched, event)
