"""Item models: QtCore only. They hold ids and pages, never block, and answer semantic roles, never colours or fonts.

May import services, core and the roles in `roles`.
"""
