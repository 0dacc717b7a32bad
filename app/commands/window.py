"""`prichal`: the window."""

import argparse
import sys

from app.bootstrap.window import run_window
from app.core.links import read_link


def run(arguments: argparse.Namespace) -> int:
    """Open the window, on the database asked for or the last used one; the exit code comes with its end."""
    link = read_link(arguments.link) if arguments.link else None
    return run_window(sys.argv[:1], arguments.database, link, hidden=arguments.tray)
