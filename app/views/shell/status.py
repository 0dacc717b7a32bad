"""The status bar of the main window: which database, whether it answers, what the page in front says."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.qtbase import i18n
from app.services.workplace import Workplace
from app.views.navigator import PageStatus
from app.views.widgets.status_bar import StatusBar


class StatusLine(StatusBar):
    """Knows the workplace's database."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        name = workplace.registry.setting("name")
        words = QCoreApplication.translate("Shell", "Database “{name}”")
        self.set_database(words.format(name=name if isinstance(name, str) else ""))
        self.show_connection(None)

    def show_page(self, status: PageStatus) -> None:
        """What the page in front says."""
        self.set_totals(status.totals)
        self.set_selection(status.selection)
        self.set_hints(status.hints)
        self.set_busy(QCoreApplication.translate("Shell", "Refreshing…") if status.busy else "")

    def show_connection(self, lost_at: datetime | None) -> None:
        """The database answers, or since when it doesn't."""
        if lost_at is not None:
            words = QCoreApplication.translate("Shell", "No connection since {time}")
            self.set_live("danger", words.format(time=i18n.clock(lost_at, self._workplace.zone)))
        elif self._workplace.database.is_sqlite:
            self.set_live("ok", QCoreApplication.translate("Shell", "Ready · file on this computer"))
        else:
            self.set_live("ok", QCoreApplication.translate("Shell", "Online · all changes are saved"))
