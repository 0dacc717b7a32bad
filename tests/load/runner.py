"""Starts the clients, kills some, restarts the server, calls all to one lead, and waits until everybody has seen all.

A client is forked: it shares what is imported, and is a process of its own all the same.
"""

import asyncio
import gc
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from ctypes import c_double, c_int
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from multiprocessing.sharedctypes import RawArray, RawValue
from pathlib import Path
from typing import Any

from tests.load import acts
from tests.load.client import Client
from tests.load.plan import Plan
from tests.support.postgres import Cluster

LOOK_S = 0.1
QUIET_S = 6.0
"""Before the end: readers poll every 5 s even where a bell got lost."""
GATHERING_S = 1.0
ROOT = Path(__file__).parents[2]

_fork = multiprocessing.get_context("fork")


@dataclass(slots=True)
class Shared:
    """What clients and runner tell each other, without locks: a kill may come at any moment."""

    done: Any  # of ctypes, as all of these
    conflicts: Any
    finished: Any
    convert_at: Any
    leave: Any

    @classmethod
    def of(cls, clients: int) -> "Shared":
        counts = (RawArray(c_int, clients) for _ in range(3))
        return cls(*counts, RawValue(c_double, 0), RawValue(c_int, 0))


def _run_client(plan: Plan, place: int, generation: int, folder: Path, shared: Shared) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asyncio.run(_work(plan, place, generation, folder, shared))


async def _work(plan: Plan, place: int, generation: int, folder: Path, shared: Shared) -> None:
    person = plan.people[place]
    client = Client(plan, person, f"{place:02}-{generation}", folder)
    await client.enter()
    before, quarrels, contested = int(shared.done[place]), int(shared.conflicts[place]), False
    day = acts.Day(client, -(-plan.writes // len(plan.people)) - before)
    sharing = sum(one.reaches_all for one in plan.people)
    while not shared.leave.value:
        if person.reaches_all and not contested and shared.convert_at.value:
            contested = True
            await asyncio.sleep(max(0.0, shared.convert_at.value - time.monotonic()))
            await acts.contest(client, -(-plan.conversions // sharing))
        shared.finished[place] = int(client.done >= day.writes)
        if client.done < day.writes:
            await day.step()
        elif person.reaches_all and sum(shared.conflicts) < plan.conflicts:
            await acts.quarrel(day)
        else:
            await asyncio.sleep(LOOK_S)
            continue
        shared.done[place] = before + client.done
        shared.conflicts[place] = quarrels + client.conflicts
        if plan.pace_s:
            await asyncio.sleep(client.rng.uniform(0, 2 * plan.pace_s))
    await client.leave()


@dataclass(slots=True)
class Run:
    """One run from the first client's start to the last one's end."""

    plan: Plan
    folder: Path
    cluster: Cluster | None
    kills: int
    restarts: int
    limit_s: float
    shared: Shared = field(init=False)
    processes: dict[int, BaseProcess] = field(default_factory=dict)
    windows: "list[subprocess.Popen[bytes]]" = field(default_factory=list)
    generations: Counter[int] = field(default_factory=Counter)
    events: list[str] = field(default_factory=list)
    started: float = 0.0

    def go(self) -> float:
        """Seconds that the writes took."""
        self.shared = Shared.of(len(self.plan.people))
        self.started = time.monotonic()
        rng = random.Random(self.plan.seed)
        gc.freeze()
        for place in range(len(self.plan.people)):
            self._start(place)
        for place in range(len(self.plan.windows)):
            command = [sys.executable, "-m", "tests.load.window", str(self.folder), str(place)]
            self.windows.append(subprocess.Popen(command, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}))
        try:
            self._drive(rng)
            took = time.monotonic() - self.started
            time.sleep(QUIET_S)
            self.shared.leave.value = 1
            (self.folder / "leave").touch()
            self._wait_for_the_end()
        finally:
            self._kill_the_rest()
        return took

    def _drive(self, rng: random.Random) -> None:
        """Each trouble at its share of the work; a client that ended by itself has failed."""
        troubles = sorted(
            [(rng.uniform(0.1, 0.9), "kill") for _ in range(self.kills)]
            + [((one + 1) / (self.restarts + 1), "restart") for one in range(self.restarts)]
            + [(0.5, "contest")]
        )
        while not all(self.shared.finished) or troubles or sum(self.shared.conflicts) < self.plan.conflicts:
            time.sleep(LOOK_S)
            if time.monotonic() - self.started > self.limit_s:
                raise TimeoutError(
                    f"not done after {self.limit_s} s: {self.progress():.0%}, {sum(self.shared.conflicts)} conflicts,"
                    f" {self.events}"
                )
            for place, process in tuple(self.processes.items()):
                if not process.is_alive():
                    raise RuntimeError(f"client {place} ended by itself: {process.exitcode}")
            if troubles and (self.progress() >= troubles[0][0] or all(self.shared.finished)):
                self._trouble(troubles.pop(0)[1], rng)

    def progress(self) -> float:
        return sum(self.shared.done) / self.plan.writes

    def _trouble(self, what: str, rng: random.Random) -> None:
        self.events.append(f"{time.monotonic() - self.started:.1f} s: {what}")
        match what:
            case "kill":
                self._kill(rng.choice([place for place, done in enumerate(self.shared.finished) if not done] or [0]))
            case "restart":
                assert self.cluster is not None, "only a server is restarted"
                self.cluster.stop(crash=sum("restart" in one for one in self.events) > 1)
                self.cluster.start()
            case "contest":
                self.shared.convert_at.value = time.monotonic() + GATHERING_S

    def _kill(self, place: int) -> None:
        process = self.processes.pop(place)
        process.kill()
        process.join()
        self.shared.finished[place] = 0
        self._start(place)

    def _start(self, place: int) -> None:
        """What the killed one of this place has acknowledged counts."""
        generation = self.generations[place]
        self.generations[place] += 1
        told = (self.plan, place, generation, self.folder, self.shared)
        process = _fork.Process(target=_run_client, args=told, daemon=True)
        process.start()
        self.processes[place] = process

    def _wait_for_the_end(self) -> None:
        for place, process in self.processes.items():
            process.join(timeout=60)
            if process.exitcode != 0:
                raise RuntimeError(f"client {place} did not leave: {process.exitcode}")
        for window in self.windows:
            if window.wait(timeout=60) != 0:
                raise RuntimeError(f"a window failed: {window.returncode}")

    def _kill_the_rest(self) -> None:
        for process in self.processes.values():
            if process.is_alive():
                process.kill()
                process.join()
        for window in self.windows:
            if window.poll() is None:
                window.kill()
                window.wait()
