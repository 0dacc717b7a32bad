"""The rows of the exported history: one for each changed field."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.qtmodels.history_model import person_cell
from app.qtmodels.history_office import about_words, act_words, exact_words
from app.qtmodels.history_words import told_changes
from app.services.history import OfficeLine
from app.services.workplace import Workplace

if TYPE_CHECKING:
    # openpyxl takes 0.2 s to import: with the first export
    from app.services.exporting.sheets import CellValue


class LineWords:
    """In the reader's language, times of the office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def headings(self) -> Sequence[str]:
        return (
            QCoreApplication.translate("History", "When"),
            QCoreApplication.translate("History", "Who"),
            QCoreApplication.translate("History", "Act"),
            QCoreApplication.translate("History", "With what"),
            QCoreApplication.translate("History", "Field"),
            QCoreApplication.translate("History", "Was"),
            QCoreApplication.translate("History", "Became"),
        )

    def rows(self, line: OfficeLine) -> "Sequence[Sequence[CellValue]]":
        """One row where nothing was changed."""
        office = self._workplace
        at = line.at.astimezone(office.zone).replace(tzinfo=None, microsecond=0)
        head = (at, person_cell(line).name, act_words(line), about_words(line, office.registry))
        told = told_changes(line, office.registry, office.zone)
        if not told:
            return [(*head, "", "", exact_words(line, office.registry, office.zone))]
        return [(*head, change.field, change.old, change.new) for change in told]
