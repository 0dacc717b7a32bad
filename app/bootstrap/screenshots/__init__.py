"""The windows drawn with demo data into PNG files, without a screen (`prichal screenshots DIR`).

`drawing` makes the offices and goes through languages and themes, `scenes` bring the windows of a `studio` to what
their pictures in the design show, `picture` takes each once it stands still. May import what `app.bootstrap` may.
"""

from app.bootstrap.screenshots.drawing import Drawing, run_drawing

__all__ = ["Drawing", "run_drawing"]
