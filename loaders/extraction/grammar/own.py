"""What the words that hang on a word do to its polarity and status."""

from __future__ import annotations

from collections.abc import Mapping

from graph.statements import Polarity, Status
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Manner, Part

_NEGATORS = frozenset({"no", "neither", "nor"})
_ANY = frozenset({"a", "an", "any"})
_ONLY = frozenset({"only", "just", "merely", "solely", "but", "limited", "confined"})
_ALONE = frozenset({"only", "sole", "first"})
LIMITS = frozenset({"-", "limit", "limits"})
_MOST = frozenset({"JJS", "RBS"})
_NOT = frozenset({"not", "n't", "never"})
_PART_OF = {
    "aux": Part.AUXILIARY,
    "advmod": Part.ADVERB,
    "amod": Part.ADJECTIVE,
    "det": Part.ADJECTIVE,
    "acomp": Part.ADJECTIVE,
}


class Own:
    """Answers for one word of a tree: how many denials, and which statuses, it gets."""

    def __init__(
        self,
        by_part: Mapping[Part, Mapping[str, list[Manner]]],
        saying: frozenset[str],
        evident: frozenset[str],
        beyond: frozenset[str],
        awaited: frozenset[str],
        measuring: frozenset[str],
    ) -> None:
        self._awaited, self._measuring = awaited, measuring
        self._by_part, self._saying = by_part, saying
        self._evident, self._beyond = evident, beyond

    def of(self, tree: Tree, token: int, below: int | None) -> tuple[int, list[Status]]:
        """What hangs on `token` itself: auxiliaries, adverbs, adjectives, "no"."""
        denials, statuses = 0, []
        for child in (*tree.children[token], *_also(tree, token)):
            if child == below:
                continue
            dep, lower = tree.deps[child], tree.lower[child]
            dep = "amod" if tree.heads[child] != token else dep
            if lower == "never" and _is_compared(tree, token):
                continue
            if lower == "not" and self._is_so_though(tree, token, child):
                continue
            denials += dep == "neg" or (dep == "det" and self._is_none(tree, token, child))
            denials += dep == "preconj" and lower == "neither"
            part = _PART_OF.get(dep)
            if part is None or (part is Part.ADJECTIVE and not tree.is_noun(token)):
                continue
            if dep == "amod" and _is_some(tree, child):
                continue
            shifted = self._shifted(tree, token, lower) if part is Part.AUXILIARY else None
            if shifted is not None:
                statuses += shifted
                continue
            words = self._by_part[part]
            pair = f"{tree.lower[child - 1]} {lower}" if child else lower
            for manner in (
                words.get(pair, []) or words.get(lower, []) or words.get(tree.lemmas[child], [])
            ):
                # "nearly *doubled* its aid": it gives some
                scaled = part is Part.ADVERB and tree.lemmas[token] in self._measuring
                denials += manner.polarity == Polarity.DENIED and not scaled
                # "Essential minerals", "a critical ally": they are.
                plain = dep == "amod" and manner.status == Status.RECOMMENDED
                statuses += [Status(manner.status)] if manner.status and not plain else []
        if not tree.is_noun(token):
            denials += sum(
                self._is_nobody(tree, subject) for subject in tree.kids(token, "nsubj", "nsubjpass")
            )
        return denials, statuses + self._coming(tree, token, below)

    def _coming(self, tree: Tree, verb: int, below: int | None) -> list[Status]:
        """What an adjective says of being somewhere, "X is *due* in Lima for the talks": it is to
        be there. Of what is `below`, only what is awaited says so."""
        if tree.lemmas[verb] != "be":
            return []
        said = [tree.lower[c] for c in tree.kids(verb, "acomp")]
        manners = self._by_part[Part.ADJECTIVE] if below is None else {}
        planned = (m.status == Status.PLANNED for word in said for m in manners.get(word, ()))
        due = any(word in self._awaited for word in said) or any(planned)
        return [Status.PLANNED] if due else []

    @staticmethod
    def is_negated(tree: Tree, verb: int) -> bool:
        """Whether a verb itself is denied, and not by whose it is: "did *not* say", "has *yet to*
        say"."""
        if any(tree.lower[c] in _NOT for c in tree.kids(verb, "neg", "advmod")):
            return True
        to = next((a for a in tree.kids(verb, "aux") if tree.lower[a] == "to"), 0)
        return to > 0 and tree.lower[to - 1] == "yet"

    def _is_so_though(self, tree: Tree, verb: int, denial: int) -> bool:
        """Whether it is so although a "not" stands there: "is *not only* X", "*not limited* to X",
        "is not the *only* one", "cannot be *overstated*", "can*not* say it *enough*", "does so in
        earnest, *not* for show"."""
        if _next(tree, denial) in _ONLY or _is_one_of_several(tree, verb):
            return True
        if denial > verb + 1 and tree.words[denial - 1] == ",":
            return True
        if tree.lower[denial - 1] == "or":
            # "whether *or not*"
            return True
        if not any(tree.lower[a] in ("can", "ca", "could") for a in tree.kids(verb, "aux")):
            return False
        enough = any(tree.lower[a] == "enough" for a in tree.kids(verb, "advmod"))
        return enough or tree.lemmas[verb] in self._beyond

    def _is_none(self, tree: Tree, noun: int, determiner: int) -> bool:
        """Whether a determiner denies its noun: "*no* threat", but not "*no* wonder that", "a
        *no* limits partnership"."""
        none = tree.lower[determiner] in _NEGATORS and _next(tree, determiner) not in LIMITS
        return none and tree.lemmas[noun] not in self._evident

    def _shifted(self, tree: Tree, verb: int, auxiliary: str) -> list[Status] | None:
        """What an auxiliary says that does not stand for itself: "would" of what was said to come
        or before what is said ("I would note that"), "should" of an "if"; None if it does."""
        if _is_backshifted(tree, verb, auxiliary):
            return [Status.PLANNED]
        if auxiliary in _INVERTED and is_inverted(tree, verb):
            return [Status.POSSIBLE]
        # "They would *respond* with sanctions" says nothing.
        says = auxiliary == "would" and tree.lemmas[verb] in self._saying
        return [] if says and tree.child(verb, "ccomp", "dobj") is not None else None

    @staticmethod
    def _is_nobody(tree: Tree, subject: int) -> bool:
        """Whether a subject says that nobody does it: "no state", "neither"."""
        none = any(tree.lower[d] in _NEGATORS for d in tree.kids(subject, "det", "preconj"))
        return none or tree.lower[subject] in ("none", "nobody", "neither")


def _is_some(tree: Tree, adjective: int) -> bool:
    """Whether the word before says that there is some: "the *widest* possible support", "*a*
    little support"."""
    before = adjective - 1
    if tree.lower[adjective] == "little":
        return tree.lower[before] in _ANY
    return tree.tags[before] in _MOST


def _also(tree: Tree, noun: int) -> list[int]:
    """Adjectives beside others: "false and *baseless* claims"."""
    beside = tree.kids(noun, "amod") if tree.is_noun(noun) else []
    return [c for one in beside for c in tree.kids(one, "conj") if tree.tags[c].startswith("JJ")]


def _is_one_of_several(tree: Tree, verb: int) -> bool:
    """ "X is not the *only* threat": it is one."""
    return any(
        tree.lower[a] in _ALONE and tree.lower[a - 1] == "the"
        for noun in tree.kids(verb, "attr")
        for a in tree.kids(noun, "amod")
    )


def _next(tree: Tree, token: int) -> str:
    """The word after a token; none at the end."""
    return tree.lower[token + 1] if token + 1 < len(tree.lower) else ""


def is_inverted(tree: Tree, verb: int) -> bool:
    """ "Should X attack": if it does."""
    subject = tree.child(verb, "nsubj", "nsubjpass")
    return subject is not None and any(
        a < subject and tree.lower[a] in _INVERTED and tree.deps[verb] != "ROOT"
        for a in tree.kids(verb, "aux")
    )


_INVERTED = frozenset({"should", "were", "had"})


def _is_backshifted(tree: Tree, verb: int, auxiliary: str) -> bool:
    """ "He confirmed that he *would* attend": he said "I will"; not so "*an* attack would"."""
    said = tree.heads[verb]
    subject = tree.child(verb, "nsubj")
    thing = subject is not None and any(tree.lower[d] in _ANY for d in tree.kids(subject, "det"))
    return (
        auxiliary == "would"
        and not thing
        and (_is_told(tree, verb) or (tree.deps[verb] == "ccomp" and _is_past(tree, said)))
    )


def _is_past(tree: Tree, said: int) -> bool:
    return tree.is_verb(said) and tree.tags[said] in ("VBD", "VBN")


def _is_told(tree: Tree, verb: int) -> bool:
    """Whether somebody interposed said it: "X*, he said,* would go on"."""
    aside = [t for t in tree.kids(verb, "parataxis") if tree.tags[t] == "VBD"]
    return any(tree.child(t, "nsubj") is not None and t < verb for t in aside)


def _is_compared(tree: Tree, verb: int) -> bool:
    """ "The alliance has never been stronger", "never so close": it is."""
    terms = [t for p in tree.kids(verb, "prep") for t in tree.kids(p, "pobj")]
    if any(tree.tags[a] == "JJR" for t in terms for a in tree.kids(t, "amod")):
        # "Has never condemned X in stronger terms"
        return True
    return any(
        tree.tags[t] in ("JJR", "RBR")
        or any(tree.lower[a] in ("so", "more", "as") for a in tree.kids(t, "advmod"))
        for t in tree.kids(verb, "acomp", "advmod")
    )
