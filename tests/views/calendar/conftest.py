"""Windows here work on a real database: each test ends when their work has."""

from tests.support.settling import pytest_pyfunc_call

__all__ = ["pytest_pyfunc_call"]
