"""`prichal screenshots DIR`: the main windows with demo data, drawn into PNG files without a screen."""

import argparse
import json
import os
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.bootstrap.screenshots import Drawing, draw
from app.core.errors import UserError
from app.qtbase import loop


def run(arguments: argparse.Namespace) -> int:
    """Draw, telling of each file. Raises UserError("place_not_writable")."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # read when the application is made
    drawing = Drawing(
        folder=Path(arguments.folder),
        languages=("ru", "en") if arguments.language is None else (arguments.language,),
        themes=("light", "dark") if arguments.theme is None else (arguments.theme,),
        size=_size(arguments.size),
    )
    _make_folder(drawing.folder)
    files: list[str] = []

    def tell(file: Path) -> None:
        files.append(str(file))
        if not arguments.json:
            print(file, flush=True)

    async def main(app: QApplication, _closed: object) -> int:
        await draw(app, drawing, tell)
        return 0

    code = loop.run(loop.make_application(["prichal"]), main)
    if arguments.json:
        print(json.dumps(files, ensure_ascii=False, indent=1))
    return code


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("place_not_writable", path=str(folder), reason=error.strerror or "") from error


def _size(text: str) -> QSize:
    width, _, height = text.partition("x")
    return QSize(int(width), int(height))
