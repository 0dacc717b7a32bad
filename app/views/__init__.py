"""The window: one folder a feature, and `widgets` for the shared pieces.

May import qtmodels, qtbase, services and core. Features never import each other: they open another's card through
the `Navigator` that the shell gives them.
"""
