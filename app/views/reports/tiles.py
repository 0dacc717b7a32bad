"""The tiles above the table: one number each, and what it is of."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_CONTROL, GAP_M
from app.qtbase.theme import restyle
from app.services.reports import DisciplineReport, EmployeeDiscipline, WeekBefore
from app.views.reports.words import share_words


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a number within a week."""

    words: str
    details: str
    better: bool | None
    """None: nothing changed."""


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

    def show_report(self, report: DisciplineReport, before: WeekBefore | None = None) -> None:
        """The numbers; with `before` what became of those that the past still tells."""
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
        changes = _changes(total, before) if before is not None else (None,) * len(shown)
        for tile, (number, details), change in zip(self.tiles, shown, changes, strict=True):
            tile.show_number(number, details, change)


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
        self.change = QLabel(self)
        self.change.setProperty("role", "caption")
        line = QHBoxLayout()
        line.setSpacing(GAP_CONTROL)
        line.addWidget(self.change)
        line.addWidget(self.details, 1)
        column.addWidget(label)
        column.addWidget(self.number)
        column.addLayout(line)

    def show_number(self, number: str, details: str, change: Change | None = None) -> None:
        self.number.setText(number)
        self.details.setText(details)
        self.change.setVisible(change is not None)
        if change is not None:
            self.change.setText(change.words)
            self.change.setToolTip(change.details)
            restyle(self.change, tone="muted" if change.better is None else "ok" if change.better else "danger")
        said = (number, details, change.details if change is not None else "")
        self.setAccessibleName(f"{self._caption}: {', '.join(one for one in said if one)}")


def _changes(total: EmployeeDiscipline, before: WeekBefore) -> Sequence[Change | None]:
    """In the order of the tiles; how clients stood a week ago isn't kept."""
    late = QCoreApplication.translate("Reports", "Overdue activities: {now}, a week ago {before}")
    return (
        None,
        _change(before.late_now - before.late, late, before.late_now, before.late, more_is_better=False),
        _points(total.calls_silent, total.calls, before.calls_silent, before.calls),
        _points(total.meetings_unrecorded, total.meetings, before.meetings_unrecorded, before.meetings),
        None,
    )


def _points(bad: int, whole: int, bad_before: int, whole_before: int) -> Change | None:
    """By how many hundredths a share has changed; None where there was nothing then, or is nothing now."""
    if not whole or not whole_before:
        return None
    now, before = round(100 * (1 - bad / whole)), round(100 * (1 - bad_before / whole_before))
    words = QCoreApplication.translate("Reports", "{now} %, a week ago {before} %")
    return _change(now - before, words, now, before, more_is_better=True)


def _change(difference: int, words: str, now: int, before: int, *, more_is_better: bool) -> Change:
    arrow = "=" if not difference else "↑" if difference > 0 else "↓"
    shown = f"{arrow} {difference:+d}".replace("-", "−") if difference else "= 0"
    better = None if not difference else (difference > 0) is more_is_better
    return Change(shown, words.format(now=i18n.number(now), before=i18n.number(before)), better)


def _of(words: str, number: int, whole: int) -> str:
    return words.format(number=i18n.number(number), all=i18n.number(whole))


def _share(bad: int, whole: int) -> str:
    return share_words(1 - bad / whole if whole else None)
