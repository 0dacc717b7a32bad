"""Runs `python -m app …` as a user does, in a process of its own with its own home."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.tree import ROOT

PASSWORD = "secret-harbour"
LOGIN = "admin@primer.test"

ENGLISH = {"LANG": "en_US.UTF-8", "LC_CTYPE": "C.UTF-8"}
RUSSIAN = {"LANG": "ru_RU.UTF-8", "LC_CTYPE": "C.UTF-8"}


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def content(self) -> object:
        return json.loads(self.out)


@dataclass(frozen=True)
class Prichal:
    """The command line on a home folder that is thrown away."""

    home: Path

    @property
    def url(self) -> str:
        return f"sqlite:///{self.home / 'office.db'}"

    def environment(self, **changes: str) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        folders = {f"XDG_{name}_HOME": str(self.home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        return {**kept, **folders, **ENGLISH, "HOME": str(self.home), "PRICHAL_PASSWORD": PASSWORD, **changes}

    def __call__(self, *arguments: str, **environment: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "app", *arguments],
            cwd=ROOT,
            env=self.environment(**environment),
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Done(done.returncode, done.stdout, done.stderr)

    def init(self, *arguments: str, **environment: str) -> Done:
        admin = ("--admin-name", "Дымов Андрей", "--admin-login", LOGIN)
        return self("init", "--database", self.url, "--language", "ru", *admin, *arguments, **environment)
