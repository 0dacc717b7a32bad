"""`prichal screenshots DIR`: the main windows with demo data, drawn into PNG files without a screen."""

import argparse
import json
from pathlib import Path

from PySide6.QtCore import QSize

from app.bootstrap.screenshots import Drawing, run_drawing
from app.core.errors import UserError


def run(arguments: argparse.Namespace) -> int:
    """Draw, telling of each file. Raises UserError("place_not_writable")."""
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

    code = run_drawing(drawing, tell)
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
