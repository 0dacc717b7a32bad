"""Lets the work that a window has started come to its end before the test does.

What still ran then would be woken by the events that pytest-qt turns between the test and its fixtures, outside the
loop. A folder's conftest takes the hook: `from tests.support.settling import pytest_pyfunc_call`.
"""

import asyncio
import functools
import inspect
from collections.abc import Callable, Coroutine, Generator
from typing import Any

import pytest

from tests.support.asynchronous import until


async def settled() -> None:
    """No task but this one runs."""
    await until(lambda: not asyncio.all_tasks() - {asyncio.current_task()})


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """An async test of the folder ends when everything it started has ended."""
    function = pyfuncitem.obj
    if not inspect.iscoroutinefunction(function):
        return (yield)
    pyfuncitem.obj = _then_settled(function)
    try:
        return (yield)
    finally:
        pyfuncitem.obj = function


def _then_settled(function: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., Coroutine[Any, Any, None]]:
    @functools.wraps(function)
    async def test(*args: object, **arguments: object) -> None:
        try:
            await function(*args, **arguments)
        finally:
            await settled()

    return test
