"""Pronouns that take up something named before, or just after."""

from __future__ import annotations

from collections.abc import Callable

from graph.statements import EntityId, fold_name
from loaders.extraction.acted_on import acted_on
from loaders.extraction.beside import doers, others
from loaders.extraction.discourse import REACH, Sought
from loaders.extraction.filler import Filler
from loaders.extraction.site import Site
from loaders.extraction.wanted import Wanted

PRONOUNS = {
    "it": False,
    "its": False,
    "itself": False,
    "they": True,
    "their": True,
    "them": True,
    "themselves": True,
    "both": True,
    "we": None,
    "our": None,
    "us": None,
    "he": False,
    "she": False,
    "his": False,
    "him": False,
    "her": False,
}
"""Whether a pronoun stands for several; None for the document's own voice."""
_PERSONAL = frozenset({"he", "she", "his", "him", "her"})
_VOICE = frozenset({"we", "our", "us"})
_GOING_ON = frozenset({"nsubj", "nsubjpass", "poss"})
"""Where a pronoun stands that goes on with what a sentence before was about."""

Read = Callable[[int, Wanted], list[Filler]]


class Pronouns:
    """Resolves against the discourse. `read` reads a token with what is coordinated, `one`
    without."""

    def __init__(self, site: Site, read: Read, one: Read) -> None:
        self._site, self._read, self._one = site, read, one
        self.tree, self.world, self.discourse = site.tree, site.world, site.discourse

    def read(self, token: int, wanted: Wanted) -> list[Filler]:
        """Whom the pronoun stands for, if that fits."""
        lower = self.tree.lower[token]
        if lower == "it" and self._site.grammar.impersonal.stands_for_nobody(self.tree, token):
            return []
        ahead = (
            self._coordinated(token, wanted)
            or self._within(token, wanted)
            or (lower not in _VOICE and self._cataphor(token, wanted))
            or []
        )
        if ahead:
            return [self._site.resolved(self._placed(f), token) for f in ahead]
        if lower in _VOICE:
            quoted = self.tree.is_quoted(token)
            voice = self.discourse.speakers if quoted else self.discourse.voice
            found = tuple(f for f in voice if wanted.fits(f.types))
        else:
            sentence = self._site.sentence(token)
            many = PRONOUNS[lower]
            person = lower in _PERSONAL
            if not person and self._has_unread_owner(token, many):
                return []
            unknown = self.discourse.is_about_unknown(sentence - 1)
            if lower == "it" and unknown and self._leads(token):
                return []
            reach = self._reach(sentence) if many else REACH
            if not reach:
                return []
            public = self._is_public(token)
            found = self.discourse.find(
                Sought(
                    sentence,
                    token,
                    fits=lambda t: (
                        self.world.is_person(t) == person
                        and (not public or self.world.actor.fits(t))
                    ),
                    many=many,
                    reach=reach,
                    collective=True,
                    passing=lambda t: not wanted.fits(t),
                    barred=others(self.tree, token),
                    apt=self._apt(token, many),
                    going_on=self.tree.deps[token] in _GOING_ON,
                )
            )
            if not found and many:
                found = self._several(sentence, token)
                if len(found) > 1:
                    found = self._site.represented(found, wanted)
            found = tuple(f for f in found if wanted.fits(f.types))
            if not found and many is False and not person and not public:
                found = self._text(sentence, token, wanted) or self._kind(sentence, wanted)
        return [self._site.resolved(f, token) for f in found]

    def _is_public(self, token: int) -> bool:
        """Whether it has what no text or event has: "*its* troops"."""
        tree = self.tree
        return tree.deps[token] == "poss" and tree.lemmas[tree.heads[token]] in self.world.statehood

    def _reach(self, sentence: int) -> int:
        """Sentences back that "they" reaches: not to those before one about people unknown."""
        about = self.discourse.is_about_many
        return next((far for far in range(REACH) if about(sentence - 1 - far)), REACH)

    def _apt(self, token: int, many: bool | None) -> Callable[[str], bool]:
        """Whether an entity can be meant: no plural by "it", nor by "he" who speaks himself."""
        if self.tree.lower[token] in _PERSONAL:
            said = [g.text for g in self.tree.passage.governors]
            speaks = {w for g in said for w in fold_name(g.split("\n")[0]).split()[-1:]}
            name = self._site.cast.label
            return lambda e: fold_name(name(EntityId(e))).split()[-1] not in speaks
        wanted = self.world.want(self.world.referable)
        acting = {f.entity for t in doers(self.tree, token) for f in self._read(t, wanted)}
        plural = self.world.facts.is_plural
        return lambda e: e not in acting and not (many is False and plural(e))

    def _has_unread_owner(self, token: int, many: bool | None) -> bool:
        """Whether the subject of the clause is whose it is, and nothing is known of that: "The
        *critics* repeated *their* charges"."""
        tree = self.tree
        if tree.deps[token] != "poss":
            return False
        for above in tree.up(token):
            subject = tree.child(above, "nsubj", "nsubjpass") if tree.is_verb(above) else None
            if subject is None:
                continue
            if not subject < token or tree.tags[subject] not in ("NN", "NNS"):
                return False
            several = tree.tags[subject] == "NNS" or len(tree.conjuncts(subject)) > 1
            return several is many and not self._read(
                subject, self.world.want(self.world.referable)
            )
        return False

    def _leads(self, token: int) -> bool:
        """Whether the pronoun is the subject of its sentence."""
        tree = self.tree
        verb = tree.first_conjunct(tree.heads[token])
        return tree.deps[token].startswith("nsubj") and tree.heads[verb] == verb

    def _text(self, sentence: int, token: int, wanted: Wanted) -> tuple[Filler, ...]:
        """ "It singles out X": the text of the sentence before, where only a text fits."""

        def fits(types: tuple[str, ...]) -> bool:
            return self.world.fits(types, self.world.texts) and wanted.fits(types)

        return self.discourse.find(Sought(sentence, token, fits=fits, many=False, reach=1))

    def _kind(self, sentence: int, wanted: Wanted) -> tuple[Filler, ...]:
        """ "It takes over from …": the programme of the sentence before."""
        kind = self.discourse.last_class(lambda t: wanted.fits(t), since=sentence - 1)
        return (kind,) if kind is not None else ()

    def _several(self, sentence: int, token: int) -> tuple[Filler, ...]:
        """Who "they" are where no several actors were named: people, else a subject before."""
        people, find = self.world.is_person, self.discourse.find
        return find(Sought(sentence, token, people, many=True, reach=2)) or find(
            Sought(sentence, token, lambda t: not people(t), many=False, leading=True)
        )

    def _coordinated(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "A and its partners", "leaders or their deputies": what comes before in the list."""
        tree = self.tree
        noun = tree.heads[token]
        if tree.deps[token] != "poss" or tree.deps[noun] != "conj" or tree.lower[token] in _VOICE:
            # "Russia and our allies" are not Russia's.
            return []
        first = tree.first_conjunct(noun)
        if first == noun or not tree.is_noun(first):
            return []
        if tree.deps[first] == "pobj" and tree.lower[tree.heads[first]] in self.world.locative:
            return []
        before = [t for t in tree.conjuncts(first) if t < token]
        if PRONOUNS[tree.lower[token]] is False:
            before = before[-1:]
        found = [f for t in before for f in self._one(t, wanted)]
        between = [t for t in tree.after(first, ("of", "between")) if len(tree.conjuncts(t)) > 1]
        # "the partnership of A and B, and their attempts"
        return found or [f for t in between for f in self._read(t, wanted)]

    def _within(self, token: int, wanted: Wanted) -> list[Filler]:
        """Whose it is where the clause says so: "*X*'s ties with its allies", "helps *X* in its
        fight"."""
        tree = self.tree
        phrase_ = tree.heads[tree.heads[token]]
        if PRONOUNS[tree.lower[token]] is not None and tree.lower[token] not in _PERSONAL:
            whom = acted_on(tree, token, self.world.helping)
            if whom:
                return [f for t in whom for f in self._read(t, wanted)]
        if tree.deps[token] != "poss" or tree.deps[tree.heads[token]] != "pobj":
            return []
        above = tree.heads[phrase_]
        nouns = [above, *(tree.kids(above, "dobj") if tree.is_verb(above) else [])]
        owners = [
            t
            for noun in nouns
            for t in tree.kids(noun, "poss")
            if t < token and tree.tags[t] != "PRP$"
        ]
        while not owners and tree.is_noun(above) and tree.deps[above] in ("dobj", "pobj", "prep"):
            above = tree.heads[above]
        if not owners and tree.lemmas[above] in self.world.helping and tree.is_verb(above):
            owners = [t for t in tree.kids(above, "dative", "dobj") if t < token][:1]
            name = self._site.names.covering.get(above + 1)
            owners = [name.root] if name is not None and name.first == above + 1 else owners
        many = PRONOUNS[tree.lower[token]]
        plural = any(len(tree.conjuncts(t)) > 1 or tree.tags[t] in ("NNS", "NNPS") for t in owners)
        if many is None or tree.lower[token] in _PERSONAL or (many is True) != plural:
            return []
        return [f for t in owners for f in self._read(t, wanted)]

    def _cataphor(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "According to its concept, the alliance…": the subject that follows."""
        tree = self.tree
        above = token
        for above in tree.up(token):
            if tree.deps[above] in ("prep", "advcl") and tree.is_verb(tree.heads[above]):
                break
        else:
            return []
        verb = tree.heads[above]
        subject = tree.child(verb, "nsubj", "nsubjpass")
        if tree.heads[verb] != verb or subject is None or not token < subject < verb:
            return []
        if tree.lower[subject] in PRONOUNS:
            return []
        return self._read(subject, wanted)

    def _placed(self, filler: Filler) -> Filler:
        """A filler of this tree, with its place in the document."""
        return filler._replace(at=filler.at or self.tree.passage.span(filler.start, filler.end))
