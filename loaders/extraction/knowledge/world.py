"""What the extractor knows of the ontology, arranged for looking up while reading."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from graph.statements import EntityId, fold_name
from loaders.extraction.knowledge.fought import works_against
from loaders.extraction.knowledge.references import References
from loaders.extraction.knowledge.regions import Regions
from loaders.extraction.knowledge.secured import safeties
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.names.gazetteer import Sense
from loaders.extraction.text.spelling import spelt
from ontology.lexicon import Head, Lexicon, Part, Slot
from ontology.model import Ontology

_WITH = "with"
"""The slot of those with whom something is done."""

_Wish: TypeAlias = tuple[frozenset[str], str | None, str | None, bool]


class World:
    """Types, relations and word lists of the ontology, by key."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.lexicon: Lexicon = ontology.lexicon
        self.heads = self._by_noun(self.lexicon.heads)
        self.labelled = {
            (class_name, fold_name(entity.label)): EntityId(iri)
            for iri, entity in ontology.entities.items()
            for class_name in entity.types
        }
        """Known entities by class and label."""
        told = self.lexicon.told
        self.paired_heads = {
            noun: mine
            for noun, heads in self.heads.items()
            if (mine := [head for head in heads if head.class_name in told])
        }
        """The heads of classes whose parties tell them, by noun."""
        self.happening_heads = {
            noun: mine
            for noun, heads in self.heads.items()
            if (
                mine := [
                    head
                    for head in heads
                    if not head.proper
                    and ontology.is_a((head.class_name,), self.lexicon.happenings)
                ]
            )
        }
        """The heads of events that may have no name, by noun."""
        self.premises = self._by_noun(self.lexicon.premises)
        """The heads of bodies and sites that are told by their place."""
        self.stationary = frozenset({*self.happening_heads, *self.premises})
        """Nouns of what is somewhere."""
        self.anaphors = {
            noun: anaphor for anaphor in self.lexicon.anaphors for noun in sorted(anaphor.nouns)
        }
        role = self.lexicon.role
        self.generics = role("Generic")
        self.phrasal = role("Phrasal", Part.VERB)
        self.another, self.styled = role("Another"), role("Styled")
        self.collectives = role("Collective")
        """Nouns in the singular for several together: "X and Y, a *trio*"."""
        self.containers = role("Container")
        self.delegates = role("Delegate") | role("Office")
        self.offices = role("Office")
        self.issuing = role("Issuing", Part.VERB)
        self.commanding = role("Commanding", Part.VERB)
        self.titles = self.offices | role("Courtesy")
        """What may stand before a person's name, and is no part of it."""
        self.particles = role("Particle", Part.PHRASE)
        """Small words inside people's names: "de", "von"."""
        self.vague = role("Vague", Part.ADJECTIVE)
        self.sided = role("Sided", Part.ADJECTIVE)
        self.mandating = role("Mandating", Part.VERB)
        self.scope = role("Scope", Part.ADJECTIVE)
        """What says how far, how good or whose something is, and not what it is."""
        self.wished = role("Wished", Part.ADJECTIVE)
        """How a place is wished to be: "a *free* X"."""
        self.keeping = role("Keeping", Part.VERB)
        """Verbs of what is to go on as it is: "X *remains* open"."""
        self.wishing = role("Wishing", Part.VERB), role("Wishing", Part.ADJECTIVE)
        """Verbs and adjectives of who wants something to be so: "*wants* X to stay open"."""
        self.bidding = role("Bidding", Part.AUXILIARY), role("Bidding", Part.VERB)
        """Auxiliaries and verbs of what is due: "*must* be respected", "*needs* to be"."""
        worked = {
            c for h in self.lexicon.heads if h.verbs for c in (h.class_name, *h.object_classes)
        }
        alone = {h.class_name for h in self.lexicon.heads if h.alone}
        self.issues = tuple(sorted(alone & worked))
        """Classes that single words name, of what is sought and what is feared."""
        topics = (e for e in ontology.entities.values() if ontology.is_a(e.types, self.issues))
        self.topical = frozenset(
            word
            for topic in topics
            for label in (topic.label, *topic.alternative)
            for word in label.lower().split()
        )
        """Words of which the names of topics are made."""
        self.bearing, self.bearing_verbs = role("Bearing"), role("Bearing", Part.VERB)
        self.coming, self.set_in = role("Coming"), role("SetIn")
        self.views, self.aids = role("View"), role("Aided", Part.PREPOSITION)
        self.pressing = role("Pressing", Part.PREPOSITION)
        self.defying = role("Defying", Part.PREPOSITION)
        self.moving, self.aiding = role("Moving", Part.VERB), role("Aiding", Part.VERB)
        self.needing, self.spent = role("Needing"), role("Spent")
        self.traits, self.prized = role("Trait"), role("Prized", Part.ADJECTIVE)
        self.measuring = role("Measuring", Part.VERB)
        self.furthering = role("Furthering", Part.VERB)
        self.working = role("Working", Part.VERB)
        self.gerunds: dict[str, Head] = {
            verb: head for head in self.lexicon.heads for verb in sorted(head.verbs)
        }
        self.sought = tuple(sorted({head.class_name for head in self.gerunds.values()}))
        """The classes of what is sought or worked on."""
        self.feared = tuple(c for c in self.issues if c not in self.sought)
        """The classes of other single words: what is feared."""
        self.work_against = works_against(ontology, self.gerunds, self.sought, self.feared)
        self.blows = frozenset(
            word
            for cue in self.lexicon.cues
            if cue.part is Part.NOUN and cue.predicate in self.lexicon.one_sided
            for word in cue.words
        )
        """Nouns of what one does to another."""
        self.safeties = safeties(ontology, role("Safety"), self.sought)
        self.bonds, self.doings = role("Bond"), role("Doing")
        self.person = self.lexicon.person
        self.exemplifiers = role("Exemplifier", Part.PHRASE)
        self.exemplified = frozenset(ontology.in_role("coverage") + ontology.in_role("interest"))
        """Predicates of what has examples that are true of these too: "works on X, *such as Y*"."""
        self.joining = [tuple(p.split()) for p in sorted(role("Joining", Part.PHRASE))]
        """Words, as they follow each other, that add an item to a list: "along with"."""
        self.listing = role("Listing", Part.VERB)
        self.locative = role("Locative", Part.PREPOSITION)
        self.speaking = role("Attribution", Part.VERB)
        self.telling = self.speaking | role("Talking", Part.VERB)
        self.marking = role("Marking", Part.VERB)
        self.accompanied = role("Accompanied", Part.ADJECTIVE)
        self.speech_phrases = role("Attribution", Part.PHRASE)
        self.fixed_phrases = self.speech_phrases | role("Fixed", Part.PHRASE)
        person = ontology.classes.get(self.person or "")
        self.actors: tuple[str, ...] = tuple(
            name
            for name in (person.superclasses if person else ())
            if not ontology.classes[name].parents
        )
        """The top classes of people: who can speak, act and be spoken of as "they"."""
        self.referable = tuple(
            sorted({*self.actors, *(c for a in self.lexicon.anaphors for c in a.classes)})
        )
        """Classes of what pronouns and definite nouns may take up."""
        self.bodies = frozenset(
            label.lower().removeprefix("the ")
            for entity in ontology.entities.values()
            if ontology.is_a(entity.types, self.actors)
            and not ontology.is_a(entity.types, (self.person or "",))
            for label in (entity.label, *entity.alternative)
        )
        """The names of states, groups and bodies, in lower case without article."""
        self.friends = role("Friend")
        self.fearing = self.lexicon.owned & self.lexicon.attitudes
        """Predicates of who fears somebody."""
        self.hollow = role("Hollow")
        self.party, self.ranked = role("Party"), role("Portfolio") | role("Party", Part.ADJECTIVE)
        self.parts = role("Part")
        self.placing = role("Placing", Part.VERB)
        self.people = role("People") | role("Office")
        self.voices = role("Voice")
        self.counted, self.fellows = role("Counted"), role("Fellow")
        self.perils = role("Peril")
        self.members, self.public = role("Constituent"), role("Public")
        self.arms, self.sending = role("Arm"), role("Arm", Part.VERB)
        self.stirring = role("Stirring", Part.VERB)
        self.reaching = role("Reaching", Part.VERB)
        self.striking = role("Striking", Part.VERB)
        self.holding, self.posing = role("Holding", Part.VERB), role("Posing", Part.VERB)
        self.helping = role("Helping", Part.VERB)
        self.backing, self.backed = role("Backing", Part.VERB), role("Backing")
        self.statehood, self.heeding = role("Statehood"), role("Heeding", Part.VERB)
        self.reproving = role("Reproving", Part.VERB)
        self.fighting, self.dreads = role("Fighting", Part.VERB), role("Fighting")
        self.suspecting = role("Suspecting", Part.VERB)
        self.undertakings = role("Undertaking")
        self.treating = role("Treating", Part.VERB)
        """What projects do with their fields: "the projects *deal with* X"."""
        self.worries, self.raising = role("Worry"), role("Valuing", Part.VERB)
        self.felt, self.faring = role("Felt"), role("Faring")
        self.empty, self.designs = role("Empty"), role("Design")
        self.naming = role("Naming", Part.VERB)
        self.deeds = role("Deed")
        self.inflicted = role("Inflicted")
        self.moves = role("Doing") | role("Move")
        self.done = self.inflicted | self.moves
        """Nouns for what somebody does: "carried out a *test*"."""
        self.idioms = frozenset(word for word in self.lexicon.cued(Part.VERB) if " " in word)
        """Verbs with the word that belongs to them: "take part"."""
        self.uttered = role("Uttered")
        self.offered = role("Offered")
        self.means, self.assets = role("Means"), role("Asset")
        self.wielding = role("Wielding", Part.VERB)
        self.joined_works = frozenset(
            cue.predicate
            for cue in self.lexicon.cues
            if any(slot == _WITH for _, slot in cue.qualifiers)
        )
        """Predicates of what is done with others."""
        self.proposing = role("Proposing", Part.VERB)
        self.proposals = role("Proposing")
        bodies = (
            noun
            for noun, anaphor in self.anaphors.items()
            if all(ontology.is_a((c,), self.actors) for c in anaphor.classes)
        )
        # A "security organization" is a body, and no field.
        self.about = self.containers | self.generics.difference(bodies) | role("Bearing")
        self.barred_verbs, self.barred_nouns = role("Barrier", Part.VERB), role("Barrier")
        self.barred_words = role("Barrier", Part.ADJECTIVE) | role("Barrier", Part.PREPOSITION)
        self.undoing, self.lapsing = role("Undoing", Part.VERB), role("Lapsing", Part.VERB)
        self.uncounted = role("Uncounted")
        self.originating = role("Originating", Part.VERB)
        self.concluding, self.signing = role("Concluding", Part.VERB), role("Signing", Part.VERB)
        self.ratifying = role("Ratifying") | role("Ratifying", Part.VERB)
        self.alike = role("Alike", Part.ADJECTIVE)
        self.kindred = role("Alike", Part.NOUN)
        self.building, self.firms = role("Building", Part.VERB), role("Firm")
        self.made = tuple(
            sorted(
                {
                    head.class_name
                    for noun in role("Hardware")
                    for head in self.heads.get(noun, ())
                    if not (head.proper or head.adjectives)
                }
            )
        )
        self.likeness, self.likened = role("Likeness"), role("Likeness", Part.ADJECTIVE)
        self.convening = role("Convening", Part.VERB)
        self.hosting, self.hosted = role("Hosting", Part.VERB), role("Hosting")
        self.achieving = role("Achieving", Part.VERB)
        self.noun_triggers = self.lexicon.cued(Part.NOUN)
        self.ties = frozenset(
            word
            for cue in self.lexicon.cues
            if cue.part is Part.NOUN and cue.predicate in ontology.symmetric
            for word in cue.words
        )
        """Nouns of what ties actors to each other: "partnership", "cooperation"."""
        self.charging = role("Charging", Part.VERB)
        self.stipulating = role("Stipulating", Part.VERB) | role("Stipulating", Part.PHRASE)
        self.binding = role("Binding", Part.VERB)
        self.envisaged = role("Envisaged")
        self.deploring = role("Deploring", Part.VERB)
        self.urging, self.urged = role("Urging", Part.VERB), role("Urging")
        self.sharing = role("Sharing", Part.VERB)
        self.granting = frozenset(
            word.split()[0]
            for cue in self.lexicon.cues
            for word in cue.words
            if cue.part is Part.VERB and Slot.RECIPIENT in {*cue.subject.slots, *cue.object.slots}
        )
        """Verbs with an object and somebody who is given it."""
        self.told_acts = frozenset(
            word for cue in self.lexicon.cues if Slot.ACT in cue.object.slots for word in cue.words
        )
        """Verbs and phrases that tell an event by themselves: "meet", "hold talk"."""
        self.meeting = frozenset(act.split()[0] for act in self.told_acts)
        """Verbs with which those begin."""
        self.dealings = frozenset(
            {act.rpartition(" ")[2] for act in self.told_acts if " " in act}
            | set(self.happening_heads)
            | set(self.paired_heads)
        )
        """Nouns of what two do with each other: "talk", "summit", "agreement"."""
        self.texts = self.lexicon.texts
        """Classes of texts, for which their authors stand."""
        kept = (*self.actors, *self.lexicon.settings)
        self.entitling = {
            noun: tuple(
                h.class_name for h in heads if h.proper and not ontology.is_a((h.class_name,), kept)
            )
            for noun, heads in self.heads.items()
        }
        """What a noun makes of a name beside it, by which it may be called again: an event, a text,
        or something made or run. A body keeps its noun: "the *Horizon Centre*" is no "Horizon"."""
        self.reciprocal = role("Reciprocal", Part.ADJECTIVE)
        self.fits = lru_cache(maxsize=65536)(ontology.is_a)
        self._wanted: dict[_Wish, Wanted] = {}
        self.actor, self.text = self.want(self.actors), self.want(self.texts)
        self.polity = self.want(self.lexicon.polities)
        self.retakable = self.want(self.referable)
        self.happening = self.want(self.lexicon.happenings)
        self.facts = References(ontology, self.actors, self.fits, self.is_person)
        self.regions = Regions(ontology, self.lexicon.settings, self.facts.located)

    def _by_noun(self, heads: Iterable[Head]) -> dict[str, list[Head]]:
        """Heads by each of their nouns, in every spelling."""
        found: dict[str, list[Head]] = {}
        for head in heads:
            for noun in sorted(spelt(head.nouns, self.lexicon.spellings)):
                found.setdefault(noun, []).append(head)
        return found

    def want(
        self,
        classes: tuple[str, ...],
        *,
        opened: str | None = None,
        made: str | None = None,
        owner: bool = False,
    ) -> Wanted:
        """What a wish for classes is, with what a cue makes of other words: see `Wanted`."""
        wish = frozenset(classes), opened, made, owner
        known = self._wanted.get(wish)
        if known is None:
            known = self._wanted[wish] = Wanted(classes, opened, made, owner, self.ontology.is_a)
        return known

    def may_act(self, senses: Iterable[Sense]) -> bool:
        """Whether one of a name's senses is an actor."""
        return any(self.fits(sense.types, self.actors) for sense in senses)

    def is_body(self, types: tuple[str, ...]) -> bool:
        """Whether it may act and is no person."""
        return self.actor.fits(types) and not self.is_person(types)

    def is_public(self, iri: str, types: tuple[str, ...]) -> bool:
        """Whether it is a polity, or a group of them: for whom somebody says "we"."""
        return self.polity.fits(types) or self.facts.is_group(iri)

    def is_text(self, noun: str) -> bool:
        """Whether it is a noun for texts: "pact", "strategy"."""
        return any(self.fits((head.class_name,), self.texts) for head in self.heads.get(noun, ()))

    def are_polities(self, classes: Iterable[str]) -> bool:
        """Whether all of `classes` are of states and their like."""
        return all(self.polity.fits((c,)) for c in classes)

    def is_post(self, noun: str) -> bool:
        """Whether a noun ends the names of offices or bodies: "director", "center"."""
        heads = self.heads.get(noun, ())
        return noun in self.offices or any(self.fits((h.class_name,), self.actors) for h in heads)

    def is_person(self, types: tuple[str, ...]) -> bool:
        return self.person is not None and self.fits(types, (self.person,))
