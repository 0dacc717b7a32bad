"""What every connection to a database is given."""

from sqlalchemy import text

from app.db.engine import connect


async def test_the_server_compiles_no_question(postgresql_url: str) -> None:
    database = connect(postgresql_url)
    async with database.read() as session:
        assert await session.scalar(text("SHOW jit")) == "off"
    await database.close()
