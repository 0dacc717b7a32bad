"""What supervisors allowed against a rule, with their reasons."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app.qtbase import i18n
from app.qtbase.theme import theme
from app.services.reports import OverrideLine
from app.services.workplace import Workplace
from app.views.reports.rules import rule_names

_LINE = Qt.ItemDataRole.UserRole


class Overrides(QTreeWidget):
    """Enter opens the client."""

    client_wanted = Signal(object)
    """ClientRef"""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.setRootIsDecorated(False)
        self.setHeaderHidden(True)
        self.setColumnCount(4)
        self.setAccessibleName(QCoreApplication.translate("Reports", "Allowed by a supervisor"))
        header = self.header()
        header.setStretchLastSection(False)
        for column, mode in enumerate(
            (
                QHeaderView.ResizeMode.Interactive,
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.Interactive,
            )
        ):
            header.setSectionResizeMode(column, mode)
        self.itemActivated.connect(lambda item, _column: self._open(item.data(0, _LINE)))

    def show_lines(self, lines: Sequence[OverrideLine]) -> None:
        self.clear()
        zone, today = self._workplace.zone, self._workplace.today()
        for one in lines:
            rules = ", ".join(rule_names(code) for code in one.rules)
            what = f"{rules} · {one.client_name}" if one.client_name else rules
            who = self._workplace.registry.employee(one.employee_id).short_name
            item = QTreeWidgetItem(self, [i18n.stamp(one.at, zone, today), what, one.reason, who])
            item.setData(0, _LINE, one)
            item.setToolTip(1, what)
            item.setToolTip(2, one.reason)
            item.setSizeHint(0, QSize(0, theme().metrics.row_line))
        for column in (0, 3):
            self.resizeColumnToContents(column)
        if not lines:
            nothing = QCoreApplication.translate("Reports", "No rule was overridden in these days")
            _ = QTreeWidgetItem(self, ["", nothing])

    def _open(self, one: OverrideLine | None) -> None:
        if one is not None and one.client is not None:
            self.client_wanted.emit(one.client)
