"""The card's status bar: the database, whether all is saved, who changed it last, two shortcuts."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.qtbase import i18n
from app.views.cards.open_card import OpenCard
from app.views.cards.sections import neighbour_words
from app.views.widgets.status_bar import StatusBar


class CardStatus(StatusBar):
    """Listens to the card by itself."""

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        name = str(card.workplace.registry.setting("name", ""))
        self.set_database(QCoreApplication.translate("Card", "Database “{name}”").format(name=name))
        save = QCoreApplication.translate("Card", "save")
        self.set_hints((f"Ctrl+↑ / ↓ — {neighbour_words(card.ref.section)}", f"Ctrl+Enter — {save}"))
        card.drafts_changed.connect(self._show_saved)
        card.context.connection.changed.connect(self._show_saved)
        card.tasks.busy_changed.connect(self._show_busy)
        self._show_saved()

    def refresh(self) -> None:
        """Show what was read last."""
        workplace = self._card.workplace
        changed_at, changed_by = self._card.data.changed
        employees = workplace.registry.all.employees
        local, today = changed_at.astimezone(workplace.zone), workplace.today()
        stamp = i18n.stamp(changed_at, workplace.zone, today)
        when = local.strftime("%H:%M") if local.date() == today else stamp
        who = employees[changed_by].short_name if changed_by in employees else ""
        changed = QCoreApplication.translate("Card", "Changed {moment}").format(moment=when)
        self.set_selection(f"{changed}, {who}" if who else changed)

    def _show_saved(self) -> None:
        lost_at = self._card.context.connection.lost_at
        if lost_at is not None:
            words = QCoreApplication.translate("Card", "No connection since {time}")
            self.set_live("danger", words.format(time=i18n.clock(lost_at, self._card.workplace.zone)))
        elif self._card.has_unsaved:
            self.set_live("warn", QCoreApplication.translate("Card", "Connected · there are drafts not saved"))
        else:
            self.set_live("ok", QCoreApplication.translate("Card", "Connected · everything is saved"))

    def _show_busy(self, busy: bool) -> None:
        self.set_busy(QCoreApplication.translate("Card", "Working…") if busy else "")
