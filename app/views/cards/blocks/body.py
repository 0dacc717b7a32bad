"""A block while it is read: captions over values, links to other records, what is still missing."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.core.fieldkinds import FieldType
from app.qtbase import i18n
from app.qtbase.metrics import GAP_CONTROL
from app.qtbase.theme import theme
from app.qtmodels.point_words import point_label
from app.services.records.office import FieldRecord
from app.services.records.values import ContactPointValue, FieldValue
from app.views.cards.blocks.plan import NAME_FIELDS, BlockPlan
from app.views.cards.open_card import OpenCard
from app.views.field_forms import FieldWorld, value_words
from app.views.widgets.buttons import Button
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.panel import ValueGrid

LONGEST_WORD = 22
_LINKS = frozenset({"contact", "deal", "lead"})


class BlockBody(QWidget):
    """Filled again with every reading."""

    edit_asked = Signal()
    """A double click on it."""

    def __init__(self, card: OpenCard, plan: BlockPlan, columns: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._card = card
        self._columns = columns
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._grid: ValueGrid | None = None
        self.show_plan(plan)

    def show_plan(self, plan: BlockPlan) -> None:
        """Show the values read last."""
        grid = ValueGrid(self._columns, self)
        count = 0
        for caption, value, wide, strong in self._cells(plan):
            if wide:
                grid.finish()
            grid.add(caption, value, wide=wide, strong=strong)
            count += 1
        grid.finish()
        if self._grid is not None:
            self._box.removeWidget(self._grid)
            self._grid.deleteLater()
        self._grid = grid
        if count == 0 and not plan.file_fields:
            grid.add("", _muted(QCoreApplication.translate("CardBlocks", "Nothing is filled in yet")), wide=True)
        _share_evenly(grid)
        self._box.addWidget(grid)
        self.setVisible(count > 0 or not plan.file_fields)

    def set_columns(self, columns: int, plan: BlockPlan) -> None:
        """Show the same in another number of columns."""
        if columns != self._columns:
            self._columns = columns
            self.show_plan(plan)

    def mouseDoubleClickEvent(self, _event: object) -> None:
        self.edit_asked.emit()

    def _cells(self, plan: BlockPlan) -> Iterator[tuple[str, str | QWidget, bool, bool]]:
        """Caption, value, whether it takes a line, whether it is bold."""
        values = self._card.data.values
        if plan.block.section == "contact" and set(NAME_FIELDS) & plan.shown:
            name = QCoreApplication.translate("CardBlocks", "Last, first and middle name")
            yield name, self._card.data.card.name, True, False
        for field in plan.fields:
            if field.code not in plan.shown or field.code in NAME_FIELDS or field.type is FieldType.FILE:
                continue
            value = values.get(field.code)
            if field.code == "currency" and not values.get("amount"):
                continue
            if value in (None, "", ()):
                yield from self._empty(plan, field)
            elif isinstance(value, tuple) and isinstance(value[0], ContactPointValue):
                yield from self._points(field, value)
            else:
                yield self._filled(field, value)

    def _filled(self, field: FieldRecord, value: FieldValue) -> tuple[str, str | QWidget, bool, bool]:
        if field.code in _LINKS and isinstance(value, int):
            return field.name, self._link(field.code, value), False, False
        card = self._card
        words = value_words(field, value, FieldWorld.of(card.workplace), card.data.currency)
        if field.code == "currency":
            words = currency_name(str(value))
        summed = card.workplace.registry.sum_field(field.section) == field.code
        wide = field.type is FieldType.LONG_TEXT or len(words) > 60 or _is_long_word(words)
        return field.name, words, wide, summed

    def _points(self, field: FieldRecord, value: tuple[object, ...]) -> Iterator[tuple[str, str, bool, bool]]:
        points = [one for one in value if isinstance(one, ContactPointValue)]
        for number, point in enumerate(points):
            shown = i18n.phone(point.normal) if field.code == "phones" and point.normal else point.value
            words = f"{shown} ({point_label(point.label)})" if point.label else shown
            yield _point_caption(field, number), words, _is_long_word(words), False

    def _empty(self, plan: BlockPlan, field: FieldRecord) -> Iterator[tuple[str, str | QWidget, bool, bool]]:
        """An empty field is shown where a stage asks for it, and in what the process fills."""
        if field.code in plan.counted:
            stage = plan.needed_for.get(field.code, "")
            yield field.name, _missing(_missing_words(plan, stage)), False, False
        elif plan.is_locked:
            yield field.name, _muted(QCoreApplication.translate("CardBlocks", "not yet")), False, False

    def _link(self, section: str, record_id: int) -> QWidget:
        words = self._card.data.card.name if section == "contact" else _number_words(section, record_id)
        button = Button(words, "link", small=True)
        button.setProperty("plain", True)
        button.clicked.connect(lambda: self._card.navigator.open_card(section, record_id))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return holder


def _is_long_word(words: str) -> bool:
    """Whether a word wouldn't fit into half of the narrow column: labels never break one."""
    return max((len(word) for word in words.split()), default=0) > LONGEST_WORD


def _share_evenly(grid: ValueGrid) -> None:
    """Columns keep their width whatever stands in them; long captions wrap."""
    for cell in grid.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for label in cell.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly):
            label.setWordWrap(True)


def _point_caption(field: FieldRecord, number: int) -> str:
    match field.code:
        case "phones":
            first = QCoreApplication.translate("CardBlocks", "Phone")
            more = QCoreApplication.translate("CardBlocks", "One more phone")
        case "emails":
            first = QCoreApplication.translate("CardBlocks", "Email")
            more = QCoreApplication.translate("CardBlocks", "One more email")
        case _:
            first = more = field.name
    return more if number else first


def currency_name(code: str) -> str:
    """ "Рубль"; the code of a currency less common here."""
    names = {
        "RUB": QCoreApplication.translate("CardBlocks", "Rouble"),
        "USD": QCoreApplication.translate("CardBlocks", "US dollar"),
        "EUR": QCoreApplication.translate("CardBlocks", "Euro"),
        "KZT": QCoreApplication.translate("CardBlocks", "Tenge"),
        "BYN": QCoreApplication.translate("CardBlocks", "Belarusian rouble"),
    }
    return names.get(code, code)


def _number_words(section: str, record_id: int) -> str:
    if section == "deal":
        return QCoreApplication.translate("CardBlocks", "Deal No. {id}").format(id=record_id)
    return QCoreApplication.translate("CardBlocks", "Lead No. {id}").format(id=record_id)


def _missing_words(plan: BlockPlan, stage: str) -> str:
    if plan.is_locked:
        return QCoreApplication.translate("CardBlocks", "Asked for on the way")
    if stage:
        return QCoreApplication.translate("CardBlocks", "needed for “{stage}”").format(stage=stage)
    return QCoreApplication.translate("CardBlocks", "not filled in")


def _missing(words: str) -> QWidget:
    """Amber words with a mark: a field that is still asked for."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP_CONTROL)
    row.addWidget(IconLabel("alert", "warn", theme().metrics.icon_cell), 0, Qt.AlignmentFlag.AlignTop)
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("tone", "warn")
    label.setProperty("role", "control")
    row.addWidget(label, 1)
    return holder


def _muted(words: str) -> QWidget:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("tone", "muted")
    return label
