"""The two halves of the window: the list with its head and foot, and the comparison with what can be done."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_M, GAP_S
from app.qtbase.shortcuts import native
from app.services.records.duplicates import Comparison, DuplicateGroup
from app.views.duplicates.groups import GroupList, GroupModel
from app.views.duplicates.picker import FieldPicker
from app.views.duplicates.words import belonging_words, match_words, question_words, ref_words
from app.views.field_forms import FieldWorld
from app.views.widgets.buttons import Button
from app.views.widgets.elided_label import ElidedLabel
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.key_hint import KeyHint
from app.views.widgets.tags import Counter

LIST_WIDTH = 348


class GroupPane(QFrame):
    """The likely duplicates."""

    apart_wanted = Signal()

    def __init__(self, model: GroupModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        head.setSpacing(GAP_S)
        title = QLabel(QCoreApplication.translate("Duplicates", "Likely duplicates"), self)
        title.setProperty("role", "name")
        self.count = Counter(0, parent=self)
        self.checked = QLabel(self)
        self.checked.setProperty("role", "caption")
        head.addWidget(title)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.checked)
        column.addLayout(head)
        self.list = GroupList(model, self)
        self.list.setAccessibleName(title.text())
        self.empty = EmptyState("done", "", parent=self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        column.addWidget(self.pages, 1)
        column.addWidget(self._foot())

    def show_count(self, count: int, checked: str) -> None:
        self.count.set_count(count)
        self.checked.setText(checked)

    def say_nothing(self, words: str) -> None:
        """In place of an empty list; an empty text shows the list."""
        self.empty.set_state("done", words)
        self.pages.setCurrentIndex(1 if words else 0)

    def show_apart(self, count: int) -> None:
        words = QCoreApplication.translate("Duplicates", "Not duplicates: %n pair(s)", None, count)
        self.apart.setText(words)
        self.show_button.setVisible(count > 0)

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        self.apart = QLabel(foot)
        self.apart.setProperty("role", "caption")
        self.show_button = Button(QCoreApplication.translate("Duplicates", "Show"), "link", parent=foot)
        self.show_button.clicked.connect(self.apart_wanted)
        row.addWidget(self.apart, 1)
        row.addWidget(self.show_button)
        return foot


class ComparePane(QFrame):
    """The records of one group, and what becomes of them."""

    merge_wanted = Signal()
    skip_wanted = Signal()
    apart_wanted = Signal()
    card_wanted = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.picker: FieldPicker | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._whole = QWidget(self)
        self._whole.setProperty("role", "page")
        inner = QVBoxLayout(self._whole)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._head())
        self._place = QVBoxLayout()
        inner.addLayout(self._place, 1)
        inner.addWidget(self._moved())
        inner.addWidget(self._foot())
        column.addWidget(self._whole)
        self.clear()

    def show_comparison(self, name: str, group: DuplicateGroup, found: Comparison, world: FieldWorld) -> None:
        """Lay the records side by side."""
        self._drop_picker()
        self.question.set_text(question_words(name, group, len(found.versions)))
        self.reasons.set_text(" · ".join(match_words(match) for match in group.matches[:3]))
        picker = FieldPicker(found, world, self)
        picker.changed.connect(self._show_result)
        picker.card_wanted.connect(self.card_wanted)
        self.picker = picker
        self._place.addWidget(picker)
        self.merge.setEnabled(found.can_merge)
        self.apart.setEnabled(found.can_merge)
        may = QCoreApplication.translate("Duplicates", "You may not merge all of these records")
        self.merge.setToolTip("" if found.can_merge else may)
        self._whole.show()
        self._show_result()

    def clear(self) -> None:
        self._drop_picker()
        self._whole.hide()

    def _drop_picker(self) -> None:
        if self.picker is not None:
            self._place.removeWidget(self.picker)
            self.picker.deleteLater()
            self.picker = None

    def _show_result(self) -> None:
        if self.picker is None:
            return
        survivor, versions = self.picker.survivor, self.picker.comparison.versions
        goes = QCoreApplication.translate("Duplicates", "Goes over to: {record}").format(record=ref_words(survivor))
        self.goes.setText(goes)
        told = [
            f"{ref_words(one.ref)}: {belonging_words(one.belongings)}"
            for one in versions
            if one.ref != survivor and one.ref.section == survivor.section
        ]
        attached = [ref_words(one.ref) for one in versions if one.ref.section != survivor.section]
        if attached:
            words = QCoreApplication.translate("Duplicates", "attached to the contact: {leads}")
            told.append(words.format(leads=", ".join(attached)))
        self.what.set_text(" | ".join(told))

    def _head(self) -> QFrame:
        head = QFrame(self)
        head.setProperty("role", "head")
        row = QHBoxLayout(head)
        row.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.question = ElidedLabel(head)
        self.question.setProperty("role", "heading")
        self.reasons = ElidedLabel(head)
        self.reasons.setProperty("tone", "second")
        for label in (self.question, self.reasons):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words.addWidget(self.question)
        words.addWidget(self.reasons)
        self.apart = Button(QCoreApplication.translate("Duplicates", "Not a duplicate"), icon="close", parent=head)
        self.apart.setToolTip(native("Alt+N"))
        self.apart.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.apart.clicked.connect(self.apart_wanted)
        row.addLayout(words, 1)
        row.addWidget(self.apart, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _moved(self) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("role", "foot")
        row = QHBoxLayout(frame)
        row.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        self.goes = QLabel(frame)
        self.what = ElidedLabel(frame)
        self.what.setProperty("tone", "second")
        row.addWidget(self.goes)
        row.addStretch(1)
        row.addWidget(self.what)
        return frame

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        row.setSpacing(GAP_S)
        hint = QLabel(QCoreApplication.translate("Duplicates", "A merge can be undone"), foot)
        hint.setProperty("role", "caption")
        skip = Button(QCoreApplication.translate("Duplicates", "Skip"), parent=foot)
        skip.clicked.connect(self.skip_wanted)
        self.merge = Button(
            QCoreApplication.translate("Duplicates", "Merge and next"), "primary", icon="merge", parent=foot
        )
        self.merge.clicked.connect(self.merge_wanted)
        row.addWidget(hint, 1)
        row.addWidget(skip)
        row.addWidget(self.merge)
        row.addWidget(KeyHint(native("Ctrl+Return"), foot))
        return foot


def checked_words(when: str) -> str:
    """When the search was made."""
    return QCoreApplication.translate("Duplicates", "checked {when}").format(when=when)


def progress_words(done: int, total: int) -> str:
    """How far the search has come."""
    words = QCoreApplication.translate("Duplicates", "Looking: {done} of {total}")
    return words.format(done=i18n.number(done), total=i18n.number(total))
