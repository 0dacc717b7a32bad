"""A numbered block of the conversion dialog."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_S


class NumberedSection(QWidget):
    """A number in a disc, a title, and what there is to decide in `content`."""

    def __init__(self, number: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        self.title_row = QHBoxLayout()
        self.title_row.setSpacing(GAP_S)
        disc = QLabel(str(number), self)
        disc.setProperty("role", "disc")
        heading = QLabel(title, self)
        heading.setProperty("role", "name")
        self.title_row.addWidget(disc)
        self.title_row.addWidget(heading)
        self.title_row.addStretch(1)
        column.addLayout(self.title_row)
        self.content = QVBoxLayout()
        self.content.setSpacing(GAP_S)
        column.addLayout(self.content)
