"""The calls, meetings or leads behind a number; each line opens its client's card."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.qtbase import i18n
from app.qtbase.metrics import GAP_L, GAP_M, GAP_XL
from app.qtbase.theme import theme
from app.services.reports.records import Behind
from app.views.navigator import ViewContext
from app.views.widgets.buttons import Button

WIDTH, HEIGHT = 680, 480
_ITEM = Qt.ItemDataRole.UserRole


class BehindDialog(QDialog):
    """Enter opens the card; the list stays."""

    def __init__(self, context: ViewContext, title: str, items: Sequence[Behind], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setProperty("role", "form")
        self.resize(WIDTH, HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_L)
        body.setSpacing(GAP_M)
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        body.addWidget(heading)
        self.tree = self._make_tree(items)
        body.addWidget(self.tree, 1)
        column.addLayout(body, 1)
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GAP_XL, GAP_M, GAP_XL, GAP_M)
        row.addStretch(1)
        close = Button(QCoreApplication.translate("Reports", "Close"), "primary", parent=foot)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addWidget(foot)

    def _make_tree(self, items: Sequence[Behind]) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setRootIsDecorated(False)
        tree.setAccessibleName(self.windowTitle())
        tree.setHeaderLabels(
            [
                QCoreApplication.translate("Reports", "Client"),
                QCoreApplication.translate("Reports", "Activity"),
                QCoreApplication.translate("Reports", "When"),
            ]
        )
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        workplace = self._context.services.workplace
        never = QCoreApplication.translate("Reports", "not yet")
        for one in items:
            when = never if one.at is None else i18n.stamp(one.at, workplace.zone, workplace.today())
            item = QTreeWidgetItem(tree, [one.name, one.subject, when])
            item.setData(0, _ITEM, one)
            item.setSizeHint(0, QSize(0, theme().metrics.row_line))
        first = tree.topLevelItem(0)
        if first is not None:
            tree.setCurrentItem(first)
        tree.itemActivated.connect(lambda item, _column: self._open(item.data(0, _ITEM)))
        return tree

    def _open(self, one: Behind) -> None:
        if one.client is not None:
            self._context.navigator.open_card(one.client.section, one.client.id)
