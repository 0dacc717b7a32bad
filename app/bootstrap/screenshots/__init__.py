"""The windows drawn with demo data into PNG files, without a screen (`prichal screenshots DIR`).

`drawing` makes the offices and goes through languages and themes, `studio` through the windows, `scenes` bring each
to what it shows, `picture` takes it once it stands still. May import what `app.bootstrap` may.
"""

from app.bootstrap.screenshots.drawing import Drawing, run_drawing

__all__ = ["Drawing", "run_drawing"]
