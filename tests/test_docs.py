"""What the documents claim is so."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

from entente.cli import main
from entente.settings import Settings
from graph.exchange import FORMATS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTEXT.md", *sorted((ROOT / "docs").glob("*.md"))]


def commands(group: click.Group, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        found.append((*before, name))
        if isinstance(command, click.Group):
            found += commands(command, (*before, name))
    return found


def test_every_setting_is_in_the_readme() -> None:
    for setting in fields(Settings):
        assert f"`ENTENTE_{setting.name.upper()}`" in README


def test_every_command_of_the_tour_exists() -> None:
    known = {name[0] for name in commands(main)}
    told = re.findall(r"^    entente (\w+)", README, re.MULTILINE)
    assert told
    assert set(told) <= known


def command_named(*names: str) -> click.Command:
    found: click.Command = main
    for name in names:
        assert isinstance(found, click.Group)
        inner = found.get_command(click.Context(found), name)
        assert inner is not None
        found = inner
    return found


@pytest.mark.parametrize("command", commands(main), ids=" ".join)
def test_help_shows_an_example(command: tuple[str, ...]) -> None:
    found = command_named(*command)
    assert found.epilog, "help has no example"
    assert f"entente {' '.join(command)}" in found.epilog


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_every_format_is_in_the_help() -> None:
    option = next(p for p in command_named("export").params if "--format" in p.opts)
    assert isinstance(option.type, click.Choice)
    assert set(option.type.choices) == set(FORMATS)
