"""`prichal`: the window."""

import argparse
import sys

from app.bootstrap.window import run_window


def run(arguments: argparse.Namespace) -> int:
    """Open the window, on the database asked for or the last used one; the exit code comes with its end."""
    return run_window(sys.argv[:1], arguments.database)
