"""A comment in a dialog: all its lines, colleagues named by "@"; Ctrl+Enter saves."""

from collections.abc import Collection, Sequence
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.core.errors import PrichalError
from app.core.mentions import Person
from app.qtbase import dialogs
from app.qtbase.error_texts import error_text
from app.qtbase.tasks import Tasks
from app.services.records.activities import ClientRef
from app.views.navigator import ViewContext
from app.views.widgets.buttons import Button
from app.views.widgets.fields import FieldFrame, LongTextEditor
from app.views.widgets.form_dialog import FormDialog
from app.views.widgets.mentions import Mentions

_SIZE = (560, 340)


async def corrected_comment(
    parent: QWidget, text: str, people: Sequence[Person] = (), named: Collection[int] = ()
) -> tuple[str, tuple[int, ...]] | None:
    """The comment as it was corrected and whom it names; None where it was left as it is."""
    title = QCoreApplication.translate("CardTimeline", "Correct the comment")
    dialog = CommentDialog(title, QCoreApplication.translate("CardTimeline", "Save"), text, parent)
    dialog.mentions.set_people(people, named)
    dialog.accepted_text.connect(dialog.accept)
    try:
        if await dialogs.run(dialog) and dialog.text() != text:
            return dialog.text(), dialog.mentions.named_in(dialog.text())
        return None
    finally:
        dialog.deleteLater()


async def write_comment(context: ViewContext, parent: QWidget, ref: ClientRef) -> None:
    """Ask for a comment, and files with it, for a client's timeline: from a list, kanban, wherever no card is open."""
    dialog = NewCommentDialog(context, ref, parent)
    try:
        await dialogs.run(dialog)
    finally:
        dialog.deleteLater()


class CommentDialog(FormDialog):
    """One field of several lines."""

    accepted_text = Signal()
    """Sent with something in it."""

    def __init__(self, title: str, act: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, act, parent)
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        self.head.addWidget(heading)
        label = QCoreApplication.translate("CardTimeline", "Comment")
        editor = LongTextEditor(lines=6)
        self.comment = FieldFrame(label, editor, required=True, parent=self)
        self.comment_area = editor.area
        self.mentions = Mentions(editor.area)
        self.comment.set_value(text)
        self.body.addWidget(self.comment)
        self.body.addStretch(1)
        self.submitted.connect(self._submit)
        self.resize(*_SIZE)
        self.comment.focus()

    def text(self) -> str:
        return str(self.comment.value() or "")

    def _submit(self) -> None:
        if self.text():
            self.accepted_text.emit()
        else:
            words = QCoreApplication.translate("CardTimeline", "Write something, or delete the comment.")
            self.comment.set_error(words)
            self.comment.focus()


class NewCommentDialog(CommentDialog):
    """Stays until it is written: what was typed isn't lost where the connection is."""

    def __init__(self, context: ViewContext, ref: ClientRef, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("CardTimeline", "Comment for the timeline")
        super().__init__(title, QCoreApplication.translate("CardTimeline", "Write down"), "", parent)
        self._context = context
        self._ref = ref
        self._operation = uuid4().hex
        """Written once, however its try ended."""
        self.files: list[Path] = []
        self._tasks = Tasks(self, self._failed)
        attach = QCoreApplication.translate("CardTimeline", "Attach a file…")
        self.attach = Button(attach, "link", icon="plus", small=True, parent=self)
        self.attach.clicked.connect(lambda: self._tasks.run(self._choose(), latest="choose", quiet=True))
        self._names = QLabel(self)
        self._names.setProperty("role", "caption")
        self._names.setWordWrap(True)
        self._names.hide()
        self.body.insertWidget(1, self._names)
        self.body.insertWidget(2, self.attach)
        self.mentions.wanted.connect(lambda: self._tasks.run(self._learn_people(), latest="people", quiet=True))
        self.accepted_text.connect(lambda: self._tasks.run(self._write(), latest="write"))

    def add_file(self, file: Path) -> None:
        """One more file to go with the comment."""
        self.files.append(file)
        self._names.setText(", ".join(one.name for one in self.files))
        self._names.show()

    async def _choose(self) -> None:
        title = QCoreApplication.translate("CardTimeline", "Attach a file")
        file = await dialogs.choose_file(self, title, QCoreApplication.translate("CardTimeline", "All files (*)"))
        if file is not None:
            self.add_file(file)

    async def _learn_people(self) -> None:
        people = await self._context.services.timeline.mentionable(self._ref)
        self.mentions.set_people([Person(one.id, one.name) for one in people])

    async def _write(self) -> None:
        self.set_busy(True)
        try:
            if "@" in self.text() and not self.mentions.knows_people:
                await self._learn_people()
            named = self.mentions.named_in(self.text())
            await self._context.services.timeline.add_comment_once(self._ref, self.text(), self._operation, named)
            while self.files:
                await self._context.services.files.attach(self._ref, self.files[0].name, self.files[0])
                del self.files[0]
        finally:
            self.set_busy(False)
        self.accept()

    def _failed(self, error: PrichalError) -> None:
        self.say(error_text(error))
