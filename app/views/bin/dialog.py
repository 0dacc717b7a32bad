"""The bin as a window: a section at a time, several lines restored at once."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.qtbase import i18n
from app.services.records.bin import BinItem, BinPage
from app.services.workplace import Workplace
from app.views.widgets.buttons import Button, Segment, SegmentedSwitch
from app.views.widgets.list_dialog import ListDialog


class BinDialog(ListDialog):
    """Enter, or the button, restores the selected lines."""

    section_chosen = Signal(str)
    restore_wanted = Signal(object)
    """A list of BinItem."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        captions = (
            QCoreApplication.translate("Bin", "Name"),
            QCoreApplication.translate("Bin", "Deleted on"),
            QCoreApplication.translate("Bin", "Deleted by"),
        )
        super().__init__(QCoreApplication.translate("Bin", "Bin"), captions, (0,), parent)
        self._workplace = workplace
        self._items: tuple[BinItem, ...] = ()
        self.heading.setText(QCoreApplication.translate("Bin", "Bin: deleted in the last 30 days"))
        self.tree.setAccessibleName(QCoreApplication.translate("Bin", "Deleted"))
        self.choose_many()
        self.sections = SegmentedSwitch(_segments(), parent=self)
        self.sections.setAccessibleName(QCoreApplication.translate("Bin", "Section"))
        self.sections.changed.connect(self.section_chosen)
        self.body.insertWidget(1, self.sections)
        self.said = QLabel(self)
        self.said.setProperty("role", "caption")
        self.body.addWidget(self.said)
        self.restore = Button(QCoreApplication.translate("Bin", "Restore"), icon="undo", parent=self)
        self.add_act(self.restore)
        self.rows_chosen.connect(self._ask)

    def show_page(self, page: BinPage) -> None:
        """Fill the list, the newest first."""
        self._items = tuple(page.items)
        zone, today = self._workplace.zone, self._workplace.today()
        self.show_rows([(_name(one), i18n.stamp(one.deleted_at, zone, today), one.deleted_by) for one in self._items])
        self.restore.setEnabled(bool(self._items))
        self.said.setText(self._words(page))

    def _words(self, page: BinPage) -> str:
        if not page.items:
            return QCoreApplication.translate("Bin", "There is nothing here that you could restore")
        if page.more:
            words = QCoreApplication.translate("Bin", "The newest {count} are listed")
            return words.format(count=i18n.number(len(page.items)))
        return ""

    def _ask(self, rows: Sequence[int]) -> None:
        self.restore_wanted.emit([self._items[row] for row in rows])


def _name(one: BinItem) -> str:
    if one.merged_into is None:
        return one.name
    words = QCoreApplication.translate("Bin", "{name} · merged into No. {id}")
    return words.format(name=one.name, id=one.merged_into)


def _segments() -> tuple[Segment, ...]:
    return (
        Segment("lead", QCoreApplication.translate("Bin", "Leads")),
        Segment("deal", QCoreApplication.translate("Bin", "Deals")),
        Segment("contact", QCoreApplication.translate("Bin", "Contacts")),
        Segment("activity", QCoreApplication.translate("Bin", "Activities")),
    )
