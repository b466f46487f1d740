"""The lexicon: how predicates, statuses and denials are put in words.

Compiled from the `lex:` terms of the Turtle by `ontology.cues`; extractors
read it, nothing else does. Words are lemmas in lower case; a trigger of
several words is one string with single spaces. Docs: docs/ontology.md, "Cues".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Part(StrEnum):
    """The part of speech in which a word is listed, as the Turtle names it."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PREPOSITION = "preposition"
    AUXILIARY = "auxiliary"
    PHRASE = "phrase"
    NAME = "name"
    """Not words: anything that the ontology names and that is of the classes listed."""


class Slot(StrEnum):
    """The grammatical slots of a trigger; any other slot name is a preposition."""

    SUBJECT = "subject"
    """Who does it, in active, passive, relative and controlled clauses alike."""
    OBJECT = "object"
    """What it is done to, likewise."""
    RECIPIENT = "recipient"
    """Who is given the object: "sent X tanks"."""
    NAMED = "named"
    """What it is done to, if its own name stands there: nothing that a noun stands for."""
    POSSESSOR = "possessor"
    """A noun's owner: "Russia's war", "Russian war", "NATO support"."""
    GENITIVE = "genitive"
    """A noun's owner in the genitive alone: "*Russia's* war", not "Russian war"."""
    BEARER = "bearer"
    """Who a noun is said of: "X has concerns", "X is a member", "X, a member"."""
    HOLDER = "holder"
    """A bearer that has the noun and is not it: "X has partners"."""
    SUFFERER = "sufferer"
    """Who faces what a noun says, or says that he does: "X faces threats from Y"."""
    MAKER = "maker"
    """Whose text it is where a passive names nobody: "the *NATO* concept, adopted in 2022"."""
    HALTER = "halter"
    """Who ends or withholds it: "X suspends aid to Y"."""
    TIED = "tied"
    """The parties of the tie that has it: "the partnership between X and Y rests on trust"."""
    SHARER = "sharer"
    """Who shares or backs what is another's: "X shares Y's belief"."""
    MOVED = "moved"
    """Whom a feeling moves: "fear of Y drives X", "driven by fear of Y, X"."""
    STIRRER = "stirrer"
    """What makes somebody feel what a noun says: "X raised fears", "fears were stirred by X"."""
    CALLERS = "callers"
    """Who has talks in a clause, and with whom: "after talks with Y, X said"."""
    AIDED = "aided"
    """Who does something with what a noun names: "with the help of Y, X holds on"."""
    PRESSED = "pressed"
    """Who acts amid what a noun names: "amid Y's drills, X sends ships"."""
    DEFYING = "defying"
    """Who goes on despite what a noun names: "despite Y's protests, X sends ships"."""
    HELPER = "helper"
    """Who helps others to do it: "X helps its partners to fight Y"."""
    VIEWER = "viewer"
    """Who says that something is it: "X sees Y as a threat", "X calls Y a threat"."""
    COPULA = "copula"
    """Who a noun is said to be: "X is a member", "X, a member", "X serves as a member"."""
    HEAD = "head"
    """The noun that the trigger modifies."""
    ACT = "act"
    """The event that the verb itself tells, named for those who meet: "X met Y"."""
    PRESENT = "present"
    """Those who meet there: the subject, object and counterpart of such a verb."""
    SIGNERS = "signers"
    """The parties that tell the agreement which the trigger heads: "a pact with X"."""
    DIRECT = "direct"
    """The object itself, nothing that it stands for: "joined NATO", not "joined NATO leaders"."""
    AUTHOR = "author"
    """Who acts in the clause that says in what it is said: "*in a statement*, X and Y urged"."""
    OCCASION = "occasion"
    """The event that the trigger's clause tells: "under X's auspices, Y and Z opened *talks*"."""
    GATHERING = "gathering"
    """The known event of those whom the verb or noun has come together, where it says it was:
    "joined NATO leaders in Madrid", "their presence at Vilnius"."""
    UNSAID = "unsaid"
    """Who furthers what a passive without an agent says is furthered: "X will be stepped up"."""
    SELF = "self"
    """The trigger's own phrase."""
    MODIFIER = "modifier"
    """Nouns and names put before a noun: "cyber cooperation"."""
    COMPLEMENT = "complement"
    """What a noun is said to be: "the priority is X"."""
    CLAUSE = "clause"
    """A dependent verb: "agreed to counter X"."""
    SEAT = "seat"
    """Whom the capital stands for in which something is felt: "alarm in Manila"."""
    PURPOSE = "purpose"
    """What a dependent infinitive furthers or acts against: "team up to fight X"."""
    CONTENT = "content"
    """Who acts in a dependent clause: "fear that X may attack"."""
    ATTENDED = "attended"
    """The event for which one is at the place that the preposition names: "in X *for talks*"."""
    ASKER = "asker"
    """Who asks others to do it: "*X* urged Y to cancel the pact"."""
    DISSUADER = "dissuader"
    """Who asks others not to do it: "*X* pressed Y not to sign", "warned Y against signing"."""
    WISHER = "wisher"
    """Who wants the place in whose clause the trigger is: "*X* wants a region in which the law is
    respected"."""
    WORKERS = "workers"
    """Who works together in the noun's clause: "the fields in which *X and Y* cooperate"."""
    SPOKEN = "spoken"
    """What was spoken of last, which the trigger's phrase is to: "declined the invitation"."""
    WORRIER = "worrier"
    """Who speaks or worries just before: "X warned of Y. Z is a *further worry*"."""
    SENT = "sent"
    """Likewise, to which the trigger's object goes where it is not said whither: "*also sent a
    frigate*"."""
    WHITHER = "whither"
    """Where one goes to do what the trigger says: "visits *X* to attend Y"."""
    PRIVY = "privy"
    """The known parties of the trigger's agreement, where the sentence names them."""
    BRACKETED = "bracketed"
    """What stands before the bracket in which the trigger is: "X (Japan)"."""
    LIST = "list"
    """What follows "include", "such as", a colon or a dash."""
    RENAMED = "renamed"
    """Who was named before an office that stands for him: "Ann Lee left. *The minister* …"."""
    APPOSITIVE = "appositive"
    """A name beside the trigger: "Prime Minister Fumio Kishida"."""
    DUBBED = "dubbed"
    """The name after those whom the trigger ties: "the alliance of A and B (*X*)"."""
    PLACED = "placed"
    """What is said to stand where the trigger is: "X is at the heart of the *agenda*"."""
    MUTUAL = "mutual"
    """Each other: the subjects in pairs."""
    COORDINATE = "coordinate"
    """What is coordinated before the head: "X and other threats"; before the trigger itself, if it
    is "other" or "fellow": "X and other members"."""
    FELLOW = "fellow"
    """Who is one of them as well: "*X* urged *fellow members*", "like *other members*, X"."""
    GATHERED = "gathered"
    """The list that the trigger's name sums up: "*X and Y*, the Quad,", "*X and Y* (the G2)"."""
    BEFRIENDED = "befriended"
    """Who does something to friends that are called nobody's: "X urged *allies* such as Y"."""
    SUM = "sum"
    """What the trigger's own name says, whatever list it sums up."""
    SEEKER = "seeker"
    """Who is on the way to what the trigger names: "*X's* path to membership"."""
    SPECIFIED = "specified"
    """Those listed after what is said of the trigger: "its members are all islands: *X, Y*"."""
    ENCLOSING = "enclosing"
    """What a list in brackets or after a dash breaks up: "*hybrid threats* (sabotage, piracy)"."""
    GOVERNED = "governed"
    """The object of the clause that a participle belongs to: "signed *a pact* with X, covering"."""
    OWNER = "owner"
    """Whose the noun is that the trigger modifies: "X's homegrown missile"."""
    JOINED = "joined"
    """Those whose names hyphens join before a noun: "the *Japan–EU* summit"."""
    HYPHENED = "hyphened"
    """The name that a hyphen joins to the trigger: "X-based"."""
    LABEL = "label"
    """What the label before the colon names: "Maritime security: issues like X"."""
    PARTIES = "parties"
    """The actors last named together, for a noun that needs several: "Talks centred on X"."""
    IMPERSONAL = "impersonal"
    """Likewise, for a subject of its clause that is nobody's: "Cooperation is growing in X"."""
    GIVEN = "given"
    """What was last named that fits, where the trigger leaves it out: "they will attend"."""
    KNOWN = "known"
    """What reference facts of the predicate name for the other end: "Prime Minister X"."""
    REACHED = "reached"
    """To whom what the trigger names comes: "X's *aid* went to Y"."""
    STRUCK = "struck"
    """Whom what the trigger names hits: "X's *sanctions* hit Y"."""
    ACTING = "acting"
    """Who acts in the clause that the trigger stands in, whatever the verb."""
    TOPIC = "topic"
    """What the governing heading, label or question is about."""
    AMOUNT = "amount"
    """For a qualifier in words: the figure in the trigger's phrase, "worth $2 billion"."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a cue: the slots, as alternatives, and what they may hold.

    The classes are those that fit: the predicate's domain or range, unless the cue narrows them.
    """

    slots: tuple[str, ...]
    classes: tuple[str, ...]
    opened: str | None = None
    """The class that phrases of any head have here, if nothing else types them."""
    made: str | None = None
    """The class of what names nothing known, where no other reading gives anything."""
    owner: bool = False
    """What an actor owns stands for the actor: "X's veto"."""
    fought: bool = False
    """What is feared stands for the work against it: "talks on *piracy*"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that signal a predicate, with the slots they fill.

    `name` is the predicate with the first word, for reports.
    """

    name: str
    predicate: str
    part: Part
    words: tuple[str, ...]
    subject: End
    object: End
    qualifiers: tuple[tuple[str, str], ...] = ()
    """Pairs of qualifier and the slot that fills it."""
    literals: tuple[tuple[str, str], ...] = ()
    """Pairs of qualifier and its fixed value."""
    polarity: str | None = None
    status: str | None = None
    confidence: float = 0.8
    represented: bool = False
    """A person in the subject acts for the polity whose office he holds."""
    fallback: bool = False
    """It counts only where no other cue relates anything to its object in the sentence."""
    about: tuple[str, ...] = ()
    """Classes, one of which the trigger's own object must have: what is built together."""
    denied: bool = False
    """It counts only where its trigger is denied: "does *not want* X"."""
    giving: bool = False
    """What the trigger's own object names is given: it counts for nothing if that is but said."""
    armed: bool = False
    """Its subject is told by its forces: "*Chadian troops* left X"."""
    arming: bool = False
    """The trigger's own object is forces: "keeps *a brigade* in X"."""
    grouped: bool = False
    """Its object has members by reference facts: "*founded* the bloc"."""
    vouched: bool = False
    """Reference facts say so of its subject, or of whom they relate to it: "*Turkish* drones"."""


@dataclass(frozen=True, slots=True)
class Manner:
    """Words that give what they govern a polarity or a status."""

    words: Mapping[Part, frozenset[str]] = field(hash=False)
    polarity: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """Head words that make a phrase something of a class.

    `alone`: the noun by itself is a name ("piracy"); else it needs a modifier.
    `proper`: the phrase must be a proper name ("the Camp David Summit"); with
    no nouns, it is the class of people's names. `verbs` make a gerund with an
    object of `object_classes` something of the class ("countering piracy").
    """

    class_name: str
    nouns: frozenset[str]
    alone: bool = False
    proper: bool = False
    adjectives: frozenset[str] = frozenset()
    """If there are any, one of them must be among the modifiers ("malicious activity")."""
    verbs: frozenset[str] = frozenset()
    object_classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Nouns that take up something named before: "the alliance", "both sides"."""

    nouns: frozenset[str]
    classes: tuple[str, ...]
    home: bool = False
    """It is the one that the document is about: "the government"."""
    grouped: bool = False
    """It has members: "the alliance"."""
    preferred: tuple[str, ...] = ()
    """Those of these classes before any others: "both leaders" are rather persons than bodies."""
    single: bool = False
    """It has no members: "the company"."""
    bound: bool = False
    """It is one body, and no mere partners of another: "the bloc"."""


@dataclass(frozen=True, slots=True)
class LabelCue:
    """Words of a heading or label that say what its items are to the governing actors."""

    name: str
    words: tuple[str, ...]
    predicate: str
    topic: bool = False
    """The subject is what the heading is about, not the actors it governs."""
    opened: str | None = None
    """The class that it gives items of any head."""
    inverse: bool = False
    """The items are the subjects, and what the heading is about is the object: "Members: X, Y"."""
    unnamed: bool = False
    """For labels that no cue knows, in what is written about a text."""
    classes: tuple[str, ...] = ()
    """Those of its items; none for what the predicate takes."""


@dataclass(frozen=True, slots=True)
class Paired:
    """A class whose instances are told by two `parties` (their classes), and the predicate that
    relates those to it."""

    class_name: str
    predicate: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """Words for a time counted from the document's date: `shift` in `unit`s."""

    phrase: str
    unit: str
    shift: int


@dataclass(frozen=True, slots=True)
class Affix:
    """Words at the edges of names of `classes` (any, if empty) that are no part of them.

    Dropped only where `least` words of the name are left.
    """

    classes: tuple[str, ...]
    leading: tuple[str, ...]
    trailing: tuple[str, ...]
    least: int = 1


@dataclass(frozen=True)
class Lexicon:
    """All cues of the ontology. `roles` are word lists by the local name of their class."""

    cues: tuple[Cue, ...] = ()
    manners: tuple[Manner, ...] = ()
    heads: tuple[Head, ...] = ()
    premises: tuple[Head, ...] = ()
    """Nouns of bodies and sites that are told, without a name, by their place."""
    anaphors: tuple[Anaphor, ...] = ()
    labels: tuple[LabelCue, ...] = ()
    circumstances: tuple[tuple[str, str], ...] = ()
    """Pairs of qualifier and slot that any cue's trigger may have."""
    relative_dates: tuple[RelativeDate, ...] = ()
    paired: tuple[Paired, ...] = ()
    memberships: frozenset[str] = frozenset()
    """Predicates whose object must be a group of its own, not a plural such as "democracies"."""
    attitudes: frozenset[str] = frozenset()
    faced: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    """Predicates that are said of whose the threat is, too."""
    willed: frozenset[str] = frozenset()
    """Predicates that say what somebody values or fears, whatever is done about it."""
    endangering: frozenset[str] = frozenset()
    """Predicates of which a region is the object by what is known as its security."""
    blaming: frozenset[str] = frozenset()
    """Predicates that are said of who wages a war where that is their object."""
    wars: tuple[str, ...] = ()
    """Classes of what those wage of whom a one-sided predicate is said."""
    one_sided: frozenset[str] = frozenset()
    """Predicates that hold one way only between two: who is attacked attacks nobody by fighting."""
    abilities: frozenset[str] = frozenset()
    """Predicates that are so of whoever is said to be able to."""
    polities: tuple[str, ...] = ()
    """Classes of those for whom their officials say "we"; groups of them do likewise."""
    texts: tuple[str, ...] = ()
    """Classes of texts whose authors hold what they say."""
    happenings: tuple[str, ...] = ()
    """Classes of events that are told by their place and those who are there: "talks in X"."""
    encounters: tuple[str, ...] = ()
    """Classes of those at which several meet, so that nobody is there alone."""
    settings: tuple[str, ...] = ()
    """Classes of where things happen."""
    relational: Mapping[str, str] = field(default_factory=dict, hash=False)
    """The predicate whose object of its owner a noun means: "the Swedish *capital*"."""
    pennants: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Whose the ships are whose names begin with a word: "*HMAS* Perth"."""
    quantifiers: Mapping[str, str] = field(default_factory=dict, hash=False)
    spellings: tuple[tuple[str, ...], ...] = ()
    affixes: tuple[Affix, ...] = ()
    roles: Mapping[str, Mapping[Part, frozenset[str]]] = field(default_factory=dict, hash=False)

    @property
    def person(self) -> str | None:
        """The class of people: that of proper names without a head noun."""
        return next((h.class_name for h in self.heads if h.proper and not h.nouns), None)

    @property
    def told(self) -> tuple[str, ...]:
        """The classes whose instances are told by their parties."""
        return tuple(paired.class_name for paired in self.paired)

    def cued(self, part: Part) -> frozenset[str]:
        """The words of all cues of a part of speech."""
        return frozenset(word for cue in self.cues if cue.part is part for word in cue.words)

    def role(self, name: str, part: Part = Part.NOUN) -> frozenset[str]:
        """The words listed as `part` under the role class `name`; none if it is not there."""
        return self.roles.get(name, {}).get(part, frozenset())
