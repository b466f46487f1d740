"""What the words that hang on a word, or that it hangs on, do to its polarity and status."""

from __future__ import annotations

from collections.abc import Mapping

from graph.statements import Polarity, Status
from loaders.extraction.tree import Tree
from ontology.lexicon import Manner, Part

_NEGATORS = frozenset({"no", "neither", "nor"})
_OF_VERBS = frozenset({"xcomp", "ccomp", "dobj", "prep", "nsubjpass", "acl", "attr"})
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "latest", "last", "only"})
_PART_OF = {
    "aux": Part.AUXILIARY,
    "advmod": Part.ADVERB,
    "amod": Part.ADJECTIVE,
    "det": Part.ADJECTIVE,
    "acomp": Part.ADJECTIVE,
}


class Around:
    """Answers for one word of a tree: how many denials, and which statuses, it gets."""

    def __init__(
        self, by_part: Mapping[Part, Mapping[str, list[Manner]]], pledging: frozenset[str]
    ) -> None:
        self._by_part, self._pledging = by_part, pledging

    def own(self, tree: Tree, token: int, below: int | None) -> tuple[int, list[Status]]:
        """What hangs on `token` itself: auxiliaries, adverbs, adjectives, "no"."""
        denials, statuses = 0, []
        for child in tree.children[token]:
            if child == below:
                continue
            dep, lower = tree.deps[child], tree.lower[child]
            if lower == "never" and _is_compared(tree, token):
                continue
            denials += dep == "neg" or (dep == "det" and lower in _NEGATORS)
            denials += dep == "preconj" and lower == "neither"
            part = _PART_OF.get(dep)
            if part is None or (part is Part.ADJECTIVE and not tree.is_noun(token)):
                continue
            if part is Part.AUXILIARY and _is_backshifted(tree, token, lower):
                statuses.append(Status.PLANNED)
                continue
            words = self._by_part[part]
            pair = f"{tree.lower[child - 1]} {lower}" if child else lower
            for manner in (
                words.get(pair, []) or words.get(lower, []) or words.get(tree.lemmas[child], [])
            ):
                denials += manner.polarity == Polarity.DENIED
                statuses += [Status(manner.status)] if manner.status else []
        if not tree.is_noun(token):
            denials += sum(
                self._is_nobody(tree, subject) for subject in tree.kids(token, "nsubj", "nsubjpass")
            )
        return denials, statuses

    @staticmethod
    def _is_nobody(tree: Tree, subject: int) -> bool:
        """Whether a subject says that nobody does it: "no state", "neither"."""
        none = any(tree.lower[d] in _NEGATORS for d in tree.kids(subject, "det", "preconj"))
        return none or tree.lower[subject] in ("none", "nobody", "neither")

    def _as_governed(self, tree: Tree, head: int, child: int) -> str:
        """The dependency of `child`, of which the parse at times makes a purpose: "committed to
        enhance X", "ruled out sending X", "called for X to do it"."""
        if tree.deps[child] != "advcl":
            return tree.deps[child]
        pledged = tree.tags[child] == "VB" and tree.lemmas[head] in self._pledging
        particle = head == child - 2 and tree.tags[child - 1] == "RP"
        asked = any(tree.lower[m] == "for" for m in tree.kids(child, "mark"))
        follows = tree.tags[child] == "VBG" and (child == head + 1 or particle)
        return "xcomp" if pledged or asked or follows else "advcl"

    def governed(self, tree: Tree, head: int, child: int) -> tuple[int, list[Status]]:
        """What the head's own meaning does to what hangs on it: "plan to", "talks on", "deny"."""
        dep = self._as_governed(tree, head, child)
        if tree.is_verb(head) and dep in ("csubj", "nsubj"):
            return self._predicative(tree, head)
        part = _governing(tree, head, dep)
        if part is None or (part is Part.VERB and dep == "prep" and child < head):
            # "In talks at X, they pressed Y": what comes first is not what they press for.
            return 0, []
        manners = self._by_part[part].get(tree.lemmas[head], [])
        if part is Part.VERB:
            # "call for X" wants it, "call X reckless" does not.
            link = tree.lower[child] if dep == "prep" else "to"
            if dep == "prep" or (dep == "xcomp" and not _is_ranked(tree, head)):
                manners = manners + self._by_part[part].get(f"{tree.lemmas[head]} {link}", [])
        if part is Part.ADJECTIVE and dep == "prep":
            # "X is essential to building Y" says that it does; "it is essential to build" does not.
            manners = [m for m in manners if m.status != Status.RECOMMENDED]
        return (
            sum(m.polarity == Polarity.DENIED for m in manners),
            [Status(m.status) for m in manners if m.status],
        )

    def _predicative(self, tree: Tree, verb: int) -> tuple[int, list[Status]]:
        """ "Aligning X is crucial": the adjective above the subject."""
        statuses = []
        for complement in tree.kids(verb, "acomp", "attr"):
            manners = self._by_part[Part.ADJECTIVE].get(tree.lower[complement], ())
            statuses += [Status(m.status) for m in manners if m.status]
        return 0, statuses


def _governing(tree: Tree, head: int, dep: str) -> Part | None:
    """The part of speech as which `head` governs what hangs on it so; None if it does not."""
    if tree.is_verb(head):
        return Part.VERB if dep in _OF_VERBS else None
    if tree.is_noun(head):
        return Part.NOUN if dep in ("prep", "acl", "relcl") else None
    adjective = tree.tags[head].startswith("JJ") and dep in ("xcomp", "prep", "ccomp")
    return Part.ADJECTIVE if adjective else None


def _is_backshifted(tree: Tree, verb: int, auxiliary: str) -> bool:
    """ "He confirmed that he *would* attend": he said "I will"."""
    said = tree.heads[verb]
    return (
        auxiliary == "would"
        and tree.deps[verb] == "ccomp"
        and tree.is_verb(said)
        and tree.tags[said] in ("VBD", "VBN")
    )


def _is_compared(tree: Tree, verb: int) -> bool:
    """ "The alliance has never been stronger", "never so close": it is."""
    return any(
        tree.tags[t] in ("JJR", "RBR")
        or any(tree.lower[a] in ("so", "more", "as") for a in tree.kids(t, "advmod"))
        for t in tree.kids(verb, "acomp", "advmod")
    )


def _is_ranked(tree: Tree, verb: int) -> bool:
    """ "X was the *first* state to do it": it has done it."""
    return any(
        tree.lower[m] in _RANKS
        for noun in tree.kids(verb, "attr")
        for m in tree.kids(noun, "amod", "nummod")
    )
