"""The three kinds of trouble that a user can meet. Everything else is a bug of ours."""

from collections.abc import Mapping


class PrichalError(Exception):
    """Base of all errors that carry a code and parameters instead of words.

    The words are made by the reader's side (window or command line) in the reader's language.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        if not self.params:
            return self.code
        return f"{self.code} ({', '.join(f'{key}={value!r}' for key, value in self.params.items())})"


class UserError(PrichalError):
    """Something the user can mend: what was typed, what is missing, what is not allowed."""


class FieldErrors(UserError):
    """Some values can't be taken: `errors` says for each field why, all at once."""

    def __init__(self, errors: Mapping[str, UserError]) -> None:
        super().__init__("fields_invalid", fields=tuple(errors))
        self.errors = errors


class Conflict(PrichalError):
    """Somebody else changed the same thing first; nothing was written."""


class Offline(PrichalError):
    """The database can't be reached, is locked, full or read-only; nothing was written."""
