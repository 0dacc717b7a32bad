"""Correcting a comment: all its lines, Ctrl+Enter saves."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from app.core.mentions import Person
from app.qtbase import dialogs
from app.views.widgets.fields import FieldFrame, LongTextEditor
from app.views.widgets.form_dialog import FormDialog
from app.views.widgets.mentions import Mentions

_SIZE = (560, 340)


async def corrected_comment(
    parent: QWidget, text: str, people: Sequence[Person] = (), named: Collection[int] = ()
) -> tuple[str, tuple[int, ...]] | None:
    """The comment as it was corrected and whom it names; None where it was left as it is."""
    dialog = CommentDialog(text, parent)
    dialog.mentions.set_people(people, named)
    try:
        if await dialogs.run(dialog) and dialog.text() != text:
            return dialog.text(), dialog.mentions.named_in(dialog.text())
        return None
    finally:
        dialog.deleteLater()


class CommentDialog(FormDialog):
    """One field of several lines."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("CardTimeline", "Correct the comment")
        super().__init__(title, QCoreApplication.translate("CardTimeline", "Save"), parent)
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        self.head.addWidget(heading)
        label = QCoreApplication.translate("CardTimeline", "Comment")
        editor = LongTextEditor(lines=6)
        self.comment = FieldFrame(label, editor, required=True, parent=self)
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
            self.accept()
        else:
            words = QCoreApplication.translate("CardTimeline", "Write something, or delete the comment.")
            self.comment.set_error(words)
            self.comment.focus()
