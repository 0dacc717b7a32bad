"""Prichal, a desktop CRM. Imports run downwards only:

`__main__` > `commands` > `bootstrap` > (`views` | `worker` | `intake`) > `qtmodels` > (`qtbase` | `adapters`) >
`services` > `db` > `models` > `core`.
"""
