"""Models read by tasks: each test ends when their work has."""

from tests.support.settling import pytest_pyfunc_call
from tests.support.speaking import english

__all__ = ["english", "pytest_pyfunc_call"]
