"""An import in a process of its own that is there to be killed; it logs where it is, line by line.

`python -m tests.services.importing.victim FILE LOG`; the database's address comes on stdin.
"""

import asyncio
import os
import sys
from pathlib import Path

from app.core.clock import SystemClock
from app.db.opening import open_database
from app.services.importing.request import ImportRequest
from app.services.importing.service import Imports
from app.services.people.workplaces import open_workplace


async def main(url: str, path: Path, log: int) -> None:
    database = await open_database(url)
    workplace = await open_workplace(database, 1, SystemClock())
    run = Imports(workplace, apart=False).start(ImportRequest(path))
    os.write(log, b"begin\n")
    async for progress in run:
        os.write(log, f"batch {progress.counts.rows}\n".encode())
    os.write(log, b"end\n")
    await database.close()


if __name__ == "__main__":
    asyncio.run(
        main(
            sys.stdin.readline().strip(),
            Path(sys.argv[1]),
            os.open(sys.argv[2], os.O_WRONLY | os.O_CREAT | os.O_APPEND),
        )
    )
