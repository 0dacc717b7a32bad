"""SQLite's search index: FTS5 trigrams over `norm` (LIKE and lower() don't fold Cyrillic, TECH-NOTES)."""

from sqlalchemy import text
from sqlalchemy.engine import Connection

SEARCHED = ("lead", "deal", "contact")


def install(connection: Connection) -> None:
    """Make index and triggers anew; a table whose index was missing is indexed whole."""
    for table in SEARCHED:
        index = f"{table}_search"
        missing = connection.scalar(text("SELECT 1 FROM sqlite_master WHERE name = :name"), {"name": index}) is None
        if missing:
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE {index} USING fts5("
                f"norm, content='{table}', content_rowid='id', tokenize='trigram', detail='full')"
            )
        for name, body in _triggers(table, index).items():
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
            connection.exec_driver_sql(f"CREATE TRIGGER {name} {body}")
        connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('rebuild')")


def _triggers(table: str, index: str) -> dict[str, str]:
    remove = f"INSERT INTO {index}({index}, rowid, norm) VALUES ('delete', OLD.id, OLD.norm);"
    add = f"INSERT INTO {index}(rowid, norm) VALUES (NEW.id, NEW.norm);"
    return {
        # An import's rows are indexed by one statement a batch (DATA.md, "Search").
        f"search_{table}_insert": f"AFTER INSERT ON {table} WHEN NEW.import_id IS NULL BEGIN {add} END",
        f"search_{table}_update": f"AFTER UPDATE OF own_norm, person_norm ON {table} "
        f"WHEN OLD.norm IS NOT NEW.norm BEGIN {remove} {add} END",
        f"search_{table}_delete": f"AFTER DELETE ON {table} BEGIN {remove} END",
    }
