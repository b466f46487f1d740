"""Whom nobody fears: who does it himself, and whom the text calls a friend."""

from __future__ import annotations

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue, Part


def told_of_fear(
    reader: Reader, cue: Cue, token: int, found: list[tuple[Filler, Filler]]
) -> list[tuple[Filler, Filler]]:
    """The pairs of whom one may be said to fear the other; all, where a cue says something else."""
    if cue.predicate not in reader.world.fearing:
        return found
    if cue.part is Part.NOUN and (feared := _said_to_be(reader, token)):
        found = [(s, o) for s, o in found if s.token not in feared and o.token in feared]
    # "The two fear the same neighbour": neither of them.
    together = {s.entity for s, _ in found}
    together = together if len(together) > 1 and len({s.token for s, _ in found}) == 1 else set()
    return [(s, o) for s, o in found if o.entity not in together and _is_feared(reader, s, o)]


def _said_to_be(reader: Reader, noun: int) -> set[int]:
    """The words of what is called a fear of somebody's, who has it: "*Y's hackers* are the main
    worry of X"."""
    tree = reader.tree
    verb = tree.heads[noun]
    if tree.deps[noun] != "attr" or tree.lemmas[noun] not in reader.world.worries:
        return set()
    if not tree.after(noun, ("of",)):
        return set()
    return {t for s in tree.kids(verb, "nsubj") for t in tree.subtree(s)}


def _is_feared(reader: Reader, subject: Filler, target: Filler) -> bool:
    """Whether one may be said to fear the other."""
    if target.at is None and _is_called(reader, target.token):
        return False
    if target.at is not None or target.token >= len(reader.tree.words):
        return True
    # "For X, *Y's build-up* is a concern": none of Y's.
    own = subject.token in reader.tree.kids(target.token, "poss")
    return not own and not _is_friend(reader, target.token) and not _is_victim(reader, target)


def _is_victim(reader: Reader, target: Filler) -> bool:
    """Whether it is somebody for whom is feared: "fears that *X* may be swallowed by Y", "warned
    that *X* could become the Y of tomorrow"."""
    tree = reader.tree
    clause = tree.heads[target.token]
    if tree.deps[clause] != "ccomp" or not reader.world.fits(target.types, reader.world.actors):
        return False
    if tree.deps[target.token] == "nsubjpass":
        return True
    named = any(tree.tags[t] in PROPER for t in tree.kids(clause, "attr"))
    return named and tree.deps[target.token] == "nsubj"


def _is_called(reader: Reader, token: int) -> bool:
    """Whether somebody is called so, who is what is feared: "calls X the greatest *challenge* it
    has ever faced"."""
    tree, world = reader.tree, reader.world
    if token >= len(tree.words) or not tree.is_noun(token):
        return False
    verb = tree.heads[token]
    called = tree.deps[token] == "oprd" or any(t < token for t in tree.kids(verb, "dobj"))
    return called and tree.lemmas[verb] in world.naming and tree.lemmas[token] in world.generics


def _is_friend(reader: Reader, token: int) -> bool:
    """Whether it is called one: "pressed by *its allies*, X and Y", "*X* is *its ally*"."""
    tree, friends = reader.tree, reader.world.friends
    nouns = [token]
    first = tree.first_conjunct(token)
    if tree.deps[first] == "appos":
        nouns.append(tree.heads[first])
    if tree.deps[token] == "nsubj" and tree.lemmas[tree.heads[token]] == "be":
        nouns += tree.kids(tree.heads[token], "attr")
    return any(tree.lemmas[t] in friends and tree.child(t, "poss") is not None for t in nouns)
