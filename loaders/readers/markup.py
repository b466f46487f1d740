"""The text that a browser would show of HTML, a line for each of its blocks."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i"}
    | {"ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time"}
    | {"tt", "u", "var", "wbr", "label", "img"}
)


def visible_lines(markup: str | bytes) -> Iterator[str]:
    """The lines of `markup`, a page or a fragment of one; nothing where it cannot be parsed."""
    parser = lxml_html.HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = lxml_html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return
    line: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        unseen = tag in _UNSEEN
        if event == "start":
            if tag not in _INLINE and line:
                yield "".join(line)
                line.clear()
            hidden += unseen
            if not hidden and element.text:
                line.append(element.text)
        else:
            hidden -= unseen
            if tag not in _INLINE and line:
                yield "".join(line)
                line.clear()
            if not hidden and element.tail:
                line.append(element.tail)
    if line:
        yield "".join(line)
