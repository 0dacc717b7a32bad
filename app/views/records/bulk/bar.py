"""The bar at the foot of a list while rows are selected: how many, what can be done, and how far it has come."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QMenu, QProgressBar, QStackedWidget, QWidget

from app.core.kinds import StageKind
from app.qtbase import i18n, icons
from app.qtbase.metrics import GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.records.office import EmployeeRecord, StageRecord
from app.views.widgets.buttons import Button
from app.views.widgets.key_hint import KeyHint

BAR_WIDTH, DONE_WIDTH = 240, 140
WIDE, MIDDLE = 1300, 1160
_ICONS = {StageKind.WORKING: "flag", StageKind.SUCCESS: "success", StageKind.FAILURE: "ban"}


class BulkBar(QFrame):
    """Says what was pressed."""

    stage_chosen = Signal(int)
    responsible_chosen = Signal(int)
    field_wanted = Signal()
    delete_wanted = Signal()
    plan_wanted = Signal()
    tag_wanted = Signal()
    export_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self.setAccessibleName(QCoreApplication.translate("Bulk", "What to do with the selected rows"))
        theme().fix_height(self, "tool_row")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, 0, GAP_M, 0)
        self.pages = QStackedWidget(self)
        row.addWidget(self.pages)
        self.pages.setMinimumWidth(1)  # a narrow window isn't made wider: the buttons give way
        self.pages.addWidget(self._make_choice())
        self.pages.addWidget(self._make_progress())
        self.hide()

    def _make_choice(self) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        self.count = QLabel(page)
        self.count.setProperty("role", "control")
        stage_words = QCoreApplication.translate("Bulk", "Stage")
        responsible_words = QCoreApplication.translate("Bulk", "Responsible")
        self.stage = Button(stage_words, icon="flag", parent=page)
        self.responsible = Button(responsible_words, icon="user", parent=page)
        self.field = Button(QCoreApplication.translate("Bulk", "Set a field…"), icon="pencil", parent=page)
        self.field.clicked.connect(self.field_wanted)
        self.delete = Button(QCoreApplication.translate("Bulk", "Delete"), icon="trash", parent=page)
        self.delete.clicked.connect(self.delete_wanted)
        self.plan = Button(QCoreApplication.translate("Bulk", "Activity…"), icon="plus", parent=page)
        self.plan.clicked.connect(self.plan_wanted)
        self.tag = Button(QCoreApplication.translate("Bulk", "Tags…"), icon="tag", parent=page)
        self.tag.clicked.connect(self.tag_wanted)
        self.export = Button(QCoreApplication.translate("Bulk", "Export…"), icon="download", parent=page)
        self.export.clicked.connect(self.export_wanted)
        row.addWidget(self.count)
        row.addSpacing(GAP_S)
        buttons = (self.stage, self.responsible, self.plan, self.tag, self.field, self.export, self.delete)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        off = QLabel(QCoreApplication.translate("Bulk", "clear the selection"), page)
        off.setProperty("role", "caption")
        self._hint = (KeyHint("Esc", page), off)
        for widget in self._hint:
            row.addWidget(widget)
        giving_way = (self.plan, self.tag, self.field, self.export, self.delete)
        self._shrinking = {button: button.text() for button in giving_way}
        for button, words in self._shrinking.items():
            button.setAccessibleName(words)
            button.setToolTip(words)
        return page

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without the room for all words the hint goes first, then the words of what an icon says."""
        super().resizeEvent(event)
        for widget in self._hint:
            widget.setVisible(self.width() >= WIDE)
        for button, words in self._shrinking.items():
            button.setText(words if self.width() >= MIDDLE else "")

    def _make_progress(self) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_M)
        self.doing = QLabel(page)
        self.doing.setProperty("role", "control")
        self.progress = QProgressBar(page)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(BAR_WIDTH)
        self.done = QLabel(page)
        self.done.setProperty("tone", "second")
        self.done.setMinimumWidth(DONE_WIDTH)
        self.stop = Button(QCoreApplication.translate("Bulk", "Stop"), icon="stop", parent=page)
        self.stop.clicked.connect(self.stop_wanted)
        for widget in (self.doing, self.progress, self.done, self.stop):
            row.addWidget(widget)
        row.addStretch(1)
        return page

    def offer(self, stages: Sequence[StageRecord], people: Sequence[EmployeeRecord]) -> None:
        """Fill the menus; without stages there is no button for them."""
        self.stage.setVisible(bool(stages))
        menu = QMenu(self.stage)
        for stage in stages:
            action = menu.addAction(icons.icon(_ICONS[stage.kind], f"tone:{stage.tone}"), stage.name)
            action.triggered.connect(lambda _=False, chosen=stage.id: self.stage_chosen.emit(chosen))
        self.stage.set_menu(menu)
        menu = QMenu(self.responsible)
        for one in people:
            action = menu.addAction(one.name)
            action.triggered.connect(lambda _=False, chosen=one.id: self.responsible_chosen.emit(chosen))
        self.responsible.set_menu(menu)

    def show_count(self, count: int, *, is_all: bool) -> None:
        """How many rows are selected."""
        number = i18n.number(count)
        words = (
            QCoreApplication.translate("Bulk", "All found selected: {count}")
            if is_all
            else QCoreApplication.translate("Bulk", "Selected: {count}")
        )
        self.count.setText(words.format(count=number))

    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self.pages.currentIndex() == 1

    def begin(self, words: str) -> None:
        """An act begins; the focus goes to what stops it, where it was in the bar."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.doing.setText(words)
        self.done.setText("")
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(words)
        self.stop.setEnabled(True)
        self.pages.setCurrentIndex(1)
        if had_focus:
            self.stop.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        words = QCoreApplication.translate("Bulk", "{done} of {total}")
        self.done.setText(words.format(done=i18n.number(done), total=i18n.number(total)))

    def stopping(self) -> None:
        """The stop is asked for; the transaction under way ends first."""
        self.stop.setEnabled(False)

    def end(self) -> None:
        self.pages.setCurrentIndex(0)
