"""Editors of choices: yes or no, one of, several of."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.qtbase import icons
from app.qtbase.metrics import GAP_M, GAP_S
from app.qtbase.theme import restyle, theme
from app.views.widgets.buttons import Segment, SegmentedSwitch
from app.views.widgets.fields.base import Editor
from app.views.widgets.popup import Popup


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose; `id` is an int of a record or a str of a code."""

    id: int | str
    text: str
    icon: str | None = None
    enabled: bool = True
    why_not: str = ""
    """Tool tip of a choice that can't be made now."""


class YesNoEditor(Editor):
    """Yes, no or not known yet; True, False or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch = SegmentedSwitch(
            (
                Segment("yes", QCoreApplication.translate("Fields", "Yes")),
                Segment("no", QCoreApplication.translate("Fields", "No")),
                Segment("", QCoreApplication.translate("Fields", "Not asked")),
            ),
            parent=self,
        )
        self._switch.set_value("")
        self._switch.changed.connect(self.changed)
        self.box.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignLeft)
        self._inputs.append(self._switch)

    def value(self) -> bool | None:
        return {"yes": True, "no": False}.get(self._switch.value())

    def set_value(self, value: object) -> None:
        self._switch.set_value({True: "yes", False: "no"}.get(value, "") if isinstance(value, bool) else "")


class OneOfEditor(Editor):
    """One of a list; the list of more than `SEARCH_FROM` choices is searched by typing."""

    SEARCH_FROM = 12

    def __init__(
        self, choices: Sequence[Choice] = (), placeholder: str = "", *, icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.combo = QComboBox(self)
        self._icon = icon
        self._placeholder = placeholder or QCoreApplication.translate("Fields", "Not chosen")
        self.combo.setPlaceholderText(self._placeholder)
        self.combo.setMaxVisibleItems(14)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(6)
        self.combo.activated.connect(self.changed)
        self.combo.currentIndexChanged.connect(self._show_emptiness)
        self.box.addWidget(self.combo)
        self.add_input(self.combo)
        self.set_choices(choices)
        self._show_emptiness()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Change the list; the value stays where it is still in it."""
        kept = self.value()
        self.combo.clear()
        for choice in choices:
            name = choice.icon or self._icon
            if name is None:
                self.combo.addItem(choice.text, choice.id)
            else:
                self.combo.addItem(icons.icon(name, "text2"), choice.text, choice.id)
            if not choice.enabled:
                self._disable(self.combo.count() - 1, choice.why_not)
        self._make_searchable(len(choices) > self.SEARCH_FROM)
        self.set_value(kept)

    def _show_emptiness(self) -> None:
        """Grey words where nothing is chosen; a line to type in has its own."""
        restyle(self.combo, empty=self.combo.currentIndex() < 0 and not self.combo.isEditable())

    def value(self) -> int | str | None:
        chosen: int | str | None = self.combo.currentData()
        return chosen

    def set_value(self, value: object) -> None:
        self.combo.setCurrentIndex(-1 if value is None else self.combo.findData(value))
        if self.combo.isEditable() and self.combo.currentIndex() < 0:
            self.combo.clearEditText()

    def focus_left(self) -> None:
        if self.combo.isEditable():
            meant = self._meant(self.combo.currentText().strip().casefold())
            if meant is not None and meant != self.combo.currentIndex():
                self.combo.setCurrentIndex(meant)
                self.changed.emit()
            # words that mean nothing, or several things, give way to the choice that is in force
            self.combo.setEditText(self.combo.itemText(self.combo.currentIndex()))
        super().focus_left()

    def _meant(self, typed: str) -> int | None:
        """The one choice that typed words mean: by its whole name, else the only one that contains them."""
        names = [self.combo.itemText(row).casefold() for row in range(self.combo.count())]
        whole = [row for row, name in enumerate(names) if name == typed]
        found = whole or [row for row, name in enumerate(names) if typed and typed in name]
        return found[0] if len(found) == 1 else None

    def _disable(self, row: int, why: str) -> None:
        model = self.combo.model()
        if isinstance(model, QStandardItemModel):
            item = model.item(row)
            item.setEnabled(False)
            item.setToolTip(why)

    def _make_searchable(self, on: bool) -> None:
        if on == self.combo.isEditable():
            return
        self.combo.setEditable(on)
        if not on:
            return
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.combo.lineEdit()
        if line is not None:
            line.setPlaceholderText(self._placeholder)
        completer = QCompleter(self.combo.model(), self.combo)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.combo.setCompleter(completer)


class _Opener(QPushButton):
    """A button that looks like a combo box."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().metrics.icon_cell
        place = QRect(self.width() - side - 7, (self.height() - side) // 2, side, side)
        icons.draw_icon(QPainter(self), "down", "text2", place)


class SeveralOfEditor(Editor):
    """Several of a list: a button with what is chosen, check boxes in a popup. A tuple of ids in the list's order."""

    def __init__(self, choices: Sequence[Choice] = (), placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = tuple(choices)
        self._chosen: set[int | str] = set()
        self._placeholder = placeholder or QCoreApplication.translate("Fields", "Not chosen")
        self.opener = _Opener(self)
        self.opener.setAutoDefault(False)
        restyle(self.opener, field=True)
        self.opener.clicked.connect(self.open_list)
        self.box.addWidget(self.opener)
        self.add_input(self.opener)
        self._show_words()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        self._choices = tuple(choices)
        self._chosen &= {choice.id for choice in choices}
        self._show_words()

    def value(self) -> tuple[int | str, ...] | None:
        return tuple(choice.id for choice in self._choices if choice.id in self._chosen) or None

    def set_value(self, value: object) -> None:
        self._chosen = set(value) if isinstance(value, tuple | list | set | frozenset) else set()
        self._show_words()

    def open_list(self) -> None:
        """Show the check boxes under the field."""
        popup = Popup(self, margin=GAP_M)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout()
        column.setSpacing(GAP_S)
        popup.content.addLayout(column)
        for choice in self._choices:
            box = QCheckBox(choice.text, popup)
            box.setChecked(choice.id in self._chosen)
            box.setEnabled(choice.enabled)
            box.setToolTip(choice.why_not)
            box.toggled.connect(lambda on, chosen=choice.id: self._toggle(chosen, on))
            column.addWidget(box)
        self._end_list(popup, column)
        popup.setMinimumWidth(self.width())
        popup.show_under(self.opener, QPoint(0, 4))
        first = popup.findChild(QCheckBox) or popup.findChild(QLineEdit)
        if first is not None:
            first.setFocus()

    def _end_list(self, popup: Popup, column: QVBoxLayout) -> None:
        """What stands under the check boxes; nothing here."""

    def _toggle(self, chosen: int | str, on: bool) -> None:
        (self._chosen.add if on else self._chosen.discard)(chosen)
        self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        words = ", ".join(choice.text for choice in self._choices if choice.id in self._chosen)
        self.opener.setText(words or self._placeholder)
        self.opener.setToolTip(words)
        restyle(self.opener, empty=not words)
