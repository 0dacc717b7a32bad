"""The composition root: the only place that knows adapters, services and windows at once.

`outside` makes the adapters, `databases` opens databases and signs people in. Window, commands and, later, worker and
intake are put together from these; nothing imports this package but the programs above it.
"""
