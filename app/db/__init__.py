"""The way to the database: engine, units of work, migrations, and what is installed beside the tables.

Triggers, search index and functions are written by idempotent installers after every migration.
May import models and core; knows no use case and no Qt.
"""
