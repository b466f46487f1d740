"""Over which words it is not said of who acts in a clause what they name: "undermined *X*"."""

from __future__ import annotations

from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.parse.tags import PROPER

CLAUSAL = frozenset({"nsubj", "nsubjpass", "relcl", "ccomp", "advcl"})
_NOBODY = frozenset({"it", "this", "that", "there"})
_SPEAKING = frozenset({"i", "we", "you"})
_SPEAKING_OF = frozenset({"our", "my", "your"})
_COPULAS = frozenset({"be", "remain", "become"})
_JOINED = frozenset({"cc", "conj", "punct"})


def bars(at: Trigger, token: int) -> bool:
    """Whether who acts does not reach over the word: "*undermined* X", "despite X"."""
    tree, world = at.tree, at.reader.world
    if tree.is_verb(token) and tree.deps[token] != "prep":
        return tree.lemmas[token] in world.barred_verbs
    if tree.is_verb(token):
        # "*given* our candour"
        return tree.lower[token] in world.barred_words
    barred = world.barred_nouns if tree.is_noun(token) else world.barred_words
    return tree.lemmas[token] in barred


def is_manner(at: Trigger, token: int) -> bool:
    """Whether it only says how something is done: "live *in peace*", "stand *in solidarity*"."""
    tree = at.tree
    head = tree.heads[token]
    if tree.deps[token] != "pobj" or tree.lower[head] != "in" or at.token != token:
        return False
    if not tree.is_verb(tree.heads[head]):
        return False
    if tree.lemmas[token] in at.reader.world.ties:
        # "work *in partnership* with X"
        return any(tree.lower[p] == "with" for p in tree.kids(token, "prep"))
    plain = all(tree.deps[c] in _JOINED for c in tree.children[token])
    return plain and head + 1 == token


def _is_issue(at: Trigger) -> bool:
    """Whether the trigger names something sought or feared."""
    world = at.reader.world
    return any(
        world.fits(sense.types, world.issues)
        for name in at.reader.names.at(at.token)
        for sense in name.senses
    )


def is_shut(at: Trigger, verb: int, below: int) -> bool:
    """Whether the verb over `below` says of who acts that it is so, but of no interest: "poses a
    *challenge* to the order", "*it is* a question of rights", "since X won its independence"."""
    tree, world = at.tree, at.reader.world
    if tree.deps[at.token] == "prep":
        # "undermined X *amid* fears": what is said of the circumstances is not said of X.
        return False
    if tree.deps[below] == "prep" and any(bars(at, t) for t in tree.kids(verb, "dobj")):
        return True
    if tree.lemmas[at.token] in world.happening_heads:
        # "*discussed* the upcoming summit", "*authorised* the mission": who did need not be there.
        distant = tree.lemmas[verb] in world.raising or tree.lemmas[verb] in world.mandating
        return tree.deps[below] == "dobj" and distant
    if not _is_issue(at):
        return False
    if tree.lemmas[verb] == "have" and tree.deps[below] == "dobj" and below != at.token:
        # "has supplies of X", "has a right to X"
        return True
    if any(tree.lower[m] in world.barred_words for m in tree.kids(verb, "mark")):
        return True
    subject = tree.child(verb, "nsubj")
    nobody = subject is not None and tree.lower[subject] in _NOBODY
    return nobody and tree.lemmas[verb] in _COPULAS


def is_by_deed(at: Trigger, verb: int, subjects: list[int]) -> bool:
    """Whether whoever acts does it by a deed that is no interest's, or what he does is part of
    such a one: "*Russia's war* feeds X", "a blow to its ability *to trade*"."""
    tree, delegates = at.tree, at.reader.world.delegates
    if any(tree.lemmas[t] in delegates and bars(at, t) for t in subjects if tree.is_noun(t)):
        return True
    if tree.deps[verb] != "acl":
        return False
    for above in tree.up(verb):
        if bars(at, above):
            return True
        if tree.deps[above] in CLAUSAL:
            break
    return False


def is_dealt_with(at: Trigger, below: int, owners: list[int]) -> bool:
    """Whether anybody does something about what somebody has, or speaks of it as his own: not in
    "*Russia's trade* is large", "measures that limit *its* industry"."""
    tree = at.tree
    if any(tree.lower[t] in _SPEAKING_OF for t in owners):
        return True
    if tree.lemmas[at.token] in at.reader.world.happening_heads or not _is_issue(at):
        return True
    for above in tree.up(below):
        if tree.deps[below] in CLAUSAL:
            return False
        if tree.is_verb(above):
            subjects = at.grammar.subjects(tree, above)
            return bool(at.reader.fillers(subjects, at.reader.world.actor))
        below = above
    return True


def is_acted_on(at: Trigger, below: int, own: list[Filler]) -> bool:
    """Whether others do something about what somebody has: "they attacked *Ukraine's grid*",
    "supports *Taiwan's* self-defence"."""
    reader, tree = at.reader, at.tree
    for above in tree.up(below):
        if tree.deps[below] in CLAUSAL:
            return False
        if bars(at, above):
            return True
        if tree.is_verb(above):
            if is_shut(at, above, below):
                return True
            subjects = at.grammar.subjects(tree, above)
            acting = reader.fillers(subjects, reader.world.actor)
            if not acting:
                # "goods that support *Russia's* industry": theirs who are named, not who act.
                spoken = any(tree.lower[t] in _SPEAKING for t in subjects)
                return spoken or (bool(subjects) and any(f.at is None for f in own))
            theirs = {f.entity for f in acting}
            theirs |= {p.entity for f in acting for p in reader.standing.of(f)}
            # What the members do about their group's is the group's.
            members = (
                m for f in own for m in reader.world.facts.members(f.entity, reader.world.actors)
            )
            return theirs.isdisjoint((*(f.entity for f in own), *members))
        below = above
    return False


def is_others(at: Trigger, token: int) -> bool:
    """Whether the noun is a part of somebody's title, or is named as another's: "national
    *security* adviser", "support for Russian *drones*"."""
    tree, reader = at.tree, at.reader
    head = tree.heads[token]
    world = reader.world
    if tree.deps[token] in ("compound", "amod", "nmod"):
        # "air defence *systems*" are things, "air defence *cooperation*" is about it.
        lemma, proper = tree.lemmas[head], tree.tags[token].startswith("NNP")
        return (
            lemma in world.paired_heads
            or lemma in world.people
            or proper
            or lemma not in world.about
        )
    if tree.deps[token] != "pobj":
        return False
    if tree.lemmas[tree.heads[head]] in world.people and _is_issue(at):
        # "leaders in *innovation*", "experts on *trade*"
        return True
    # "the Department of *Trade*"
    titled = tree.tags[token] in PROPER and tree.tags[tree.heads[head]] in PROPER
    titled = titled and tree.lower[head] == "of" and _is_issue(at)
    return titled or bool(reader.owners.before(at.token, world.actor))
