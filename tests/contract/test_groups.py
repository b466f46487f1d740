"""What is said of a group holds of its members where it is said of each of them, only then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from entente.errors import UsageError
from graph.plan import (
    Compare,
    Count,
    Direction,
    Field,
    Find,
    Kind,
    Link,
    LinkName,
    Nested,
    Operator,
    Relation,
)
from graph.statements import EntityId, Judgement, Modality, Qualifier, Status, Verdict, day
from graph.store import Change, Store
from tests.contract.content import ANY
from tests.contract.world import FRANCE, JAPAN, KOREA, NATO, PIRACY, SECURITY, Telling

MEMBERS = Relation(("memberOf",), Direction.OUT)
TEXT = (
    "Each ally fears piracy. The allies together work on maritime security. "
    "Some allies are partners of South Korea. Every ally may become a partner of Japan. "
    "Each ally is a partner of France."
)


def manner(quantifier: str) -> tuple[Qualifier, ...]:
    return (Qualifier("office", "ally", False), Qualifier("quantifier", quantifier, False))


@pytest.fixture
def told(world: Store) -> Store:
    made = Telling(TEXT, "/news/each.txt", "2024-05-01")
    made.says(NATO, "concernedBy", PIRACY, "Each ally fears piracy", qualifiers=manner("each"),
              time="2020/..")  # fmt: skip
    made.says(NATO, "cooperatesOn", SECURITY, "The allies together work on maritime security",
              qualifiers=manner("collective"))  # fmt: skip
    made.says(NATO, "partnerOf", KOREA, "Some allies are partners of South Korea",
              qualifiers=manner("some"))  # fmt: skip
    made.says(NATO, "partnerOf", JAPAN, "Every ally may become a partner of Japan",
              qualifiers=manner("each"), status=Status.POSSIBLE)  # fmt: skip
    made.says(NATO, "partnerOf", FRANCE, "Each ally is a partner of France",
              qualifiers=manner("each"))  # fmt: skip
    made.introduces("Threat", "piracy")
    world.apply(Change(put=(made.statements(),)))
    return world


def facts(
    store: Store, id_: str, relation: Relation = ANY, through: Relation | None = MEMBERS
) -> set[tuple[str, str, str]]:
    link = Link(LinkName.FACTS, relation, through=through)
    columns = tuple(map(Field, ("subject", "predicate", "object")))
    plan = Find(
        Kind.ENTITY,
        (Nested(link, columns), Count(link)),
        Compare("id", Operator.EQ, id_),
    )
    (((rows, more), count),) = store.run(plan).rows
    assert not more
    assert len(rows) == count
    return {(subject, predicate, object_) for subject, predicate, object_ in rows}


def spread(store: Store, id_: str, relation: Relation = ANY) -> set[tuple[str, str, str]]:
    """What a group's facts add."""
    own = facts(store, id_, relation, None)
    found = facts(store, id_, relation)
    assert own <= found
    return found - own


FEARS = (NATO, "concernedBy", PIRACY)
MAY_PARTNER = tuple(sorted((NATO, JAPAN)))


def test_what_is_said_of_each_is_a_members_too_and_names_the_group(told: Store) -> None:
    possible = (MAY_PARTNER[0], "partnerOf", MAY_PARTNER[1])
    # Not that each is a partner of France: nobody is a partner of itself.
    assert spread(told, FRANCE) == {FEARS, possible}
    assert spread(told, NATO) == set()
    assert spread(told, KOREA) == set()


def test_the_relation_restricts_what_is_spread(told: Store) -> None:
    assert spread(told, FRANCE, Relation()) == {FEARS}
    planned = replace(ANY, modalities=(Modality.POSSIBLE,))
    assert spread(told, FRANCE, planned) == {(MAY_PARTNER[0], "partnerOf", MAY_PARTNER[1])}
    assert spread(told, FRANCE, replace(ANY, predicates=("memberOf",))) == set()
    assert spread(told, FRANCE, replace(ANY, direction=Direction.IN, symmetric=())) <= {
        (MAY_PARTNER[0], "partnerOf", MAY_PARTNER[1])
    }
    assert spread(told, FRANCE, replace(ANY, predicates=("concernedBy",),
                                        direction=Direction.OUT)) == {FEARS}  # fmt: skip
    assert FEARS not in spread(told, FRANCE, replace(ANY, as_of=day("2019-01-01")))
    assert FEARS in spread(told, FRANCE, replace(ANY, as_of=day("2021-01-01")))


def test_membership_must_have_held(told: Store) -> None:
    late = Link(LinkName.FACTS, ANY, through=replace(MEMBERS, as_of=day("1948-01-01")))
    plan = Find(Kind.ENTITY, (Count(late),), Compare("id", Operator.EQ, FRANCE))
    ((count,),) = told.run(plan).rows
    assert count == len(facts(told, FRANCE, ANY, None))


def test_what_is_retracted_is_not_spread_and_merged_members_have_it(told: Store) -> None:
    made = Judgement(KOREA, FRANCE, Verdict.SAME, "ann", "2024-01-01T00:00:00Z")
    told.apply(Change(judge=(made,)))
    (canonical,) = {FRANCE, KOREA} - {max(FRANCE, KOREA)}
    assert FEARS in spread(told, canonical)
    told.apply(Change(withdraw=(made.id,)))
    (each,) = (
        row[0]
        for row in told.run(Find(Kind.EVIDENCE, (Field("id"), Field("quote")))).rows
        if row[1] == "Each ally fears piracy"
    )
    judged = Judgement(EntityId(each), EntityId(""), Verdict.RETRACTED, "ann", made.when)
    told.apply(Change(judge=(judged,)))
    assert FEARS not in spread(told, FRANCE)


def test_other_links_lead_through_no_groups(world: Store) -> None:
    for link in (
        Link(LinkName.RELATED, ANY, through=MEMBERS),
        Link(LinkName.FACTS, ANY, through=ANY),
    ):
        with pytest.raises(UsageError):
            world.run(Find(Kind.ENTITY, (Count(link),)))
