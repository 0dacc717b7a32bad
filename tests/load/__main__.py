"""`python -m tests.load`: makes an office, lets many programs work in it, and has the checker look at what is left."""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.load.figures import report
from tests.load.office import Order, make
from tests.load.runner import ROOT, Run
from tests.support.postgres import Cluster, running_cluster

SERVER = """
synchronous_commit = on
shared_buffers = 512MB
max_connections = {connections}
"""
"""A commit that is acknowledged must outlive a crash of the server."""
DURABLE = "fsync = on\nfull_page_writes = on\n"


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.load", description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="postgresql")
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--windows", type=int, default=0)
    parser.add_argument("--writes", type=int, default=20_000)
    parser.add_argument("--conflicts", type=int, default=500)
    parser.add_argument("--conversions", type=int, default=100)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--restarts", type=int, default=2)
    parser.add_argument("--pace", type=float, default=0.0, help="seconds between two acts of a client, on average")
    parser.add_argument("--limit", type=float, default=3600.0, help="seconds after which the run has failed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--durable", action="store_true", help="the server syncs each commit, in a folder on the disk")
    parser.add_argument("--folder", type=Path, help="where the journals stay")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(words)


@contextmanager
def _place(arguments: argparse.Namespace, folder: Path) -> Iterator[tuple[str, Cluster | None]]:
    """The address of a database to be made."""
    if arguments.database == "sqlite":
        yield f"sqlite:///{folder / 'office.db'}", None
        return
    settings = SERVER.format(connections=4 * (arguments.clients + arguments.windows) + 20)
    kept = Path(tempfile.mkdtemp(prefix="prichal-load-")) if arguments.durable else None
    with running_cluster(kept, settings + (DURABLE if arguments.durable else "")) as cluster:
        cluster.execute("CREATE DATABASE office")
        yield cluster.url("office"), cluster


def main(words: Sequence[str] | None = None) -> int:
    """0 where every invariant holds."""
    arguments = _arguments(words)
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory(prefix="prichal-load-") as temporary:
        folder = arguments.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        with _place(arguments, folder) as (url, cluster):
            order = Order(
                arguments.clients, arguments.windows, arguments.writes, arguments.conflicts, arguments.conversions,
                arguments.pace, arguments.seed,
            )  # fmt: skip
            plan = asyncio.run(make(url, folder, order))
            restarts = arguments.restarts if cluster is not None else 0
            run = Run(plan, folder, cluster, arguments.kills, restarts, arguments.limit)
            took = run.go()
            checked = subprocess.run(
                [sys.executable, "-m", "tests.load.checker", str(folder)],
                env={**os.environ, "PRICHAL_LOAD_DATABASE": url}, capture_output=True, text=True, check=False,
            )  # fmt: skip
        if checked.returncode not in (0, 1):
            print(checked.stderr, file=sys.stderr)
            return 2
        found = json.loads(checked.stdout)
        figures = report(folder, took, run.events)
    if arguments.json:
        print(json.dumps({**found, **figures}, ensure_ascii=False))
    else:
        _tell(found, figures)
    return checked.returncode


def _tell(found: dict[str, object], figures: dict[str, object]) -> None:
    for name, value in {**figures, **found}.items():
        if isinstance(value, dict | list):
            print(f"{name}:")
            for one in value.items() if isinstance(value, dict) else value:
                print("   ", *one if isinstance(one, tuple) else (one,))
        else:
            print(f"{name}: {value}")


if __name__ == "__main__":
    sys.exit(main())
