"""Draws the program's mark into PNG files and an ICO: `python installer/draw_icons.py DIR SIDE…`, for the packages."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.views.widgets.brand import mark_icon


def main(folder: Path, sides: list[int]) -> int:
    """0 where every file was written."""
    application = QApplication([sys.argv[0]])
    icon = mark_icon()
    written = [icon.pixmap(side, side).toImage().scaled(side, side).save(str(folder / f"{side}.png")) for side in sides]
    written.append(icon.pixmap(256, 256).toImage().save(str(folder / "prichal.ico")))
    del application
    return 0 if all(written) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), [int(side) for side in sys.argv[2:]]))
