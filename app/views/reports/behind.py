"""The calls, meetings or leads behind a number; each line opens its client's card."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from app.qtbase import i18n
from app.services.reports.records import Behind
from app.views.navigator import ViewContext
from app.views.widgets.list_dialog import ListDialog


class BehindDialog(ListDialog):
    """Enter opens the card; the list stays."""

    def __init__(self, context: ViewContext, title: str, items: Sequence[Behind], parent: QWidget) -> None:
        captions = (
            QCoreApplication.translate("Reports", "Client"),
            QCoreApplication.translate("Reports", "Activity"),
            QCoreApplication.translate("Reports", "When"),
        )
        super().__init__(title, captions, (1,), parent)
        self._context = context
        self._items = tuple(items)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.show_rows([(one.name, one.subject, self._when(one)) for one in items])
        self.rows_chosen.connect(self._open)

    def _when(self, one: Behind) -> str:
        if one.at is None:
            return QCoreApplication.translate("Reports", "not yet")
        workplace = self._context.services.workplace
        return i18n.stamp(one.at, workplace.zone, workplace.today())

    def _open(self, rows: Sequence[int]) -> None:
        client = self._items[rows[0]].client
        if client is not None:
            self._context.navigator.open_card(client.section, client.id)
