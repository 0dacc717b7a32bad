"""The connection is encrypted, and the server proves who it is; else nobody signs in."""

import asyncio
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from app.core.errors import Offline
from app.db.engine import connect, parse_url
from app.db.opening import open_database
from tests.support.postgres import UNPRIVILEGED_USER, Cluster

WAIT_S = 0.02


def _openssl(folder: Path, *words: str) -> None:
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)


def _certificates(folder: Path) -> None:
    """An office's own authority, the server's certificate for "localhost", and a stranger's authority."""
    for name in ("office", "stranger"):
        _openssl(
            folder, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
            "2", "-subj", f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.crt",
        )  # fmt: skip
    _openssl(
        folder, "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=localhost",
        "-addext", "subjectAltName=DNS:localhost", "-keyout", "server.key", "-out", "server.csr",
    )  # fmt: skip
    _openssl(
        folder, "x509", "-req", "-in", "server.csr", "-CA", "office.crt", "-CAkey", "office.key", "-days", "2",
        "-copy_extensions", "copy", "-out", "server.crt",
    )  # fmt: skip
    for path in folder.iterdir():
        path.chmod(0o600)
        if os.geteuid() == 0:
            shutil.chown(path, UNPRIVILEGED_USER)


@pytest.fixture
def certificates(cluster: Cluster) -> Iterator[Path]:
    """The run's server offers TLS meanwhile; its folder is the server's own, as its key must be."""
    folder = Path(tempfile.mkdtemp(prefix="prichal-tls-"))
    _certificates(folder)
    if os.geteuid() == 0:
        shutil.chown(folder, UNPRIVILEGED_USER)
    cluster.execute(
        f"ALTER SYSTEM SET ssl_cert_file = '{folder / 'server.crt'}'",
        f"ALTER SYSTEM SET ssl_key_file = '{folder / 'server.key'}'",
        "ALTER SYSTEM SET ssl = on",
        "SELECT pg_reload_conf()",
    )
    yield folder
    cluster.execute("ALTER SYSTEM RESET ALL", "SELECT pg_reload_conf()")
    shutil.rmtree(folder)


async def encrypted(url: str) -> bool:
    """Whether one comes in by this address, and encrypted; the server may still be reading its new settings."""
    while True:
        database = connect(parse_url(url))
        try:
            async with database.read() as session:
                found = await session.scalar(text("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
            return bool(found)
        except Offline as error:
            if error.code != "server_without_tls":
                raise
            await asyncio.sleep(WAIT_S)
        finally:
            await database.close()


async def test_server_with_the_office_s_certificate_is_trusted_by_its_name_alone(
    certificates: Path, postgresql_url: str
) -> None:
    office = f"sslmode=verify-full&sslrootcert={certificates / 'office.crt'}"
    named = postgresql_url.replace("127.0.0.1", "localhost")
    assert await encrypted(f"{named}?{office}")
    assert await encrypted(f"{named}?sslmode=require")
    assert not await encrypted(f"{named}?sslmode=disable")
    for url in (
        f"{postgresql_url}?{office}",
        f"{named}?sslmode=verify-full&sslrootcert={certificates / 'stranger.crt'}",
    ):
        with pytest.raises(Offline, match="server_not_trusted"):
            await encrypted(url)
    trusted = f"{postgresql_url}?sslmode=verify-ca&sslrootcert={certificates / 'office.crt'}"
    assert await encrypted(trusted)


async def test_server_without_tls_is_not_entered_where_it_is_asked_for(postgresql_url: str) -> None:
    with pytest.raises(Offline, match="server_without_tls"):
        await open_database(f"{postgresql_url}?sslmode=verify-full")


@pytest.mark.parametrize("host", ["localhost", "no-such-server.invalid"])
async def test_server_that_is_not_there_by_any_of_its_addresses_is_no_connection(host: str) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
        with pytest.raises(Offline, match="no_connection"):
            await open_database(f"postgresql://somebody:secret@{host}:{port}/office?sslmode=disable")
