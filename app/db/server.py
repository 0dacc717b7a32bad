"""The office's server as a client signs in to it: whose role a login is, how its password is proved, and over what."""

import base64
import hashlib
import hmac
import secrets
import ssl
import stringprep
import unicodedata
from pathlib import Path
from typing import Final

from sqlalchemy import URL

from app.core.errors import UserError

ROUNDS: Final = 4096
"""Of PBKDF2, PostgreSQL's own number."""

LINE: Final = "\n"
LOCAL: Final = frozenset({"", "localhost", "127.0.0.1", "::1"})
MODES: Final = ("disable", "require", "verify-ca", "verify-full")
_OWN_CERTIFICATES: Final = Path("~/.postgresql/root.crt")
_PROHIBITED: Final = (
    stringprep.in_table_c12, stringprep.in_table_c21_c22, stringprep.in_table_c3, stringprep.in_table_c4,
    stringprep.in_table_c5, stringprep.in_table_c6, stringprep.in_table_c7, stringprep.in_table_c8,
    stringprep.in_table_c9, stringprep.in_table_a1,
)  # fmt: skip


def login_role(database: str, normal: str) -> str:
    """The role of a normalised login in a database (DATA.md): names are cut at 63 bytes, and tell nothing."""
    return f"crm_{hashlib.sha256(f'{database}{LINE}{normal}'.encode()).hexdigest()[:40]}"


def prepared(password: str) -> str:
    """A password as both ends take it (SASLprep, RFC 4013); what that refuses stands as its digest."""
    if password.isascii() and password.isprintable():
        return password
    mapped = "".join(
        " " if stringprep.in_table_c12(char) else char for char in password if not stringprep.in_table_b1(char)
    )
    normal = unicodedata.normalize("NFKC", mapped)
    if not normal or any(refuses(char) for char in normal for refuses in _PROHIBITED) or _is_mixed(normal):
        return hashlib.sha256(password.encode("utf-8", "surrogatepass")).hexdigest()
    return normal


def verifier(password: str, rounds: int = ROUNDS) -> str:
    """What the server keeps of a password (SCRAM-SHA-256): made here, so that no password travels."""
    salt = secrets.token_bytes(16)
    salted = hashlib.pbkdf2_hmac("sha256", prepared(password).encode(), salt, rounds)
    stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server = hmac.digest(salted, b"Server Key", "sha256")
    told = (base64.b64encode(part).decode() for part in (salt, stored, server))
    return "SCRAM-SHA-256${}:{}${}:{}".format(rounds, *told)


def signed_in(url: URL, normal: str, password: str) -> URL:
    """The address for an employee's own role."""
    return url.set(username=login_role(url.database or "", normal), password=prepared(password))


def office_address(url: URL) -> URL:
    """The address without anybody's account: what a workstation keeps."""
    return URL.create(url.drivername, None, None, url.host, url.port, url.database, url.query)


def tls(url: URL) -> ssl.SSLContext | bool:
    """How the connection is secured: `sslmode` of the address, verify-full where it says nothing and the server is far.

    Raises UserError("tls_unreadable") for a mode or a certificate that can't be used.
    """
    host = str(url.host or url.query.get("host", ""))
    near = host in LOCAL or host.startswith("/")
    mode = str(url.query.get("sslmode") or url.query.get("ssl") or ("disable" if near else "verify-full"))
    if mode not in MODES:
        raise UserError("tls_unreadable", reason=mode)
    if mode == "disable":
        return False
    context = ssl.create_default_context()
    context.check_hostname = mode == "verify-full"
    if mode == "require":
        context.verify_mode = ssl.CERT_NONE
        return context
    given = url.query.get("sslrootcert")
    own = Path(str(given)) if given else _OWN_CERTIFICATES.expanduser()
    if given or own.exists():
        try:
            context.load_verify_locations(own)
        except (OSError, ssl.SSLError) as error:
            raise UserError("tls_unreadable", reason=f"{own}: {error}") from error
    return context


def _is_mixed(text: str) -> bool:
    """Letters of both directions in one password."""
    right = any(stringprep.in_table_d1(char) for char in text)
    ends = stringprep.in_table_d1(text[0]) and stringprep.in_table_d1(text[-1])
    return right and (any(stringprep.in_table_d2(char) for char in text) or not ends)
