"""The reference as shipped: complete, dated, sourced, and no name for two entities."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

import pytest

from graph.statements.time import OPEN_END, OPEN_START, interval
from ontology.generate.country import FACT_SOURCE, ISO_SOURCE
from ontology.load import load_ontology
from ontology.model import Ontology, ReferenceEntity, ReferenceFact
from ontology.vocabulary import ID, TOPIC

PARTNERS = {"australia", "japan", "new-zealand", "south-korea"}
SUMMITS = {
    "2021-brussels-summit": ("2021-06-14", "2021-06-14", {"place/brussels", "belgium"}),
    "2022-madrid-summit": ("2022-06-29", "2022-06-30", {"place/madrid", "spain"}),
    "2023-vilnius-summit": ("2023-07-11", "2023-07-12", {"place/vilnius", "lithuania"}),
    "2024-washington-summit": (
        "2024-07-09",
        "2024-07-11",
        {"place/washington-d-c", "united-states"},
    ),
    "2025-hague-summit": ("2025-06-24", "2025-06-25", {"place/the-hague", "netherlands"}),
}


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


def local(iri: str) -> str:
    return iri.removeprefix(str(ID)).removeprefix(str(TOPIC))


def fold(label: str) -> str:
    """A label as texts are compared with it: case, accents and hyphens folded."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", label) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[-‐-―]", " ", plain.casefold().replace("’", "'")).split())


def spelt(label: str) -> str:
    """A label with case and hyphens folded: Erdogan and Erdoğan are two spellings."""
    return " ".join(re.sub(r"[-‐-―]", " ", label.casefold()).split())


def facts(ontology: Ontology, predicate: str, object_: str) -> list[ReferenceFact]:
    return [f for f in ontology.facts if f.predicate == predicate and local(f.object) == object_]


def members(ontology: Ontology, group: str) -> set[str]:
    """Those who belong to `group` still, as far as the reference knows."""
    return {
        local(fact.subject)
        for fact in facts(ontology, "memberOf", group)
        if interval(fact.time).end == OPEN_END
    }


def of_class(ontology: Ontology, *names: str) -> Iterable[ReferenceEntity]:
    return (one for one in ontology.entities.values() if ontology.is_a(one.types, names))


def test_nato_has_32_members_each_with_a_sourced_date_of_accession(ontology: Ontology) -> None:
    accessions = facts(ontology, "memberOf", "nato")
    assert len(accessions) == len({fact.subject for fact in accessions}) == 32
    for fact in accessions:
        assert fact.source, fact
        assert re.fullmatch(r"\d{4}-\d\d-\d\d/\.\.", fact.time or ""), fact
    dates = {local(fact.subject): fact.time for fact in accessions}
    assert dates["finland"] == "2023-04-04/.."
    assert dates["sweden"] == "2024-03-07/.."


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("indo-pacific-partners", PARTNERS),
        ("quad", {"australia", "india", "japan", "united-states"}),
        ("aukus", {"australia", "united-kingdom", "united-states"}),
        (
            "five-eyes",
            {"australia", "canada", "new-zealand", "united-kingdom", "united-states"},
        ),
    ],
)
def test_small_groups_have_their_members_from_a_source(
    ontology: Ontology, group: str, expected: set[str]
) -> None:
    assert members(ontology, group) == expected
    assert all(fact.source for fact in facts(ontology, "memberOf", group))


@pytest.mark.parametrize(
    ("group", "count"), [("european-union", 27), ("asean", 11), ("g7", 7), ("g20", 21), ("sco", 10)]
)
def test_organizations_have_as_many_members_as_they_say(
    ontology: Ontology, group: str, count: int
) -> None:
    assert len(members(ontology, group)) == count


def test_the_united_kingdom_has_left_the_european_union(ontology: Ontology) -> None:
    left = [f for f in facts(ontology, "memberOf", "european-union") if "kingdom" in f.subject]
    assert [fact.time for fact in left] == ["1973/2020-01-31"]


@pytest.mark.parametrize("partner", sorted(PARTNERS))
def test_each_partner_has_an_itpp_of_its_own_that_replaces_its_ipcp(
    ontology: Ontology, partner: str
) -> None:
    new, old = f"nato-{partner}-itpp", f"nato-{partner}-ipcp"
    assert ontology.is_a(
        ontology.entities[str(ID) + new].types, ("IndividuallyTailoredPartnershipProgramme",)
    )
    for programme in (new, old):
        concluded = facts(ontology, "partyTo", programme)
        assert {local(fact.subject) for fact in concluded} == {"nato", partner}
        assert all(fact.source for fact in concluded)
        spans = {interval(fact.time) for fact in concluded}
        assert len(spans) == 1
        assert spans.pop().end >= interval("2023-07").start, "in force until it was replaced"
    replaced = facts(ontology, "replaces", old)
    assert [local(fact.subject) for fact in replaced] == [new]
    assert replaced[0].source


@pytest.mark.parametrize("partner", sorted(PARTNERS))
def test_nato_is_a_partner_of_each(ontology: Ontology, partner: str) -> None:
    assert [local(f.subject) for f in facts(ontology, "partnerOf", partner)] == ["nato"]


@pytest.mark.parametrize("name", sorted(SUMMITS))
def test_summits_of_nato_have_days_and_places_from_a_source(ontology: Ontology, name: str) -> None:
    start, end, places = SUMMITS[name]
    summit = ontology.entities[str(ID) + name]
    assert summit.properties["startDate"] == (start,)
    assert summit.properties["endDate"] == (end,)
    located = [f for f in ontology.facts if f.predicate == "locatedIn" and f.subject == summit.iri]
    assert {local(fact.object) for fact in located} == places
    held = facts(ontology, "organizes", name)
    assert [local(fact.subject) for fact in held] == ["nato"]
    assert all(fact.source for fact in [*located, *held])


def test_the_strategic_concept_of_2022_replaces_that_of_2010(ontology: Ontology) -> None:
    replaced = facts(ontology, "replaces", "nato-2010-strategic-concept")
    assert [local(fact.subject) for fact in replaced] == ["nato-2022-strategic-concept"]
    adopted = facts(ontology, "adopts", "nato-2022-strategic-concept")
    assert adopted[0].qualifiers == (("at", str(ID["2022-madrid-summit"])),)


def test_no_visible_name_stands_for_two_entities(ontology: Ontology) -> None:
    """But for what is both feared and worked on, such as climate change: the predicate tells."""
    owners: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for entity in ontology.entities.values():
        for label in (entity.label, *entity.alternative):
            owners[fold(label), "Threat" in entity.types].add(entity.iri)
    assert {name: who for name, who in owners.items() if len(who) > 1} == {}


def test_no_entity_bears_a_name_twice(ontology: Ontology) -> None:
    for entity in ontology.entities.values():
        names = [spelt(n) for n in (entity.label, *entity.alternative, *entity.hidden)]
        assert len(names) == len(set(names)), entity.iri


def test_every_issue_is_about_a_topic(ontology: Ontology) -> None:
    topics = {entity.iri for entity in of_class(ontology, "Topic")}
    about: dict[str, set[str]] = defaultdict(set)
    for fact in ontology.facts:
        if fact.predicate == "about":
            about[fact.subject].add(fact.object)
    issues = list(of_class(ontology, "Threat", "Interest"))
    assert len(issues) > 250
    for issue in issues:
        assert about[issue.iri], issue.iri
        assert about[issue.iri] <= topics, issue.iri


@pytest.mark.parametrize(
    ("threat", "interest"),
    [
        ("cyberattacks", "cybersecurity"),
        ("disinformation", "countering-disinformation"),
        ("terrorism", "counter-terrorism"),
        ("economic-coercion", "countering-economic-coercion"),
        ("proliferation-of-weapons-of-mass-destruction", "non-proliferation"),
        ("piracy", "counter-piracy"),
        ("illegal-fishing", "combating-illegal-fishing"),
    ],
)
def test_a_threat_meets_the_interest_that_counters_it(
    ontology: Ontology, threat: str, interest: str
) -> None:
    topics = {
        issue: {f.object for f in ontology.facts if f.predicate == "about" and f.subject == issue}
        for issue in (str(ID[threat]), str(ID[interest]))
    }
    assert topics[str(ID[threat])] & topics[str(ID[interest])]


def test_topics_end_in_a_top_one(ontology: Ontology) -> None:
    above = {f.subject: f.object for f in ontology.facts if f.predicate == "broader"}
    for topic in of_class(ontology, "Topic"):
        seen, at = {topic.iri}, topic.iri
        while at in above:
            at = above[at]
            assert at not in seen, f"{topic.iri} is above itself"
            seen.add(at)


def test_issues_are_named_in_both_spellings(ontology: Ontology) -> None:
    for issue in of_class(ontology, "Threat", "Interest"):
        names = {fold(name) for name in (issue.label, *issue.alternative, *issue.hidden)}
        for british, american in (("defence", "defense"), ("isation", "ization")):
            for name in names:
                assert name.replace(british, american) in names, f"{issue.iri}: {name}"


def test_every_source_is_an_address_or_a_package_in_its_version(ontology: Ontology) -> None:
    for fact in ontology.facts:
        source = fact.source
        assert source is None or source in {ISO_SOURCE, FACT_SOURCE} or "://" in source, fact


def test_every_time_is_edtf_and_says_something(ontology: Ontology) -> None:
    for fact in ontology.facts:
        span = interval(fact.time)
        assert fact.time is None or (span.start, span.end) != (OPEN_START, OPEN_END), fact
        assert span.start < span.end, fact


def test_no_statement_is_made_twice(ontology: Ontology) -> None:
    stated = [(f.subject, f.predicate, f.object, f.time, f.source) for f in ontology.facts]
    assert len(stated) == len(set(stated))
