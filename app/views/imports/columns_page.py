"""The second step: what each column fills, with examples."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L
from app.services.importing.headings import Mapping
from app.services.importing.outcomes import ImportPreview
from app.services.records.office import FieldRecord
from app.views.imports.columns_panel import ColumnsPanel


class ColumnsPage(QWidget):
    """All columns of the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        self.panel = ColumnsPanel(parent=self)
        column.addWidget(self.panel)

    def show_columns(self, preview: ImportPreview, fields: tuple[FieldRecord, ...]) -> None:
        self.panel.show_columns(preview, fields)

    def mapping(self) -> Mapping | None:
        return self.panel.mapping()
