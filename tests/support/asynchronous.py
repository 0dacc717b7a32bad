"""Runs `async def` tests and fixtures, each test on a loop of its own.

A test that asks for `qapp` or `qtbot` runs on a qasync loop, as the window does; any other on a plain asyncio loop, so
that tests below Qt need no Qt. A task still running when the test and its fixtures have ended fails the test.
"""

import asyncio
import contextlib
import inspect
import time
from collections.abc import AsyncGenerator, Callable, Coroutine, Generator, Iterator
from typing import Any, TypeVar

import pytest

DEADLINE_S = 120.0
"""How long an `async def` test or fixture may take; `@pytest.mark.deadline(seconds)` gives another time."""

POLL_S = 0.005
PATIENCE_S = 30.0
"""How long a test waits for what should be seen: a busy machine takes its time, and a quick one never waits."""

Result = TypeVar("Result")

_open: list[asyncio.AbstractEventLoop] = []
"""The loop of the test that is set up, runs or is torn down now."""


async def until(predicate: Callable[[], object], timeout: float = PATIENCE_S) -> None:
    """Lets the loop turn until `predicate` holds; fails with its source line after `timeout` seconds."""
    end = time.monotonic() + timeout
    while not predicate():
        if time.monotonic() > end:
            words = repr(predicate)
            with contextlib.suppress(OSError, TypeError):  # made at run time: its repr has to do
                words = inspect.getsource(predicate).strip()
            pytest.fail(f"after {timeout} s still not true: {words}")
        await asyncio.sleep(POLL_S)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", f"deadline(seconds): time for an async test, {DEADLINE_S:.0f} s where not told")
    if config.pluginmanager.has_plugin("pytest-qt"):
        _turn_events_on_the_loop()


def _turn_events_on_the_loop() -> None:
    """Between the parts of a test pytest-qt turns Qt's events: a timer that is due then must find its loop running."""
    from pytestqt import plugin  # tests below Qt run without it

    without_loop = plugin._process_events

    def turn_events() -> None:
        if _open and not _open[-1].is_closed():
            _open[-1].run_until_complete(asyncio.sleep(0))
        else:
            without_loop()

    plugin._process_events = turn_events


def _new_loop(request: pytest.FixtureRequest) -> asyncio.AbstractEventLoop:
    if "qapp" not in request.fixturenames:
        return asyncio.new_event_loop()
    from app.qtbase.loop import EventLoop  # tests below Qt run where it is not installed

    application = request.getfixturevalue("qapp")
    application.setQuitOnLastWindowClosed(False)
    loop: asyncio.AbstractEventLoop = EventLoop(application)
    return loop


async def _end_of_tasks(loop: asyncio.AbstractEventLoop) -> list[str]:
    """Gives tasks that are just ending a moment; returns the names of those that run on, and cancels them."""
    mine = asyncio.current_task(loop)
    running = {task for task in asyncio.all_tasks(loop) if task is not mine}
    if not running:
        return []
    _done, leaked = await asyncio.wait(running, timeout=5)
    for task in leaked:
        task.cancel()
    if leaked:
        await asyncio.wait(leaked, timeout=2)
    return sorted(f"{task.get_name()}: {task.get_coro()}" for task in leaked)


@pytest.fixture
def loop(request: pytest.FixtureRequest) -> Iterator[asyncio.AbstractEventLoop]:
    """The loop of this test; asked for by itself wherever the test or one of its fixtures is `async`."""
    loop = _new_loop(request)
    _open.append(loop)
    try:
        yield loop
        leaked = loop.run_until_complete(_end_of_tasks(loop))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.run_until_complete(loop.shutdown_default_executor())
    finally:
        _open.remove(loop)
        loop.close()
    if leaked:
        pytest.fail("tasks that nobody waited for or cancelled:\n" + "\n".join(leaked))


def _deadline(node: pytest.Item) -> float:
    marker = node.get_closest_marker("deadline")
    return float(marker.args[0]) if marker else DEADLINE_S


async def _in_time(work: Coroutine[Any, Any, Result], seconds: float) -> Result:
    async with asyncio.timeout(seconds):
        return await work


def _run(request: pytest.FixtureRequest, work: Coroutine[Any, Any, Result]) -> Result:
    loop: asyncio.AbstractEventLoop = request.getfixturevalue("loop")
    return loop.run_until_complete(_in_time(work, _deadline(request.node)))


def _on_loop(
    function: Callable[..., Coroutine[Any, Any, Result]], request: pytest.FixtureRequest
) -> Callable[..., Result]:
    def call(*args: object, **arguments: object) -> Result:
        return _run(request, function(*args, **arguments))

    return call


def _generator_on_loop(
    function: Callable[..., AsyncGenerator[Result, None]], request: pytest.FixtureRequest
) -> Callable[..., Generator[Result, None, None]]:
    def call(*args: object, **arguments: object) -> Generator[Result, None, None]:
        generator = function(*args, **arguments)
        yield _run(request, anext(generator))
        _run(request, _exhaust(generator))

    return call


async def _exhaust(generator: AsyncGenerator[Any, None]) -> None:
    async for _value in generator:
        raise RuntimeError("an async fixture yields once")


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest
) -> Generator[None, object, object]:
    """Lets an async fixture run on the loop of the test that asks for it."""
    function = fixturedef.func
    if inspect.iscoroutinefunction(function):
        substitute: Callable[..., Any] = _on_loop(function, request)
    elif inspect.isasyncgenfunction(function):
        substitute = _generator_on_loop(function, request)
    else:
        return (yield)
    request.getfixturevalue("loop")  # set up before it, so torn down after it
    vars(fixturedef)["func"] = substitute
    try:
        return (yield)
    finally:
        vars(fixturedef)["func"] = function


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Lets an async test run on its loop; also one that hypothesis calls many times."""
    function = pyfuncitem.obj
    given = getattr(function, "hypothesis", None)
    if given is not None and inspect.iscoroutinefunction(given.inner_test):
        given.inner_test = _on_loop(given.inner_test, pyfuncitem._request)
    elif inspect.iscoroutinefunction(function):
        pyfuncitem.obj = _on_loop(function, pyfuncitem._request)
    try:
        return (yield)
    finally:
        pyfuncitem.obj = function
