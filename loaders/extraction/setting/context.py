"""What stands around a trigger rather than in its clause: labels, headings, what came before."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.statements import BlockKind
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import REACH, Sought
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import TENSED
from loaders.extraction.parse.tree import Tree
from loaders.extraction.reading.reader import Reader
from loaders.extraction.setting import fragments
from loaders.extraction.text.dates import is_month
from loaders.extraction.text.passage import Governance, Passage

_SURE = 0.75
_SPOKEN = 4
"""Sentences back to the event that an invitation or trip is to."""
_LABELLED = 6
"""Sentences back to those who do together what labels list."""
_MOST = 0.6
"""How much of a heading must be a name for it to be about that alone."""
_WHEN = frozenset({"after", "since", "before", "during", "until", "within"})
_MOMENTS = frozenset({"minute", "moment", "time", "person"})
_ASKED = re.compile(
    r"(?:q\w*\W+)?(?:\d+\W+)?(?:what|who) (?:exactly )?(?:is|are|was|were)\b", re.IGNORECASE
)
_DATE = re.compile(r"(?:[\w.]+ )?(?:[\w.]+ )?(?:19|20)\d\d\W*")
_DATED = re.compile(r"(?:[\w.]+ ){0,2}(?:19|20)\d\d\s*[-–—:]\s")
_IT = frozenset({"it", "that", "this"})


class Context:
    """The context of one trigger. `governed` holds what each governor names, nearest first."""

    def __init__(self, reader: Reader, trigger: int, governed: list[list[Filler]]) -> None:
        self._reader = reader
        self._trigger = trigger
        self._governed = governed
        self.used = False
        """Whether a governor filled a slot."""

    def topic(self, wanted: Wanted, skip: int = 0, titles: bool = False) -> list[Filler]:
        """What the nearest governor that names anything fitting is about; a title governs only
        fragments."""
        governors = tuple(reversed(self._reader.tree.passage.governors))
        for governor, topic in list(zip(governors, self._governed, strict=True))[skip:]:
            if (
                governor.kind is Governance.TITLE
                and not titles
                and not fragments.holds(self._reader, self._trigger)
            ):
                break
            fitting = [f for f in topic if wanted.fits(f.types)]
            if fitting:
                self.used = True
                return fitting
        if governors and (titles or fragments.holds(self._reader, self._trigger)):
            return [f for f in self._reader.discourse.protagonist if wanted.fits(f.types)]
        return []

    def actors(self, wanted: Wanted) -> list[Filler]:
        """Who does what an elliptical fragment says."""
        world = self._reader.world
        governors = self._reader.tree.passage.governors
        # A label on the same line says what is done ("Engage civil society: …"), not who does it.
        own = bool(governors) and governors[-1].kind is Governance.LABEL
        if own and (named := [f for f in self.label(world.actor) if wanted.fits(f.types)]):
            # A label that is a name says who does it.
            self.used = True
            return named
        found = self.topic(world.actor, skip=1 if own else 0, titles=True)
        if len(found) > 1 and self._reader.tree.tags[self._trigger] in TENSED:
            found = self._spoken_of() or found
        return [f for f in found if wanted.fits(f.types)]

    def label(self, wanted: Wanted) -> list[Filler]:
        """What the label names, if the name is most of it."""
        governors = self._reader.tree.passage.governors
        if not governors or governors[-1].kind is not Governance.LABEL or not self._governed:
            return []
        length = len(governors[-1].text)
        return [
            f
            for f in self._governed[0]
            if wanted.fits(f.types) and f.end - f.start >= length * _MOST
        ]

    def given(self, wanted: Wanted, noun: int | None = None) -> list[Filler]:
        """What was last named that fits, if nothing stands in the trigger's own places; `noun` is
        the trigger's own: "sent *weapons*"."""
        reader, trigger = self._reader, self._trigger
        tree = reader.tree
        passive = tree.child(trigger, "auxpass") is not None
        if _is_whole(tree, trigger):
            return []
        own = ("dobj", "ccomp", "xcomp", "agent") + (() if passive else ("nsubjpass",))
        said = [t for t in tree.kids(trigger, *own) if not self._is_idiom(t)]
        led = [*tree.kids(trigger, "prep", "dative"), *tree.kids(noun or trigger, "prep")]
        mutual = noun is not None and "other" in tree.lower[trigger:noun]
        if (
            mutual
            or said not in ([], [noun])
            or not all(_says_when(tree, p) or tree.lower[p] == "as" for p in led)
        ):
            return []
        whom = reader.world.fits(wanted.classes, reader.world.lexicon.polities)
        if whom and tree.deps[trigger] in ("conj", "appos"):
            # "condemned the invasion and *sent* arms": not to whom the sentence before was about;
            # "Ann Lee, the *prime minister*"
            return []
        # "What is X? A and B have joined."
        is_group = reader.world.facts.is_group
        themes = [f for f in reader.discourse.theme if wanted.fits(f.types) and is_group(f.entity)]
        found = [] if themes else self._named_before(wanted, many=False, others=whom)
        named = themes or [f for f in reader.discourse.protagonist if wanted.fits(f.types)]
        return found or [self._unnamed(f) for f in named]

    def _is_idiom(self, token: int) -> bool:
        """Whether a noun belongs to the trigger as one word does: "took *part*"."""
        tree, lemma = self._reader.tree, self._reader.tree.lemmas
        alone = tree.tags[token] == "NN" and not tree.children[token]
        return alone and f"{lemma[self._trigger]} {lemma[token]}" in self._reader.world.idioms

    def spoken(self, wanted: Wanted, reach: int = _SPOKEN) -> list[Filler]:
        """What was spoken of last that fits, as "the invitation" is to it."""
        return self._named_before(wanted, many=False, reach=reach)

    def unsaid(self, wanted: Wanted) -> list[Filler]:
        """Who acts where nobody is said to: the subject of the sentences before."""
        return self._named_before(wanted, many=None, reach=2, leading=True)

    def together(self, wanted: Wanted, reach: int) -> list[Filler]:
        """The actors that were last named together."""
        return self._named_before(wanted, many=True, reach=reach)

    def _named_before(
        self,
        wanted: Wanted,
        *,
        many: bool | None,
        reach: int = REACH,
        leading: bool = False,
        others: bool = False,
    ) -> list[Filler]:
        trigger, reader = self._trigger, self._reader
        place = reader.site.sentence(trigger), trigger
        sought = Sought(*place, wanted.fits, many, reach=reach, leading=leading or others)
        if others:
            # Of whom the sentences before are, and who acts here is another.
            subjects = reader.grammar.subjects(reader.tree, trigger)
            acting = {f.entity for f in reader.fillers(subjects, reader.world.actor)}
            sought = replace(sought, apt=lambda entity: entity not in acting)
        return [self._unnamed(f) for f in reader.discourse.find(sought)]

    def labelled(self, noun: int, wanted: Wanted) -> list[Filler]:
        """Who does what a fragment after a label says, where neither names anybody: "Procurement:
        more joint *purchases*"."""
        tree = self._reader.tree
        governors = tree.passage.governors
        if tree.heads[noun] != noun or not tree.is_noun(noun) or not governors:
            return []
        if governors[-1].kind is not Governance.LABEL or self._governed[0]:
            return []
        asked = any(
            g.kind is Governance.QUESTION and topic
            for g, topic in zip(reversed(governors), self._governed, strict=True)
        )
        if asked or tree.passage.kind in (BlockKind.TITLE, BlockKind.HEADING):
            return []
        return self.between(wanted) or self.under(wanted) or self.together(wanted, _LABELLED)

    def between(self, wanted: Wanted) -> list[Filler]:
        """The parties that the document's title tells, if they are several."""
        parties = [f for f in self._reader.discourse.parties if wanted.fits(f.types)]
        return [self._unnamed(f) for f in parties] if len(parties) > 1 else []

    def under(self, wanted: Wanted) -> list[Filler]:
        """The one that the nearest heading which names anything is, where it is that name alone:
        "Norway"; else the one group that the document is about."""
        governors = reversed(self._reader.tree.passage.governors)
        for governor, topic in zip(governors, self._governed, strict=True):
            if governor.kind is Governance.TITLE or not any(map(self._may_act, topic)):
                # "2. Cyber defence" names nobody.
                continue
            alone = len(topic) == 1 and topic[0].end - topic[0].start >= len(governor.text) * _MOST
            if not alone or governor.kind is not Governance.HEADING:
                break
            found = [f for f in topic if wanted.fits(f.types)]
            self.used |= bool(found)
            return found
        discourse, is_group = self._reader.discourse, self._reader.world.facts.is_group
        group = [f for f in discourse.protagonist if is_group(f.entity) and wanted.fits(f.types)]
        return [self._unnamed(f) for f in group] if discourse.parties in ((), tuple(group)) else []

    def _may_act(self, filler: Filler) -> bool:
        return self._reader.world.actor.fits(filler.types)

    def pair(self, wanted: Wanted) -> list[Filler]:
        """The two or more actors that a heading above names together."""
        found = self.topic(wanted, titles=True)
        return found if len(found) > 1 else []

    def _unnamed(self, filler: Filler) -> Filler:
        """One that the trigger's clause leaves out: it stands where the trigger stands."""
        place = self._reader.tree.starts[self._trigger]
        return filler._replace(
            token=self._trigger, start=place, end=place, sure=filler.sure * _SURE
        )

    def is_elliptical(self) -> bool:
        """Whether the trigger opens a fragment: "Conducting exercises…", "Build trust…"."""
        return fragments.opens(self._reader.tree, self._trigger, self._is_named)

    def headed(self, wanted: Wanted, noun: int | None = None) -> list[Filler]:
        """Of whom a fragment under a name, or after a question about one, says what they are: "A
        member of X". A `noun` above the trigger is only what a question asked for: "A hub in
        Y"."""
        tree = self._reader.tree
        noun = tree.first_conjunct(self._trigger if noun is None else noun)
        if tree.heads[noun] != noun or not tree.is_noun(noun):
            return []
        heading = tree.passage.kind is BlockKind.HEADING
        if heading or not fragments.holds(self._reader, self._trigger):
            return []
        asked = noun != tree.first_conjunct(self._trigger)
        found = [f for f in self._named(asked) if wanted.fits(f.types)]
        self.used |= bool(found)
        return found

    def _is_named(self) -> bool:
        actor = self._reader.world.actor
        return any(actor.fits(f.types) for f in self._named(asked=False) or self._spoken_of())

    def _spoken_of(self) -> list[Filler]:
        """The one actor that the nearest governor which names any is about: an item under "What
        *NATO* does", an entry of a chronicle under a title."""
        actor, passage = self._reader.world.actor, self._reader.tree.passage
        entry = passage.kind is BlockKind.ITEM or is_dated(passage)
        for governor, topic in zip(reversed(passage.governors), self._governed, strict=True):
            named = [f for f in topic if actor.fits(f.types)]
            if not named:
                continue
            if not entry or governor.kind not in (Governance.TITLE, Governance.HEADING):
                return []
            # "Georgia and NATO: a chronology" is about Georgia.
            is_group = self._reader.world.facts.is_group
            several = [f for f in named if not is_group(f.entity)] if len(named) > 1 else named
            return several if len(several) == 1 else []
        return []

    def _named(self, asked: bool) -> list[Filler]:
        """The one that the nearest heading, label or question that names anything is about, if
        that is all it names."""
        governors = reversed(self._reader.tree.passage.governors)
        for governor, topic in zip(governors, self._governed, strict=True):
            if governor.kind is Governance.TITLE:
                break
            if len(topic) > 1:
                break
            asks = governor.text.endswith("?") and _ASKED.match(governor.text) is not None
            if asks and not topic and governor.says(_IT):
                return list(self._reader.discourse.theme)
            if topic:
                if asks:
                    return topic
                most = topic[0].end - topic[0].start >= len(governor.text) * _MOST
                return topic if most and not asked else []
        return []

    def is_shared(self) -> bool:
        """Whether an adjective makes the trigger everybody's: "shared concerns"."""
        tree = self._reader.tree
        return any(
            tree.lower[child] in self._reader.world.reciprocal
            for child in tree.kids(self._trigger, "amod")
        )


def is_dated(passage: Passage) -> bool:
    """Whether it is an entry of a chronicle: "*1997*: signs X"."""
    label = passage.governors[-1:]
    dated = label and label[0].kind is Governance.LABEL and _DATE.fullmatch(label[0].text)
    return bool(dated) or _DATED.match(passage.text) is not None


def _is_whole(tree: Tree, trigger: int) -> bool:
    """Whether nothing is left out: "the agreement *signed* in May", "what they *discussed*", "the
    honour of being *president*"."""
    if tree.deps[trigger] == "relcl":
        doer = tree.child(trigger, "nsubj")
        return doer is not None and not tree.tags[doer].startswith("W")
    return tree.deps[trigger] == "acl" or tree.lower[tree.heads[trigger]] == "being"


def _says_when(tree: Tree, preposition: int) -> bool:
    """Whether it leads to a time, and not to what is done: "joined *in* 2004", but "joined in
    Monday's call" leads to the call."""
    return tree.lower[preposition] in _WHEN or any(
        tree.tags[t] == "CD" or tree.lemmas[t] in _MOMENTS or is_month(tree.lower[t])
        for led in tree.kids(preposition, "pobj")
        for t in (led, *tree.kids(led, "nummod", "amod", "compound", "nmod"))
    )
