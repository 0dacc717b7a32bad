"""`python -m tests.benchmarks [--leads N,…] [--database sqlite|postgresql] [--plans] [--json FILE] [--keep DIR]`."""

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from tests.benchmarks.calendars import calendars
from tests.benchmarks.figures import Figure, table, write_json
from tests.benchmarks.importing import USUAL, importing
from tests.benchmarks.offices import BenchOffice, make, opened, places
from tests.benchmarks.plans import Plans
from tests.benchmarks.policies import policies
from tests.benchmarks.reading import counting, filters, kanban, pages
from tests.benchmarks.searching import searching
from tests.benchmarks.starting import starting
from tests.benchmarks.writing import many, seen_by_others, writing

PURPOSE = "Measures how fast the product is, beside the raw limit of its driver."
PARTS: tuple[Callable[[BenchOffice], AsyncIterator[Figure]], ...] = (
    pages, counting, filters, kanban, calendars, searching, policies, writing, many, seen_by_others,
)  # fmt: skip


def main() -> None:
    """Measure every size on every database, then print the table."""
    arguments = _arguments()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    figures: list[Figure] = []
    plans = Plans() if arguments.plans else None
    kinds = arguments.database.split(",")
    kept = None if arguments.keep is None else Path(arguments.keep)
    with tempfile.TemporaryDirectory(prefix="prichal-benchmarks-") as scratch, places(kinds, kept) as cluster:
        folder = kept or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for leads in sorted(int(one) for one in arguments.leads.split(",")):
            for kind in kinds:
                url, filled_s = make(kind, leads, folder, cluster)
                if filled_s is not None:
                    figures.append(Figure("demo office filled", kind, leads, filled_s, unit="s"))
                figures += asyncio.run(_measure(kind, leads, url, plans))
                if not arguments.data:
                    from tests.benchmarks.window import window_figures  # here, when the platform is set

                    figures += window_figures(kind, leads, url)
                    figures += starting(kind, leads, url)
                print(f"{kind}, {leads} leads: measured", file=sys.stderr)
        for kind in kinds:
            figures += importing(kind, _file_sizes(arguments.leads), folder, cluster)
    print(table(figures))
    if plans is not None:
        print("\n".join(["", *plans.told()]))
    if arguments.json:
        write_json(figures, Path(arguments.json))


async def _measure(kind: str, leads: int, url: str, plans: Plans | None) -> list[Figure]:
    figures: list[Figure] = []
    async with opened(kind, leads, url, plans=plans) as office:
        for part in PARTS:
            figures += [figure async for figure in part(office)]
    return figures


def _file_sizes(leads: str) -> list[int]:
    """Rows of the files that are imported: a usual one, and as many as the largest office has leads."""
    return sorted({USUAL, max(map(int, leads.split(",")))})


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=PURPOSE)
    parser.add_argument("--leads", default="10000,100000,1000000", help="sizes, by commas (default: %(default)s)")
    parser.add_argument("--database", "--databases", default="sqlite,postgresql", help="default: %(default)s")
    parser.add_argument("--plans", action="store_true", help="print the statements, ours and the driver's, with plans")
    parser.add_argument("--json", metavar="FILE", help="write the figures there, one object a row")
    parser.add_argument("--keep", metavar="DIR", help="a folder where the offices are kept for the next run")
    parser.add_argument("--data", action="store_true", help="measure the data alone, no window and no start")
    return parser.parse_args()


if __name__ == "__main__":
    main()
