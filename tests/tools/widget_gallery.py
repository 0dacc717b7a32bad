"""Draws every shared widget in both themes, to be held beside the design pictures.

python -m tests.tools.widget_gallery FOLDER [scale] writes list-light.png, forms-light.png, card-light.png … there.
"""

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from app.qtbase import i18n
from app.qtbase.theme import theme
from tests.tools.gallery_pages import PAGES


def main(folder: Path, scale: str) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = scale
    app = QApplication(sys.argv[:1])
    i18n.install(app, "ru")
    for mode in ("light", "dark"):
        theme().apply(app, mode)
        for name, make in PAGES.items():
            page = make()
            page.show()
            app.processEvents()
            _settle(app, page)
            page.grab().save(str(folder / f"{name}-{mode}-{scale}.png"))
            page.close()


def _settle(app: QApplication, page: QWidget) -> None:
    page.ensurePolished()
    for _ in range(3):
        app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "1")
