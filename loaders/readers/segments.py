"""Marked-up prose as it comes: stretches of text, strong or not, and line breaks."""

from __future__ import annotations

from loaders.readers.lines import says_something
from loaders.readers.wrapping import ends_sentence


class Segment:
    """What stands between two line breaks of a paragraph."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.emphatic = True

    @property
    def text(self) -> str:
        """The text, with white space made single, without asterisks that opened nothing."""
        return " ".join("".join(self._parts).replace("**", "").split())

    @property
    def open(self) -> bool:
        """Whether it ends inside a sentence of plain prose."""
        last = next((part.rstrip() for part in reversed(self._parts) if part.strip()), "")
        return not self.emphatic and not ends_sentence(last, 0, len(last))

    def add(self, text: str, *, strong: bool) -> None:
        """More text; a segment stays emphatic as long as all of it is strong."""
        self._parts.append(text)
        self.emphatic = self.emphatic and (strong or not says_something(text))


class Segments:
    """The segments of one paragraph.

    A line break inside a sentence is no more than a space: some writers, and
    most converters, end every line with one.
    """

    def __init__(self) -> None:
        self._done: list[Segment] = []
        self._last = Segment()
        self._broken = False

    def add(self, text: str, *, strong: bool = False) -> None:
        """More text of the paragraph."""
        if self._broken and text.strip():
            if self._last.open and text.lstrip()[0].islower():
                self._last.add(" ", strong=False)
            else:
                self._done.append(self._last)
                self._last = Segment()
            self._broken = False
        self._last.add(text, strong=strong)

    def line_break(self) -> None:
        """A line break that the writer made."""
        self._broken = True

    def take(self) -> list[Segment]:
        """The segments that say something; none are left."""
        done = [*self._done, self._last]
        self._done, self._last, self._broken = [], Segment(), False
        return [segment for segment in done if segment.text]
