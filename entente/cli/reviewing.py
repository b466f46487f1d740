"""`entente review`: what waits for a person, decided on record."""

from __future__ import annotations

import click
import orjson

from entente.cli.options import common, settings_of
from entente.cli.signing import Found, record, signed
from entente.cli.waiting import as_json, as_text, labels
from entente.errors import NotFound, UsageError
from graph.agenda import agenda, declined
from graph.candidates import candidates
from graph.lookup import entity_named
from graph.plan import Compare, Field, Find, Kind, Operator
from graph.plan.following import checked
from graph.registry import open_store
from graph.statements import EvidenceId, JudgementId, Verdict
from graph.store import Change, Store
from loaders.stating import restate
from ontology.load import load_ontology


@click.group(invoke_without_command=True, epilog="Example: entente review --limit 20")
@common
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option("--json", "machine", is_flag=True, help="Write JSON.")
@click.pass_context
def review(context: click.Context, limit: int, machine: bool) -> None:
    """List what waits for a person, and decide on it.

    New entities, pairs that may be one, claims that the ontology refused, and
    what people stated on texts that have changed since.
    """
    if context.invoked_subcommand is not None:
        return
    with open_store(settings_of(context).store, read_only=True) as store:
        found = agenda(store, limit)
        refused = tuple(declined(store, found.refused))
        if machine:
            shown = orjson.dumps(as_json(found, refused), option=orjson.OPT_INDENT_2).decode()
        else:
            shown = "\n".join(as_text(found, refused, labels(store, found)))
    click.echo(shown)


def _decide(store: Store, items: tuple[str, ...], *, accept: bool) -> Found:
    """What accepts or rejects the listed `items`."""
    pairs = {str(c.question): c for c in candidates(store)}
    of_pair = Verdict.SAME if accept else Verdict.DIFFERENT
    of_entity = Verdict.ACCEPTED if accept else Verdict.REJECTED
    return [
        (pairs[item].left.id, pairs[item].right.id, of_pair)
        if item in pairs
        else (entity_named(store, item), "", of_entity)
        for item in items
    ]


@review.command(epilog="Example: entente review accept 5d41402abc4b2a76b9719d91 --note 'same fund'")
@common
@click.argument("items", nargs=-1, required=True, metavar="ID|NAME…")
@signed
@click.pass_context
def accept(context: click.Context, items: tuple[str, ...], by: str, note: str) -> None:
    """Accept new entities, merge pairs, or put statements to where their quote stands now."""
    settings = settings_of(context)
    with open_store(settings.store) as store:
        waiting = {each.id: each for each in store.reviews()}
        for item in items:
            if item in waiting:
                click.echo(f"{restate(store, waiting[EvidenceId(item)])}\tstated")
    rest = tuple(item for item in items if item not in waiting)
    if rest:
        record(context, lambda store: _decide(store, rest, accept=True), by, note)


@review.command(epilog="Example: entente review reject https://entente.example/id/p/5d41402abc4b")
@common
@click.argument("items", nargs=-1, required=True, metavar="ID|NAME…")
@signed
@click.pass_context
def reject(context: click.Context, items: tuple[str, ...], by: str, note: str) -> None:
    """Reject new entities (what is said of them counts for nothing), pairs, or statements."""

    def make(store: Store) -> Found:
        waiting = {each.id for each in store.reviews()}
        changed = [(item, "", Verdict.RETRACTED) for item in items if item in waiting]
        rest = tuple(item for item in items if item not in waiting)
        return changed + (_decide(store, rest, accept=False) if rest else [])

    record(context, make, by, note)


@review.command(
    epilog="Example: entente review merge 'Global Fund' 'The Global Fund to Fight AIDS'"
)
@common
@click.argument("one", metavar="ID|NAME")
@click.argument("other", metavar="ID|NAME")
@signed
@click.pass_context
def merge(context: click.Context, one: str, other: str, by: str, note: str) -> None:
    """Judge two entities to be one."""
    _compare(context, one, other, Verdict.SAME, by, note)


@review.command(epilog="Example: entente review split ID ID --note 'two ministries of one name'")
@common
@click.argument("one", metavar="ID|NAME")
@click.argument("other", metavar="ID|NAME")
@signed
@click.pass_context
def split(context: click.Context, one: str, other: str, by: str, note: str) -> None:
    """Judge two entities to be different, whatever made them one."""
    _compare(context, one, other, Verdict.DIFFERENT, by, note)


def _compare(
    context: click.Context, one: str, other: str, verdict: Verdict, by: str, note: str
) -> None:
    def make(store: Store) -> Found:
        left, right = entity_named(store, one), entity_named(store, other)
        if left == right:
            raise UsageError(
                f"{one!r} and {other!r} are {left}",
                hint="'entente review log' and an entity's `merged` list the ids to name",
            )
        return [(left, right, verdict)]

    record(context, make, by, note)


@review.command(epilog="Example: entente review label https://entente.example/id/p/5d4 'Admiralty'")
@common
@click.argument("entity", metavar="ID|NAME")
@click.argument("name")
@signed
@click.pass_context
def label(context: click.Context, entity: str, name: str, by: str, note: str) -> None:
    """Correct the label of a provisional entity."""
    _correct(context, entity, name, Verdict.LABEL, by, note)


@review.command("class", epilog="Example: entente review class 'Global Fund' Programme")
@common
@click.argument("entity", metavar="ID|NAME")
@click.argument("name", metavar="CLASS")
@signed
@click.pass_context
def class_(context: click.Context, entity: str, name: str, by: str, note: str) -> None:
    """Correct the class of a provisional entity."""
    checked("class", (name,), load_ontology(settings_of(context).ontology).classes)
    _correct(context, entity, name, Verdict.CLASS, by, note)


def _correct(
    context: click.Context, entity: str, value: str, verdict: Verdict, by: str, note: str
) -> None:
    def make(store: Store) -> Found:
        return [(entity_named(store, entity), value, verdict)]

    record(context, make, by, note)


@review.command(epilog="Example: entente review retract 5d41402abc4b2a76b9719d91 --note 'irony'")
@common
@click.argument("evidence", nargs=-1, required=True, metavar="EVIDENCE…")
@signed
@click.pass_context
def retract(context: click.Context, evidence: tuple[str, ...], by: str, note: str) -> None:
    """Judge that evidence does not state its fact; it stays on record and counts for nothing."""

    def make(store: Store) -> Found:
        for id_ in evidence:
            found = store.run(Find(Kind.EVIDENCE, (Field("id"),), Compare("id", Operator.EQ, id_)))
            if not found.rows:
                raise NotFound(f"no evidence {id_!r}", hint="facts list the ids of their evidence")
        return [(id_, "", Verdict.RETRACTED) for id_ in evidence]

    record(context, make, by, note)


@review.command("log", epilog="Example: entente review log")
@common
@click.pass_context
def log(context: click.Context) -> None:
    """List the judgements that stand, the latest first: id, when, who, what."""
    with open_store(settings_of(context).store, read_only=True) as store:
        for j in sorted(store.judgements(), key=lambda j: (j.when, j.id), reverse=True):
            values = (j.id, j.when, j.by, j.verdict.value, j.left, j.right, j.note)
            click.echo("\t".join(values).rstrip("\t"))


@review.command(epilog="Example: entente review undo")
@common
@click.argument("ids", nargs=-1, metavar="ID…")
@click.pass_context
def undo(context: click.Context, ids: tuple[str, ...]) -> None:
    """Withdraw judgements by their ids; without any, all that were made last, at once.

    What a withdrawn judgement had replaced stands again.
    """
    with open_store(settings_of(context).store) as store:
        stand = store.judgements()
        standing = {key: j for j in stand for key in (j.question, j.id)}
        for id_ in ids:
            if id_ not in standing:
                raise NotFound(f"no judgement {id_!r}", hint="'entente review log' lists them")
        if not standing:
            raise NotFound("there is no judgement to withdraw", hint="'entente review' makes them")
        latest = max(j.when for j in stand)
        chosen = [standing[JudgementId(id_)] for id_ in ids] or [
            j for j in stand if j.when == latest
        ]
        store.apply(Change(withdraw=tuple(j.id for j in chosen)))
        questions = {j.question for j in chosen}
        restored = [j for j in store.judgements() if j.question in questions]
    for done, judgements in (("withdrawn", chosen), ("restored", restored)):
        for j in judgements:
            click.echo(f"{j.id}\t{done}\t{j.left}\t{j.right}")
