"""Prichal, a desktop CRM. Imports run downwards only:

`__main__` > `commands` > `bootstrap` > (`views` | `worker` | `intake`) > `qtmodels` > (`qtbase` | `adapters`) >
`services` > `db` > `models` > `core`.
"""

from typing import Final

VERSION: Final = "1.0.0"
"""As in pyproject.toml. (Asking for the installed version imports half of `email`: 10 ms of the start.)"""
