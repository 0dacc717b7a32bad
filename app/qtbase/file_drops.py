"""Files that are dragged onto a window from elsewhere."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent


def dropped_files(data: QMimeData) -> list[Path]:
    """The files of this workstation that are being dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


def take_files(event: QDropEvent) -> list[Path]:
    """The files of a drag that is taken as a copy: a file manager told of a move would delete its own."""
    paths = dropped_files(event.mimeData())
    if not paths or not event.possibleActions() & Qt.DropAction.CopyAction:
        return []
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return paths
