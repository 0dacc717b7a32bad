"""PySide6 keeps the references of None and True; a version that loses one with each call crashes an office day."""

import gc
import sys

from PySide6.QtCore import QObject, Signal

CALLS = 20_000
NOISE = 200
"""References that the test runner itself may take or give back meanwhile."""


class Emitter(QObject):
    fired = Signal()


def test_void_calls_keep_the_references_of_none() -> None:
    target = QObject()
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        target.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < NOISE


def test_emit_keeps_the_references_of_true() -> None:
    emitter = Emitter()
    gc.collect()
    before = sys.getrefcount(True)
    for _ in range(CALLS):
        emitter.fired.emit()
    assert abs(sys.getrefcount(True) - before) < NOISE
