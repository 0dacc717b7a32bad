"""What became of the records: done, already there, refused by reason."""

from collections import defaultdict

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.core.errors import FieldErrors, UserError
from app.qtbase import i18n
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S, GAP_XL
from app.qtbase.theme import theme
from app.services.records.bulk import BulkReport, Refused
from app.services.registry import Registry
from app.views.widgets.buttons import Button
from app.views.widgets.icon_label import IconLabel

WIDTH, HEIGHT = 640, 520
_ID = Qt.ItemDataRole.UserRole


class ReportDialog(QDialog):
    """Enter on a name opens its card."""

    opened = Signal(int)
    undo_wanted = Signal()

    def __init__(self, title: str, section: str, report: BulkReport, registry: Registry, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setProperty("role", "form")
        self.resize(WIDTH, HEIGHT)
        self._section, self._registry = section, registry
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_L)
        body.setSpacing(GAP_M)
        column.addLayout(body, 1)
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)
        body.addWidget(heading)
        body.addLayout(self._tiles(report))
        self.tree = self._make_tree(report)
        self.tree.setVisible(bool(report.refused))
        body.addWidget(self.tree, 1)
        shown = len(report.refused)
        if report.refused_count > shown:
            words = QCoreApplication.translate("Bulk", "The first {count} of the refused are listed.")
            note = QLabel(words.format(count=i18n.number(shown)), self)
            note.setProperty("role", "caption")
            body.addWidget(note)
        column.addWidget(self._foot(report))
        if report.refused:
            self.tree.setFocus()

    def _tiles(self, report: BulkReport) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        told = [
            ("success", "ok", QCoreApplication.translate("Bulk", "Changed"), report.done),
            ("ban", "danger", QCoreApplication.translate("Bulk", "Refused"), report.refused_count),
            ("minus", "text3", QCoreApplication.translate("Bulk", "Already so"), report.already),
        ]
        if report.left:
            told.append(("stop", "warn", QCoreApplication.translate("Bulk", "Not reached"), report.left))
        for icon, role, name, count in told:
            row.addWidget(self._tile(icon, role, name, count), 1)
        return row

    def _tile(self, icon: str, role: str, name: str, count: int) -> QFrame:
        tile = QFrame(self)
        tile.setProperty("role", "panel")
        tile.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        tile.setAccessibleName(f"{name}: {i18n.number(count)}")
        column = QVBoxLayout(tile)
        column.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(GAP_S)
        top.addWidget(IconLabel(icon, role, parent=tile))
        words = QLabel(name, tile)
        words.setProperty("role", "caption")
        top.addWidget(words)
        top.addStretch(1)
        number = QLabel(i18n.number(count), tile)
        number.setProperty("role", "title")
        column.addLayout(top)
        column.addWidget(number)
        return tile

    def _make_tree(self, report: BulkReport) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setColumnCount(2)
        tree.setHeaderHidden(True)
        tree.setAccessibleName(QCoreApplication.translate("Bulk", "Refused, by reason"))
        row = QSize(0, theme().metrics.row_line)
        groups: dict[str, list[Refused]] = defaultdict(list)
        for one in report.refused:
            groups[error_text(_plain(one.error))].append(one)
        for reason, members in sorted(groups.items(), key=lambda pair: -len(pair[1])):
            parent = QTreeWidgetItem(tree, [f"{reason} · {i18n.number(len(members))}"])
            parent.setFirstColumnSpanned(True)
            parent.setSizeHint(0, row)
            for one in members:
                name = one.name or QCoreApplication.translate("Bulk", "No. {number}").format(number=one.id)
                item = QTreeWidgetItem(parent, [name, self._fields(one.error)])
                item.setData(0, _ID, one.id)
                item.setSizeHint(0, row)
            parent.setExpanded(True)
        tree.setColumnWidth(0, WIDTH // 2 - GAP_XL)
        first = tree.topLevelItem(0)
        if first is not None and (child := first.child(0)) is not None:
            tree.setCurrentItem(child)
        tree.itemActivated.connect(self._activated)
        return tree

    def _fields(self, error: UserError) -> str:
        """The fields that an error speaks of, by name."""
        codes = error.params.get("fields")
        if not isinstance(codes, tuple):
            return ""
        registry, section = self._registry, self._section
        return ", ".join(
            registry.field(section, str(code)).name if registry.has_field(section, str(code)) else str(code)
            for code in codes
        )

    def _foot(self, report: BulkReport) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(foot)
        row.setContentsMargins(GAP_XL, GAP_M, GAP_XL, GAP_M)
        row.setSpacing(GAP_S)
        words = QCoreApplication.translate("Bulk", "Undo {count}").format(count=i18n.number(report.done))
        self.undo = Button(words, icon="undo", parent=foot)
        self.undo.setVisible(bool(report.done))
        self.undo.clicked.connect(self.undo_wanted)
        close = Button(QCoreApplication.translate("Bulk", "Close"), "primary", parent=foot)
        close.clicked.connect(self.accept)
        row.addWidget(self.undo)
        row.addStretch(1)
        row.addWidget(close)
        return foot

    def _activated(self, item: QTreeWidgetItem) -> None:
        record_id = item.data(0, _ID)
        if isinstance(record_id, int):
            self.opened.emit(record_id)


def _plain(error: UserError) -> UserError:
    """Of several wrong values the first says why."""
    return next(iter(error.errors.values()), error) if isinstance(error, FieldErrors) else error
