"""What stands beside the tables: triggers, search index, functions, the server's guard; new after every migration.

Each installer drops what it made before and makes it again, so it may run at any time, also after
SQLite's batch mode has dropped triggers with a table.
"""

from sqlalchemy.engine import Connection

from app.db.installers import guard, passages, postgresql, sqlite_copies, sqlite_history, sqlite_search


def install(connection: Connection) -> None:
    """Install everything for the connection's kind of database, in its transaction."""
    if connection.dialect.name == "sqlite":
        sqlite_history.install(connection)
        sqlite_copies.install(connection)
        sqlite_search.install(connection)
        passages.install_sqlite(connection)
    else:
        postgresql.install(connection)
        passages.install_postgresql(connection)
        guard.install(connection)
