"""Models read by tasks: each test ends when their work has."""

from tests.support.settling import pytest_pyfunc_call

__all__ = ["pytest_pyfunc_call"]
