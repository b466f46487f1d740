"""What may be drawn: colours, and icons that can do nothing but be drawn."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree import ElementTree as ET

SVG = "http://www.w3.org/2000/svg"

SHAPES: dict[str, frozenset[str]] = {
    "path": frozenset({"d"}),
    "circle": frozenset({"cx", "cy", "r"}),
    "ellipse": frozenset({"cx", "cy", "rx", "ry"}),
    "rect": frozenset({"x", "y", "width", "height", "rx", "ry"}),
    "line": frozenset({"x1", "y1", "x2", "y2"}),
    "polyline": frozenset({"points"}),
    "polygon": frozenset({"points"}),
    "g": frozenset(),
}
"""The elements an icon may have, and their own attributes."""

STYLE: dict[str, str] = {
    "fill": r"none|currentColor",
    "stroke": r"none|currentColor",
    "fill-rule": r"nonzero|evenodd",
    "stroke-width": r"[\d.]{1,8}",
    "stroke-linecap": r"butt|round|square",
    "stroke-linejoin": r"miter|round|bevel",
    "stroke-dasharray": r"[\d., ]{1,40}",
    "opacity": r"[\d.]{1,8}",
    "transform": r"[a-zA-Z\d.,() +-]{1,200}",
}
"""The attributes that any of them may have, and the values these may take."""

NUMBERS = r"[MmLlHhVvCcSsQqTtAaZz\d.,eE\s+-]{0,4000}"
"""The values of an element's own attributes: numbers, and the letters of path data."""


class Fault(NamedTuple):
    """What is wrong with a colour or icon, and its mending."""

    what: str
    fix: str


def colour_fault(colour: str) -> Fault | None:
    """What is wrong with `colour`; None if it is #rrggbb."""
    if re.fullmatch(r"#[0-9A-Fa-f]{6}", colour):
        return None
    return Fault(
        f"ui:colour {colour!r} is not a colour", 'write it as "#rrggbb", such as "#2563a8"'
    )


def icon_fault(icon: str) -> Fault | None:
    """What is wrong with `icon`; None if it is the inside of a harmless SVG."""
    fix = (
        f"use {', '.join(sorted(SHAPES))} with numbers only: no script, event handler, "
        "style, link or text"
    )
    if "<!" in icon or "<?" in icon or "&" in icon:
        return Fault("ui:icon holds a declaration, instruction, comment or reference", fix)
    try:
        # The text was shown to hold no declaration, so that no entity can expand.
        root = ET.fromstring(f"<svg xmlns='{SVG}'>{icon}</svg>")  # noqa: S314
    except ET.ParseError as error:
        return Fault(
            f"ui:icon is not well-formed XML ({error})", "close its elements and quote attributes"
        )
    elements = list(root.iter())[1:]
    if not elements:
        return Fault("ui:icon draws nothing", fix)
    if root.text and root.text.strip():
        return Fault(f"ui:icon holds the text {root.text.strip()[:40]!r}", fix)
    return next((fault for element in elements if (fault := _element_fault(element, fix))), None)


def _element_fault(element: ET.Element, fix: str) -> Fault | None:
    name = element.tag.removeprefix(f"{{{SVG}}}")
    if name not in SHAPES:
        return Fault(f"ui:icon has the element {name!r}", fix)
    if (element.text or "").strip() or (element.tail or "").strip():
        return Fault("ui:icon holds text", fix)
    for attribute, value in element.attrib.items():
        allowed = NUMBERS if attribute in SHAPES[name] else STYLE.get(attribute)
        if allowed is None:
            return Fault(f"ui:icon has the attribute {attribute!r} on {name!r}", fix)
        if not re.fullmatch(allowed, value):
            return Fault(f"ui:icon has {attribute}={value[:40]!r}", fix)
    return None
