"""The revisions of the schema, as Alembic runs them: DDL as literals, no models imported."""
