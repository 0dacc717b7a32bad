"""The card's keys; letters act only while no text field has the focus."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.qtbase.shortcuts import Command, Shortcuts
from app.views.cards.columns import GeneralTab
from app.views.cards.header import CardHeader
from app.views.cards.open_card import OpenCard
from app.views.cards.stage_row import StageRow


class Keyed(Protocol):
    """What the keys act on: the card's window."""

    card: OpenCard
    header: CardHeader
    stages: StageRow | None
    general: GeneralTab | None

    def open_neighbour(self, step: int) -> None: ...

    def escape(self) -> None: ...


class CardKeys(QObject):
    """Commands of one window."""

    def __init__(self, scope: QWidget, window: Keyed) -> None:
        super().__init__(scope)
        self._window = window
        self.shortcuts = Shortcuts(scope, window=True)
        group = QCoreApplication.translate("CardKeys", "Card")
        add = self.shortcuts.add
        card_navigator = window.card.navigator
        add(Command("card.save", QCoreApplication.translate("CardKeys", "Save the block"),
                    "Ctrl+Return; Ctrl+Enter", group), self.save)
        add(Command("card.next", QCoreApplication.translate("CardKeys", "Next record"), "Ctrl+Down", group),
            lambda: window.open_neighbour(1))
        add(Command("card.previous", QCoreApplication.translate("CardKeys", "Previous record"), "Ctrl+Up", group),
            lambda: window.open_neighbour(-1))
        add(Command("card.queue", QCoreApplication.translate("CardKeys", "Next client of the work queue"), "F8", group),
            card_navigator.next_client)
        add(Command("card.close", QCoreApplication.translate("CardKeys", "Close the card"), "Esc", group),
            window.escape)
        add(Command("card.refresh", QCoreApplication.translate("CardKeys", "Read anew"), "F5", group),
            window.card.reload)
        add(Command("card.paste", QCoreApplication.translate("CardKeys", "Attach the copied picture"), "Ctrl+V",
                    group), self.paste)
        add(Command("card.undo", QCoreApplication.translate("CardKeys", "Undo the last act"), "Ctrl+Z", group),
            card_navigator.undo_last)
        self._add_letters(group)

    def _add_letters(self, group: str) -> None:
        window, card = self._window, self._window.card
        add = self.shortcuts.add
        add(Command("card.comment", QCoreApplication.translate("CardKeys", "Write a comment"), "M", group),
            self._comment)
        add(Command("card.call", QCoreApplication.translate("CardKeys", "Call"), "C", group), window.header.dial)
        add(Command("card.plan", QCoreApplication.translate("CardKeys", "Plan an activity"), "D; Ctrl+N", group),
            lambda: card.navigator.plan_activity(card.ref))
        add(Command("card.log", QCoreApplication.translate("CardKeys", "Log a call already held"), "L", group),
            lambda: card.navigator.log_call(card.ref))
        add(Command("card.complete", QCoreApplication.translate("CardKeys", "Complete the next activity"), "E",
                    group), lambda: card.navigator.complete_next_activity(card.ref))
        if window.stages is not None:
            add(Command("card.stage", QCoreApplication.translate("CardKeys", "Choose a stage"), "S", group),
                self._to_stages)

    def save(self) -> None:
        """Save what is being edited, else write the comment down."""
        general = self._window.general
        if general is None:
            return
        if general.action_bar.comment.area.hasFocus() or not general.save():
            general.action_bar.comment.submit()

    def paste(self) -> None:
        """A copied picture becomes a file of the card; fields take the keys for their own text before this."""
        window = self._window
        if window.general is None or not window.card.data.card.can_change:
            return
        clipboard = QGuiApplication.clipboard()
        image = clipboard.image()
        if not image.isNull():
            window.general.attach_picture(image)

    def _comment(self) -> None:
        if self._window.general is not None:
            self._window.general.action_bar.comment.focus()

    def _to_stages(self) -> None:
        stages = self._window.stages
        if stages is not None:
            stages.focus_current()
