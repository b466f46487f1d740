"""What a document's metadata fields say, under the names that files give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml
from frontmatter.default_handlers import YAMLHandler

from entente.errors import InputError
from loaders.readers.dates import edtf_date

_TITLE = ("title", "headline", "og:title")
_PUBLISHER = ("publisher", "site_name", "sitename", "site", "organization", "author", "authors")
_DATE = (
    "date",
    "published",
    "date_published",
    "published_time",
    "publish_date",
    "pubdate",
    "created",
)
_ADDRESS = ("source_url", "url", "canonical_url", "link", "permalink", "source")
_LANGUAGE = ("language", "lang")
_LONGEST_TITLE = 500
_FIELD = re.compile(r"[ \t]*\n?(?:#[^\n]*\n)*[\w\"' -]{1,60}:(?:\s|$)")
"""How front matter begins; prose between two rules does not."""
_FILLED_IN = re.compile(
    r"^(?:microsoft (?:word|powerpoint)\b|untitled|document\d*$|powerpoint presentation|"
    r"slide 1$|anonymous$|\(anonymous\))|\.(?:docx?|pdf|indd|pptx?|rtf|odt|qxd|tmp|dotx?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, publisher, date (EDTF), address and language, as far as they are given."""

    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    address: str | None = None
    language: str | None = None

    @classmethod
    def of(cls, fields: Mapping[object, object]) -> Metadata:
        """What `fields` say; names in any case, the first that is filled counts."""
        named = {str(key).strip().lower().replace("-", "_"): fields[key] for key in fields}
        dates = (edtf_date(named.get(key)) for key in _DATE)
        addresses = (_text(named.get(key)) for key in _ADDRESS)
        title = _first(named, _TITLE)
        return cls(
            title=title[:_LONGEST_TITLE] if title else None,
            publisher=_first(named, _PUBLISHER),
            date=next((date for date in dates if date), None),
            address=next(
                (a for a in addresses if a and a.startswith(("http://", "https://"))), None
            ),
            language=_language(_first(named, _LANGUAGE)),
        )


def is_real_title(title: str) -> bool:
    """Whether a file's title property is one, and not what a program filled in."""
    return bool(title) and _FILLED_IN.search(title) is None


def split_front_matter(text: str, name: str) -> tuple[Metadata, str]:
    """The metadata of a text's YAML front matter, and the text after it.

    Without front matter all of the text is returned. Raises `InputError` for
    front matter that is not YAML, naming the line.
    """
    handler = YAMLHandler()
    if not text.startswith("---") or not handler.detect(text):
        return Metadata(), text
    try:
        written, body = handler.split(text)
    except ValueError:  # a rule at the top, and no other
        return Metadata(), text
    if not _FIELD.match(written):
        return Metadata(), text
    try:
        fields = handler.load(written)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f" at line {mark.line + 1}" if mark is not None else ""
        raise InputError(
            f"{name}: its front matter is not YAML{line}",
            hint="mend the lines between the two ---, or remove them",
        ) from error
    return (Metadata.of(fields), body) if isinstance(fields, dict) else (Metadata(), text)


def _first(named: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    return next((text for key in keys if (text := _text(named.get(key)))), None)


def _text(value: object) -> str | None:
    if isinstance(value, list) and value and isinstance(value[0], str):
        value = value[0]
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _language(value: str | None) -> str | None:
    tag = (value or "").replace("_", "-").split("-")[0].lower()
    return tag if tag.isascii() and tag.isalpha() and len(tag) in (2, 3) else None
