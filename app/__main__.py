"""The command line `prichal`: the window by default.

Child processes import this module again, so it imports nothing of the house and no Qt before `main` runs.
"""

import sys
from collections.abc import Sequence
from multiprocessing import freeze_support


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code is 0 done, 1 refused with one message, 2 wrong usage."""
    freeze_support()
    from app.commands.run import run  # here, so that child processes don't pay for it

    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
