"""The tiles above the table: one number each, and what it is of."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_M
from app.services.reports import DisciplineReport
from app.views.reports.words import share_words


class Tiles(QWidget):
    """Five of them in a row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_M)
        self.tiles: list[Tile] = []
        for words in (
            QCoreApplication.translate("Reports", "Clients in order"),
            QCoreApplication.translate("Reports", "Overdue now"),
            QCoreApplication.translate("Reports", "Calls with a comment"),
            QCoreApplication.translate("Reports", "Meetings with a visit"),
            QCoreApplication.translate("Reports", "Deals without a conversation"),
        ):
            tile = Tile(words, self)
            row.addWidget(tile, 1)
            self.tiles.append(tile)

    def show_report(self, report: DisciplineReport) -> None:
        total = report.total
        of = QCoreApplication.translate("Reports", "{number} of {all}")
        kept = total.open.total - total.broken.total
        waiting = QCoreApplication.translate("Reports", "no source of recordings yet")
        unprocessed = waiting if total.unprocessed is None else of.format(
            number=i18n.number(total.unprocessed), all=i18n.number(total.open.deals)
        )  # fmt: skip
        shown: Sequence[tuple[str, str]] = (
            (share_words(total.kept), _of(of, kept, total.open.total)),
            (i18n.number(total.overdue.total), _of(of, total.overdue.total, total.open.total)),
            (_share(total.calls_silent, total.calls), _of(of, total.calls - total.calls_silent, total.calls)),
            (
                _share(total.meetings_unrecorded, total.meetings),
                _of(of, total.meetings - total.meetings_unrecorded, total.meetings),
            ),
            ("—" if total.unprocessed is None else i18n.number(total.unprocessed), unprocessed),
        )
        for tile, (number, details) in zip(self.tiles, shown, strict=True):
            tile.show_number(number, details)


class Tile(QFrame):
    """A caption, a number, a line of details."""

    def __init__(self, caption: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._caption = caption
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_M, GAP_M - 4, GAP_M, GAP_M - 4)
        column.setSpacing(2)
        label = QLabel(caption, self)
        label.setProperty("role", "label")
        self.number = QLabel(self)
        self.number.setProperty("role", "title")
        self.details = QLabel(self)
        self.details.setProperty("role", "caption")
        for widget in (label, self.number, self.details):
            column.addWidget(widget)

    def show_number(self, number: str, details: str) -> None:
        self.number.setText(number)
        self.details.setText(details)
        self.setAccessibleName(f"{self._caption}: {number}, {details}")


def _of(words: str, number: int, whole: int) -> str:
    return words.format(number=i18n.number(number), all=i18n.number(whole))


def _share(bad: int, whole: int) -> str:
    return share_words(1 - bad / whole if whole else None)
