"""Run as a process of its own: converts leads one after another and writes down when each begins and ends."""

import asyncio
import os
import sys

from app.core.clock import SystemClock
from app.core.errors import UserError
from app.db.opening import open_database
from app.services.people.workplaces import open_workplace
from tests.services.clients.making import conversion, leads_of


def note(log: int, words: str) -> None:
    """One line, written at once: what stands in the log has happened."""
    os.write(log, f"{words}\n".encode())


async def convert_all(url: str, employee_id: int, log: int, lead_ids: list[int]) -> None:
    database = await open_database(url)
    workplace = await open_workplace(database, employee_id, SystemClock())
    leads = leads_of(workplace)
    for lead_id in lead_ids:
        note(log, f"begin {lead_id}")
        try:
            await leads.convert(lead_id, conversion(workplace))
        except UserError as error:
            if error.code != "already_converted":
                raise
        note(log, f"end {lead_id}")
    await database.close()


if __name__ == "__main__":
    _, database_url, employee, log_path, *leads_to_convert = sys.argv
    handle = os.open(log_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    asyncio.run(convert_all(database_url, int(employee), handle, [int(one) for one in leads_to_convert]))
