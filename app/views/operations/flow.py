"""From Ctrl+Z, or the list of the last operations, to what is undone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.qtbase import dialogs, i18n
from app.qtbase.tasks import Tasks
from app.views.navigator import ViewContext
from app.views.operations.dialog import OperationsDialog
from app.views.operations.words import operation_words

if TYPE_CHECKING:
    # SQLAlchemy, which services bring, takes 0.3 s to import: the sign-in window paints before that
    from app.services.undo import OperationRecord, UndoPreview

LOOKED_AT = 50
"""Operations among which one's own newest is looked for: a supervisor is given the office's."""
LOOKED_THROUGH = 500
"""Records up to which it is said beforehand what an undo would leave; of more the report tells."""
NAMED = 5


async def undo_last(context: ViewContext, parent: QWidget) -> None:
    """Ctrl+Z: the employee's own newest operation."""
    me = context.services.workplace.actor.employee_id
    for one in await context.services.undo.last(LOOKED_AT):
        if one.actor_id == me:
            await undo_one(context, parent, one)
            return
    context.navigator.notify(QCoreApplication.translate("Operations", "There is nothing to undo"))


async def last_operations(context: ViewContext, parent: QWidget) -> None:
    """The list; each can be undone from it."""
    found = await context.services.undo.last(LOOKED_AT)
    dialog = OperationsDialog(context.services.workplace, parent)
    dialog.show_operations(found)
    tasks = Tasks(dialog, dialog.show_error)

    async def undo(one: "OperationRecord") -> None:
        if await undo_one(context, dialog, one):
            dialog.show_operations(await context.services.undo.last(LOOKED_AT))

    dialog.undo_wanted.connect(lambda one: tasks.run(undo(one), latest="undo"))
    await dialogs.run(dialog)
    dialog.deleteLater()


async def undo_one(context: ViewContext, parent: QWidget, one: "OperationRecord") -> bool:
    """Ask, undo and tell; whether it was undone."""
    undo, what = context.services.undo, operation_words(one, context.services.workplace.registry)
    count = one.params.get("count")
    text = what
    if not isinstance(count, int) or count <= LOOKED_THROUGH:
        left = _left_words(await undo.preview(one.id))
        text = f"{what}\n{left}" if left else what
    title = QCoreApplication.translate("Operations", "Undo this?")
    if not await dialogs.confirm(parent, title, text, QCoreApplication.translate("Operations", "Undo")):
        return False
    report = await undo.undo(one.id)
    words = QCoreApplication.translate("Operations", "Undone: {what}").format(what=what)
    if report.left_count:
        left = QCoreApplication.translate("Operations", "changed since and left: {count}")
        words = f"{words} · {left.format(count=i18n.number(report.left_count))}"
    context.navigator.notify(words)
    return True


def _left_words(preview: "UndoPreview") -> str:
    """What was changed since, so that it stays as it is."""
    if not preview.left_count:
        return ""
    words = QCoreApplication.translate("Operations", "Changed since and left as it is: {count}")
    names = list(dict.fromkeys(item.name for item in preview.left if item.name))[:NAMED]
    said = words.format(count=i18n.number(preview.left_count))
    return f"{said} ({', '.join(names)})" if names else said
