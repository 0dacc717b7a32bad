"""Filters of lists, kanban, counters and export: what can be asked of each section, and its SQL on both databases.

`kinds` knows the operators of each kind of field, `fields` which fields a section has, `presets` the ready filters,
`compiling` makes the SQL, `saved` reads and writes a filter as a document. Broken parts of a saved filter are
left out with a warning, never an error. May import records, registry, rights, search, models and core.
"""
