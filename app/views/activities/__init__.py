"""Activities: the one form that plans and changes them, the question how one ended, and the tab "My activities".

`completing`, `planning` and `page` hand out what opens each; they are imported when it is opened, so that the start of
the window, which takes the keys and words of this folder alone, doesn't wait for them.
May import widgets, field_forms, the navigator, qtmodels, qtbase, services and core; other features are reached by the
Navigator.
"""
