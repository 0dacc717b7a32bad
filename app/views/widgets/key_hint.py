"""The small frame that names a key."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class KeyHint(QLabel):
    """As high as its words, wherever it stands."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self.setProperty("role", "keyhint")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
