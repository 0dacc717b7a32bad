"""The bin from its opening to its end."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.qtbase import dialogs
from app.qtbase.tasks import Tasks
from app.services.records.bin import BinItem
from app.views.bin.dialog import BinDialog
from app.views.navigator import ViewContext


async def open_bin(context: ViewContext, parent: QWidget) -> None:
    """Show the bin; what is restored leaves the list at once."""
    services = context.services
    dialog = BinDialog(services.workplace, parent)
    tasks = Tasks(dialog, dialog.show_error)

    async def show() -> None:
        dialog.show_page(await services.bin.page(dialog.sections.value()))

    async def restore(items: Sequence[BinItem]) -> None:
        try:
            for item in items:
                await _restore(context, item)
        finally:
            await show()

    dialog.section_chosen.connect(lambda _section: tasks.run(show(), latest="show"))
    dialog.restore_wanted.connect(lambda items: tasks.run(restore(items)))
    await show()
    dialog.tree.setFocus()
    await dialogs.run(dialog)
    dialog.deleteLater()


async def _restore(context: ViewContext, item: BinItem) -> None:
    services = context.services
    match item.section:
        case "lead":
            await services.leads.restore(item.id)
        case "deal":
            await services.deals.restore(item.id)
        case "contact":
            await services.contacts.restore(item.id)
        case _:
            await services.activities.restore(item.id, item.version)
