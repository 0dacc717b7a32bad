"""The timeline panel: filter by kind, pinned lines first, comments corrected, files opened."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from app.core.kinds import TimelineKind
from app.core.mentions import Person
from app.qtbase import dialogs, icons
from app.qtbase.metrics import GAP_M
from app.qtbase.shortcuts import Command, Shortcuts
from app.qtmodels.timeline_model import TimelineModel
from app.qtmodels.timeline_words import TimelineWriter
from app.services.records.activities import TimelineRecord
from app.views.cards.comment_dialog import corrected_comment
from app.views.cards.files import open_file
from app.views.cards.open_card import OpenCard
from app.views.cards.sections import timeline_note
from app.views.widgets.buttons import Segment, SegmentedSwitch
from app.views.widgets.panel import Panel
from app.views.widgets.timeline_view import TimelineView

_KINDS: Mapping[str, frozenset[TimelineKind]] = {
    "calls": frozenset({TimelineKind.CALL}),
    "messages": frozenset({TimelineKind.MESSAGE_OUT, TimelineKind.MESSAGE_IN, TimelineKind.LETTER}),
    "comments": frozenset({TimelineKind.COMMENT}),
}


class TimelinePanel(Panel):
    """Reads by itself; the card tells it when to read anew."""

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("CardTimeline", "Timeline"), ruled=True, parent=parent)
        self._card = card
        writer = TimelineWriter(card.workplace, card.ref.section, card.ref.id)
        self.model = TimelineModel(card.services.timeline, writer, card.ref, self)
        self.model.failed.connect(card.failed)
        self._last, self._last_kinds = card.look.last_filter
        self._add_note(timeline_note(card.ref.section))
        self.filter = SegmentedSwitch(self._segments(), small=True, parent=self)
        self.filter.setAccessibleName(QCoreApplication.translate("CardTimeline", "Show"))
        self.filter.changed.connect(self._choose)
        self.add_act(self.filter)
        self.content.setContentsMargins(1, 0, 1, 1)
        self.view = TimelineView(self)
        self.view.setAccessibleName(QCoreApplication.translate("CardTimeline", "Timeline"))
        self.view.setModel(self.model)
        self.view.link_clicked.connect(self._open)
        self.view.menu_asked.connect(self._show_menu)
        self.content.addWidget(self.view)
        self._bind_keys()

    def _add_note(self, words: str) -> None:
        self._note = QLabel(words, self.head)
        self._note.setProperty("role", "caption")
        self._note.setVisible(bool(words))
        self._row.insertWidget(self._row.indexOf(self.title) + 1, self._note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow card the note gives way: the filter's words are worth more."""
        super().resizeEvent(event)
        beside = sum(one.sizeHint().width() + GAP_M for one in (self.title, self._note, self.filter))
        self._note.setVisible(bool(self._note.text()) and self.width() >= beside + GAP_M)

    def _segments(self) -> tuple[Segment, ...]:
        last = (
            QCoreApplication.translate("CardTimeline", "Payments")
            if self._last == "payments"
            else QCoreApplication.translate("CardTimeline", "Stages")
        )
        return (
            Segment("all", QCoreApplication.translate("CardTimeline", "All")),
            Segment("calls", QCoreApplication.translate("CardTimeline", "Calls")),
            Segment("messages", QCoreApplication.translate("CardTimeline", "Messages")),
            Segment("comments", QCoreApplication.translate("CardTimeline", "Comments")),
            Segment(self._last, last),
        )

    def refresh(self) -> None:
        """Read the lines anew."""
        self.model.load()

    def _choose(self, chosen: str) -> None:
        self.model.set_kinds(_KINDS.get(chosen, self._last_kinds if chosen == self._last else None))

    def _open(self, index: QModelIndex) -> None:
        """The file behind a line's link."""
        line = self.model.record(index)
        if line is None:
            return
        for name in ("attachment", "attachment_id", "receipt_id"):
            found = line.params.get(name)
            if isinstance(found, int):
                self._card.run(open_file(self._card, found))
                return

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        line = self.model.record(index)
        if line is None:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)

        def add(icon: str, words: str, keys: str, act: Callable[[], None]) -> None:
            action = menu.addAction(icons.icon(icon, "text2"), words)
            action.setShortcut(QKeySequence(keys))  # shown only: the timeline's own shortcut acts
            action.triggered.connect(act)

        if self._card.data.card.deleted_at is None:
            pin = QCoreApplication.translate("CardTimeline", "Pin")
            unpin = QCoreApplication.translate("CardTimeline", "Unpin")
            add("pinned" if line.pinned else "pin", unpin if line.pinned else pin, "P", lambda: self._toggle_pin(line))
        if line.body:
            words = QCoreApplication.translate("CardTimeline", "Copy the text")
            add("copy", words, "Ctrl+C", lambda: QGuiApplication.clipboard().setText(line.body))
        if line.can_edit:
            words = QCoreApplication.translate("CardTimeline", "Correct…")
            add("pencil", words, "F2", lambda: self._card.ask(self._edit(line)))
        if self._may_delete(line):
            words = QCoreApplication.translate("CardTimeline", "Delete…")
            add("trash", words, "Del", lambda: self._card.ask(self._delete(line)))
        if menu.actions():
            menu.popup(place)

    def _bind_keys(self) -> None:
        """What the menu offers, by key while the timeline has the focus."""
        group = QCoreApplication.translate("CardTimeline", "Timeline")
        pin = QCoreApplication.translate("CardTimeline", "Pin or unpin")
        self._keys = Shortcuts(self.view)
        add = self._keys.add
        add(Command("timeline.pin", pin, "P", group), lambda: self._with_current(self._toggle_pin))
        correct = QCoreApplication.translate("CardTimeline", "Correct the comment")
        add(Command("timeline.edit", correct, "F2", group), lambda: self._with_current(self._correct))
        drop = QCoreApplication.translate("CardTimeline", "Delete the comment")
        add(Command("timeline.delete", drop, "Del", group), lambda: self._with_current(self._drop))

    def _with_current(self, act: Callable[[TimelineRecord], None]) -> None:
        line = self.model.record(self.view.currentIndex())
        if line is not None:
            act(line)

    def _may_delete(self, line: TimelineRecord) -> bool:
        return line.can_edit or (line.kind is TimelineKind.COMMENT and self._card.data.card.can_delete)

    def _toggle_pin(self, line: TimelineRecord) -> None:
        if self._card.data.card.deleted_at is None:
            self._card.run(self._pin(line))

    def _correct(self, line: TimelineRecord) -> None:
        if line.can_edit:
            self._card.ask(self._edit(line))
        elif line.kind is TimelineKind.COMMENT:
            words = QCoreApplication.translate("CardTimeline", "Comments are corrected by their author within an hour.")
            self._card.navigator.notify(words)

    def _drop(self, line: TimelineRecord) -> None:
        if self._may_delete(line):
            self._card.ask(self._delete(line))

    async def _pin(self, line: TimelineRecord) -> None:
        await self._card.services.timeline.pin(line.id, not line.pinned)
        self.model.load()

    async def _edit(self, line: TimelineRecord) -> None:
        timeline = self._card.services.timeline
        people = [Person(one.id, one.name) for one in await timeline.mentionable(self._card.ref)]
        mentions = line.params.get("mentions")
        named = [one for one in mentions if isinstance(one, int)] if isinstance(mentions, list) else []
        corrected = await corrected_comment(self.window(), line.body, people, named)
        if corrected is not None:
            await timeline.edit_comment(line.id, *corrected)
            self.model.load()

    async def _delete(self, line: TimelineRecord) -> None:
        title = QCoreApplication.translate("CardTimeline", "Delete the comment?")
        act = QCoreApplication.translate("CardTimeline", "Delete")
        if await dialogs.confirm(self.window(), title, line.body[:200], act, danger=True):
            await self._card.services.timeline.delete_comment(line.id)
            self.model.load()
