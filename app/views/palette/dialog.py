"""Ctrl+K: one field, and below it what answers to it while it is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMoveEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from app.core.errors import PrichalError
from app.core.phones import search_digits
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S, GAP_XL
from app.qtbase.tasks import Tasks
from app.qtbase.theme import theme
from app.services.records.lists import SearchHit
from app.views.navigator import ViewContext
from app.views.palette.actions import BoundCommand, client_actions, commands, query_actions, stage_actions
from app.views.palette.delegate import PaletteDelegate
from app.views.palette.rows import ActionRow, ClientRow, HeadingRow, PaletteModel, Row
from app.views.palette.words import client_row, found_phone
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.key_hint import KeyHint

WIDTH, TOP = 700, 98
LIST_HEIGHT = 496
"""Room for five clients with their actions, and what can be done with the query."""
FOUND_AT_MOST = 5


class Veil(QWidget):
    """Dims the window behind the palette."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setGeometry(window.rect())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().colors.veil)


class PaletteDialog(QDialog):
    """The focus stays in the field: arrows choose, Enter does, Tab goes to the client's actions."""

    def __init__(self, context: ViewContext, window: QWidget, bound: Sequence[BoundCommand], text: str = "") -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "form")
        self.setWindowTitle(QCoreApplication.translate("Palette", "Search and commands"))
        self._context = context
        self._bound = tuple(bound)
        self._hits: tuple[SearchHit, ...] = ()
        self._more = False
        self._searched = ""
        self._stage_of: SearchHit | None = None
        self._tasks = Tasks(self, self._show_error)
        self._veil = Veil(window)
        self.finished.connect(self._veil.deleteLater)
        self.model = PaletteModel()
        self.model.setParent(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)  # the edge
        column.setSpacing(0)
        head, foot = self._head(), self._foot()
        for part in (head, self._make_list(), foot):
            column.addWidget(part)
        self.setFixedWidth(WIDTH)
        self._place = window.mapToGlobal(QPoint((window.width() - WIDTH) // 2, self._fit(window, head, foot)))
        self._told_place = False
        self.move(self._place)
        self.field.setText(text)
        self._typed(text)

    def _fit(self, window: QWidget, head: QWidget, foot: QWidget) -> int:
        """Give the list the height that a low window leaves it; returns where the palette begins."""
        room = window.height() - head.minimumHeight() - foot.minimumHeight() - 2
        height = min(LIST_HEIGHT, room - 2 * GAP_XL)
        self.list.setFixedHeight(height)
        return min(TOP, room - height - GAP_XL)

    def moveEvent(self, event: QMoveEvent) -> None:
        """A window manager that wraps the window just then makes Qt believe it stands at 0, 0: asking once more tells
        where it is, to screen readers too."""
        super().moveEvent(event)
        if self.isVisible() and event.pos() != self._place and not self._told_place:
            self._told_place = True
            QTimer.singleShot(0, self, lambda: self.move(self._place))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme().colors.line2)
        painter.setBrush(theme().colors.surface)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _head(self) -> QFrame:
        head = QFrame(self)
        head.setProperty("role", "head")
        head.setFixedHeight(theme().metrics.control + 20)
        row = QHBoxLayout(head)
        row.setContentsMargins(GAP_L, 0, GAP_L, 0)
        row.setSpacing(GAP_M)
        row.addWidget(IconLabel("search", "accent", 18, parent=head))
        self.field = QLineEdit(head)
        self.field.setProperty("bare", True)
        self.field.setFont(theme().font("heading"))
        self.field.setPlaceholderText(QCoreApplication.translate("Palette", "Name, phone, contract; > for commands"))
        self.field.setAccessibleName(QCoreApplication.translate("Palette", "Search in everything"))
        self.field.textEdited.connect(self._typed)
        self.field.installEventFilter(self)
        row.addWidget(self.field, 1)
        self.said = QLabel(head)
        self.said.setProperty("role", "caption")
        row.addWidget(self.said)
        row.addWidget(KeyHint("Esc", head))
        return head

    def _make_list(self) -> QListView:
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(QCoreApplication.translate("Palette", "Found"))
        self.list.clicked.connect(lambda index: self._do(index.row()))
        self.list.setFixedHeight(LIST_HEIGHT)
        return self.list

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        foot.setFixedHeight(theme().metrics.row_line + 2)
        row = QHBoxLayout(foot)
        row.setContentsMargins(GAP_L, 0, GAP_L, 0)
        row.setSpacing(GAP_S)
        hints = (
            ("↑ ↓", QCoreApplication.translate("Palette", "choose")),
            ("Enter", QCoreApplication.translate("Palette", "open")),
            ("Tab", QCoreApplication.translate("Palette", "actions of the client")),
        )
        for keys, words in hints:
            row.addWidget(KeyHint(keys, foot))
            row.addWidget(_caption(words, foot))
            row.addSpacing(GAP_S)
        row.addStretch(1)
        row.addWidget(KeyHint(">", foot))
        row.addWidget(_caption(QCoreApplication.translate("Palette", "commands only"), foot))
        return foot

    # what is shown

    def _typed(self, text: str) -> None:
        query = text.strip()
        self._stage_of = None
        self.said.clear()
        if not query or query.startswith(">"):
            self._tasks.cancel("search")
            self._hits = ()
            self._show(list(commands(query.removeprefix(">"), self._bound, all_of_them=True)))
            return
        self._tasks.run(self._search(query), latest="search", quiet=True)

    async def _search(self, query: str) -> None:
        found = await self._context.services.search.find(query, FOUND_AT_MOST + 1)
        self._hits, self._more = found[:FOUND_AT_MOST], len(found) > FOUND_AT_MOST
        self._searched = query
        self._say_how(query)
        self._show_found(0)

    def _say_how(self, query: str) -> None:
        digits = search_digits(query)
        if digits is not None:
            words = QCoreApplication.translate("Palette", "phone contains <b>{digits}</b>").format(digits=digits)
            self.said.setText(words)

    def _show_found(self, chosen: int) -> None:
        """Clients, actions of the chosen one, actions with the query, commands that answer to it."""
        query, workplace = self._searched, self._context.services.workplace
        rows: list[Row] = []
        if self._hits:
            rows.append(
                HeadingRow(
                    QCoreApplication.translate("Palette", "Clients"), f"{len(self._hits)}{'+' if self._more else ''}"
                )
            )
            rows += [client_row(hit, query, workplace) for hit in self._hits]
            hit = self._hits[chosen]
            rows.append(HeadingRow(hit.name))
            rows += client_actions(hit, found_phone(hit, query), self._context, self._choose_stage)
        else:
            rows.append(HeadingRow(QCoreApplication.translate("Palette", "Nobody was found")))
        rows.append(HeadingRow(QCoreApplication.translate("Palette", "Actions")))
        rows += query_actions(query, self._context)
        rows += commands(query, self._bound, all_of_them=False)
        self._show(rows, 1 + chosen)

    def _choose_stage(self, hit: SearchHit) -> None:
        self._stage_of = hit
        words = QCoreApplication.translate("Palette", "New stage of {name}").format(name=hit.name)
        self._show([HeadingRow(words), *stage_actions(hit, self._context)], 1)

    def _show(self, rows: list[Row], chosen: int = 0) -> None:
        self.model.show(rows)
        self._choose(chosen if 0 <= chosen < len(rows) else 0, 1)

    def _show_error(self, error: PrichalError) -> None:
        self.said.setText(error_text(error))

    # what is chosen

    def chosen_row(self) -> Row | None:
        """The row that Enter takes."""
        index = self.list.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def _choose(self, number: int, step: int) -> None:
        """Choose a row, or the next one in the direction that is no heading."""
        rows = self.model.rows()
        while 0 <= number < len(rows) and isinstance(rows[number], HeadingRow):
            number += step
        if 0 <= number < len(rows):
            self.list.setCurrentIndex(self.model.index(number))

    def _step(self, step: int) -> None:
        before = self.chosen_row()
        self._choose(self.list.currentIndex().row() + step, step)
        after = self.chosen_row()
        if isinstance(after, ClientRow) and after is not before:
            self._show_found(self._hits.index(after.hit))

    def _to_actions(self) -> None:
        """Tab: the first action of the chosen client."""
        for number, row in enumerate(self.model.rows()):
            if isinstance(row, ActionRow):
                self.list.setCurrentIndex(self.model.index(number))
                return

    def _do(self, number: int) -> None:
        row = self.model.row(number)
        if isinstance(row, ClientRow):
            self.accept()
            neighbours = [hit.id for hit in self._hits if hit.section == row.hit.section]
            self._context.navigator.open_card(row.hit.section, row.hit.id, neighbours)
        elif isinstance(row, ActionRow):
            if not row.stays:
                self.accept()
            row.act()

    def _do_numbered(self, keys: int) -> bool:
        """Alt+1 to Alt+3."""
        numbered = [row for row in self.model.rows() if isinstance(row, ActionRow) and row.keys.startswith("Alt+")]
        if not 0 <= keys < len(numbered):
            return False
        self._do(self.model.rows().index(numbered[keys]))
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_pressed(event)
        return super().eventFilter(watched, event)

    def _key_pressed(self, event: QKeyEvent) -> bool:
        index: QModelIndex = self.list.currentIndex()
        match event.key():
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Tab:
                self._to_actions()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid():
                self._do(index.row())
            case Qt.Key.Key_Escape if self._stage_of is not None:
                self._stage_of = None
                self._show_found(0)
            case _:
                alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
                return alt and self._do_numbered(event.key() - Qt.Key.Key_1)
        return True


def _caption(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("role", "caption")
    return label
