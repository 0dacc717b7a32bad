"""Files that travel with the program: themes, translations, presets, sounds.

Only data lives here. Everything may import this package; it imports the standard library alone.
"""

from importlib.resources import files
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """Path of a file or folder inside this package; the same from source, a wheel and a frozen program.

    Raises FileNotFoundError where the program was packed without it.
    """
    path = Path(str(files(__name__).joinpath(*parts)))
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def resource_text(*parts: str) -> str:
    """Text of a UTF-8 file inside this package."""
    return resource_path(*parts).read_text(encoding="utf-8")
