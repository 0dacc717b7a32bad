"""`python -m tests.benchmarks [--leads 10000,100000] [--databases sqlite,postgresql] [--keep FOLDER]`."""

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from tests.benchmarks.figures import Figure, table
from tests.benchmarks.offices import BenchOffice, make, opened, places
from tests.benchmarks.reading import reading, searching
from tests.benchmarks.starting import starting
from tests.benchmarks.writing import seen_by_others, writing

PURPOSE = "Measures how fast the product is, beside the raw limit of its driver."
PARTS: tuple[Callable[[BenchOffice], AsyncIterator[Figure]], ...] = (reading, searching, writing, seen_by_others)


def main() -> None:
    """Measure every size on every database, then print the table."""
    arguments = _arguments()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.benchmarks.window import window_figures  # here, when the platform is set

    figures: list[Figure] = []
    kinds = arguments.databases.split(",")
    with tempfile.TemporaryDirectory(prefix="prichal-benchmarks-") as scratch, places(kinds) as cluster:
        folder = Path(arguments.keep or scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for leads in sorted(int(one) for one in arguments.leads.split(",")):
            for kind in kinds:
                url, filled_s = make(kind, leads, folder, cluster)
                if filled_s is not None:
                    figures.append(Figure("demo office filled", kind, leads, filled_s, unit="s"))
                figures += asyncio.run(_measure(kind, leads, url))
                figures += window_figures(kind, leads, url)
                figures += starting(kind, leads, url)
                print(f"{kind}, {leads} leads: measured", file=sys.stderr)
    print(table(figures))


async def _measure(kind: str, leads: int, url: str) -> list[Figure]:
    figures: list[Figure] = []
    async with opened(kind, leads, url) as office:
        for part in PARTS:
            figures += [figure async for figure in part(office)]
    return figures


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=PURPOSE)
    parser.add_argument("--leads", default="10000,100000", help="sizes, by commas (default: %(default)s)")
    parser.add_argument("--databases", default="sqlite,postgresql", help="default: %(default)s")
    parser.add_argument("--keep", help="a folder where SQLite offices are kept for the next run")
    return parser.parse_args()


if __name__ == "__main__":
    main()
