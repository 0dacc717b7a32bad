"""The filters at the left of the panel, ready and saved, in the employee's order, each with its live count."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.records.saved_filters import NamedFilter, Share
from app.views.navigator import Section
from app.views.records.filter.saved_row import SavedRow
from app.views.records.words import preset_words
from app.views.widgets.buttons import Button
from app.views.widgets.painting import draw_line

WIDTH = 250


class SavedList(QFrame):
    """Says what is wanted of a filter, by its key; the panel does it."""

    chosen = Signal(str)
    pinned = Signal(str)
    arranged = Signal(object)
    """All keys in their new order."""
    rename_wanted = Signal(str)
    delete_wanted = Signal(str)
    share_wanted = Signal(str, object)
    save_wanted = Signal()

    def __init__(self, section: Section, shares: tuple[Share, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section: Section = section
        self._shares = shares
        self.setFixedWidth(WIDTH)
        self._group = QButtonGroup(self)
        self.rows: dict[str, SavedRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP_M, 1, GAP_M)
        column.setSpacing(0)
        caption = QLabel(QCoreApplication.translate("Filter", "Saved filters"), self)
        caption.setProperty("role", "caption")
        caption.setContentsMargins(GAP_M + 2, 0, 0, GAP_S)
        column.addWidget(caption)
        column.addWidget(self._scrolled(), 1)
        self.save = Button(
            QCoreApplication.translate("Filter", "Save the current one"), "link", icon="plus", parent=self
        )
        self.save.clicked.connect(self.save_wanted)
        foot = QHBoxLayout()
        foot.setContentsMargins(GAP_S, 0, 0, 0)
        foot.addWidget(self.save)
        foot.addStretch(1)
        column.addLayout(foot)

    def _scrolled(self) -> QScrollArea:
        page = QWidget()
        page.setProperty("role", "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def offer(self, filters: Sequence[NamedFilter]) -> None:
        """Show these filters; counts that are known stay."""
        counts = {key: row.count_words() for key, row in self.rows.items()}
        on, focused = self.value(), next((key for key, row in self.rows.items() if row.hasFocus()), None)
        for row in self.rows.values():
            self._group.removeButton(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {one.key: self._row(one) for one in filters}
        for number, (key, row) in enumerate(self.rows.items()):
            self._column.insertWidget(number, row)
            if counts.get(key):
                row.take_count(counts[key])
        self.choose(on)
        if focused in self.rows:
            self.rows[focused].setFocus()

    def _row(self, named: NamedFilter) -> SavedRow:
        words = named.name or preset_words(self._section, named.key)
        row, key = SavedRow(named, words, self._shares, self), named.key
        self._group.addButton(row)
        row.clicked.connect(lambda: self.chosen.emit(key))
        row.pinned.connect(lambda: self.pinned.emit(key))
        row.moved.connect(lambda steps: self._move(key, steps))
        row.stepped.connect(lambda steps: self._step(key, steps))
        row.rename_wanted.connect(lambda: self.rename_wanted.emit(key))
        row.delete_wanted.connect(lambda: self.delete_wanted.emit(key))
        row.share_wanted.connect(lambda share: self.share_wanted.emit(key, share))
        return row

    def choose(self, key: str | None) -> None:
        """Switch without `chosen`; None: no filter of these."""
        self._group.setExclusive(False)
        for name, row in self.rows.items():
            row.setChecked(name == key)
        self._group.setExclusive(True)

    def value(self) -> str | None:
        return next((key for key, row in self.rows.items() if row.isChecked()), None)

    def row(self, key: str) -> SavedRow:
        """The row of a filter. Raises KeyError where it isn't offered."""
        return self.rows[key]

    def _step(self, key: str, steps: int) -> None:
        keys = list(self.rows)
        place = min(max(keys.index(key) + steps, 0), len(keys) - 1)
        self.rows[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, key: str, steps: int) -> None:
        keys = list(self.rows)
        place = keys.index(key)
        to = place + steps
        if not 0 <= to < len(keys):
            return
        keys.insert(to, keys.pop(place))
        row = self.rows[key]
        self.rows = {one: self.rows[one] for one in keys}
        self._column.removeWidget(row)
        self._column.insertWidget(to, row)
        row.setFocus()
        self.arranged.emit(tuple(keys))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, edge = QPainter(self), self.width() - 0.5
        painter.fillRect(self.rect(), theme().colors.surface2)
        draw_line(painter, QPointF(edge, 0), QPointF(edge, self.height()), theme().colors.line)
