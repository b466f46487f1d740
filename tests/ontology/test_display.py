"""Icons can do nothing but be drawn, and colours are colours."""

from __future__ import annotations

import pytest

from ontology.display import colour_fault, icon_fault
from ontology.load import load_ontology

UNSAFE = [
    "<script>alert(1)</script>",
    "<path d='M0 0' onload='alert(1)'/>",
    "<a href='https://example.org'><path d='M0 0'/></a>",
    "<use href='#x'/>",
    "<image href='https://example.org/x.png'/>",
    "<g xmlns:xlink='http://www.w3.org/1999/xlink'><path xlink:href='x' d='M0 0'/></g>",
    "<path style='background:url(https://example.org)' d='M0 0'/>",
    "<path fill='url(#x)' d='M0 0'/>",
    "<path d='javascript:alert(1)'/>",
    "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
    "<html:script xmlns:html='http://www.w3.org/1999/xhtml'/>",
    "<style>path { fill: red }</style>",
    "<animate attributeName='href' to='javascript:alert(1)'/>",
    "</svg><script/><svg>",
    "<![CDATA[<script/>]]>",
    "<!-- x --><path d='M0 0'/>",
    "<?xml-stylesheet href='x'?><path d='M0 0'/>",
    "<!DOCTYPE svg [<!ENTITY x 'y'>]><path d='M0 0'/>",
    "<path d='&#x4D;0 0'/>",
    "<path d='M0 0'>",
    "<path d=M0/>",
    "<path d='M0 0'/>text",
    "text<path d='M0 0'/>",
    "",
]

SAFE = [
    "<path d='M5 21V4'/><path d='M5 4h12l-2.5 4L17 12H5'/>",
    "<g fill='none' stroke-width='1.5'><circle cx='12' cy='12' r='3.5'/></g>",
    "<rect x='4' y='5' width='16' height='16' rx='2' transform='rotate(45 12 12)'/>",
    "<polyline points='1,2 3,4 5e-1,6'/>",
]


@pytest.mark.parametrize("icon", UNSAFE)
def test_unsafe_icons_are_refused(icon: str) -> None:
    fault = icon_fault(icon)
    assert fault
    assert fault.fix


@pytest.mark.parametrize("icon", SAFE)
def test_plain_shapes_are_icons(icon: str) -> None:
    assert icon_fault(icon) is None


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345g", "#1234567", "#123456;", "url(x)"])
def test_other_colours_are_refused(colour: str) -> None:
    assert colour_fault(colour)


def test_every_bundled_class_is_drawn() -> None:
    for term in load_ontology().classes.values():
        assert colour_fault(term.colour) is None
        assert icon_fault(term.icon) is None
