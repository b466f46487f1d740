"""The one place where what a library raises on a broken file becomes an `InputError`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from entente.errors import EntenteError, InputError


@contextmanager
def parsing(name: str, what: str, hint: str = "") -> Iterator[None]:
    """Around a library's call on the file `name`, which should be `what`.

    Parsers of foreign formats raise whatever they stumble over, and their
    documentation does not list it; one broken file must not end a load.
    """
    try:
        yield
    except EntenteError:
        raise
    except MemoryError as error:
        raise InputError(f"{name} needs more memory than there is", hint="split it") from error
    except Exception as error:
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise InputError(
            f"{name} cannot be read as {what}: {reason}",
            hint=hint or "open it in its own program and save it again",
        ) from error
