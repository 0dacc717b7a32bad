"""Cards of leads, deals and contacts: one window driven by a description of the section, several open at once.

May import widgets, the navigator, qtmodels, qtbase, services and core; never another feature's folder.
"""

from app.views.cards.window import CardWindow, card_opener

__all__ = ["CardWindow", "card_opener"]
