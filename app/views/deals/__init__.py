"""The tab Deals: its page. May import records, widgets, the navigator, qtmodels, qtbase, services and core."""
