"""Who stands beside a pronoun in its clause, so that it means somebody else."""

from __future__ import annotations

from collections.abc import Set

from loaders.extraction.grammar.apposition import apposed_to
from loaders.extraction.parse.tags import PROPER, SUBJECTS
from loaders.extraction.parse.tree import Tree

_BESIDE = frozenset({"with", "to", "against", "alongside", "besides", "unlike", "like"})
"""Prepositions of those to or with whom a subject does something."""

_SHARING = frozenset({"xcomp", "advcl", "conj", "pcomp", "prep"})
"""Dependencies of what has its subject from above."""
_DONE = frozenset(
    {"to", "on", "upon", "against", "for", "from", "at", "of"}
    | {"with", "alongside", "by", "toward", "towards", "about", "over"}
)
"""Prepositions of those to whom somebody else does something."""
_SAID = frozenset({"attr", "acomp"})
"""Dependencies of what a subject is said to be."""
_BRINGING = frozenset({"bring", "carry", "take"})
_REASONS = frozenset({"due", "because", "given", "over", "for", "owing", "considering"})
"""Words that lead to the reason of what somebody says."""
_SENT = frozenset({"to", "in", "at", "with"})
_AS, _OWN = "as", "own"


def others(tree: Tree, token: int) -> frozenset[int]:
    """Whom the pronoun at `token` does not mean: "*With A*, it works", "for its ties *with A*, it
    works", "*as a NATO member beside A*, it works", "*worried by A*, it works", "*wary of A*, it
    works", "*A and B*, its allies"."""
    head = tree.heads[token]
    if tree.deps[token] == "poss" and tree.deps[head] == "appos":
        first = apposed_to(tree, head)
        return frozenset(tree.conjuncts(tree.first_conjunct(first)))
    if tree.deps[token] not in SUBJECTS:
        return frozenset()
    if tree.deps[head] == "ccomp":
        return _visited(tree, tree.heads[head])
    return _undergone(tree, token) | frozenset(
        t
        for fronted in tree.kids(head, "prep")
        if fronted < token
        for inner in tree.subtree(fronted)
        if tree.lower[fronted] == _AS
        or (tree.deps[inner] == "pobj" and _is_beside(tree, inner, fronted))
        for t in tree.conjuncts(inner)
    )


def _undergone(tree: Tree, token: int) -> frozenset[int]:
    """Who is named in what its subject does or undergoes before it: "*visiting A*, it"."""
    return frozenset(
        inner
        for clause in tree.kids(tree.heads[token], "advcl")
        if clause < token and tree.child(clause, "nsubj", "nsubjpass", "csubj", "expl") is None
        for inner in tree.subtree(clause)
    )


def facing(tree: Tree, token: int) -> list[int]:
    """To or with whom the subject `token` does something: "*she* told *X*", "*he* met with *X*"."""
    verb = tree.heads[token]
    if tree.deps[token] != "nsubj" or not tree.is_verb(verb):
        return []
    return [*tree.kids(verb, "dobj", "dative"), *tree.after(verb, ("to", "with"))]


def dealing(tree: Tree, token: int) -> list[int]:
    """Who deals with what the noun at `token` names: "*X* met with the group", "*X*'s first talks
    with the group"; or is said to be what it has: "X is the group's forum"."""
    above = tree.heads[token]
    if tree.deps[token] == "poss":
        return _said_to_be(tree, above)
    if tree.deps[token] != "pobj" or tree.lower[above] not in _BESIDE:
        return []
    head = tree.heads[above]
    found = tree.kids(head, "poss")
    while not found and tree.is_noun(head) and tree.deps[head] in ("dobj", "nsubj", "nsubjpass"):
        head = tree.heads[head]
    return found or (tree.kids(head, "nsubj") if tree.is_verb(head) else [])


def _said_to_be(tree: Tree, noun: int) -> list[int]:
    """What a noun is said of: "*X*, the group's *forum*", "*X* is the group's *forum*"."""
    if tree.deps[noun] == "appos":
        return [tree.heads[noun]]
    return tree.kids(tree.heads[noun], "nsubj") if tree.deps[noun] == "attr" else []


def beside_own(tree: Tree, token: int) -> frozenset[int]:
    """Who acts in the clause in which a noun is acted on, or is whose something is, and who would
    be "its": "*X* arms Y for the nation's defence", "helping the nation, *X* …"."""
    above = tree.heads[token]
    done = tree.deps[token] == "pobj" and tree.lower[above] in _BESIDE
    if not done and tree.deps[token] not in ("poss", "dobj", "dative"):
        return frozenset()
    verb = next((t for t in tree.up(token) if tree.is_verb(t)), token)
    while tree.child(verb, "nsubj", "nsubjpass") is None and tree.deps[verb] in _SHARING:
        verb = tree.heads[verb]
    return frozenset(
        t for subject in tree.kids(verb, "nsubj", "nsubjpass") for t in tree.conjuncts(subject)
    )


def doers(
    tree: Tree, token: int, reproving: frozenset[str], suspecting: frozenset[str]
) -> list[int]:
    """Who acts on what a pronoun means, and is not meant: "*X* has supplied it with drones", "*X*
    imposed sanctions on it", "*X* took aim at Y, condemning its conduct", "*X* sees Y as a threat
    because of its conduct"."""
    if tree.deps[token] == "poss":
        return (
            _reprovers(tree, token, reproving)
            or _viewers(tree, token, suspecting)
            or _givers(tree, token)
            or _equated(tree, token)
        )
    if tree.tags[token] != "PRP" or tree.is_reflexive(token):
        return []
    verb, dep = tree.heads[token], tree.deps[token]
    if dep == "nsubj":
        return _fighters(tree, token, reproving)
    if dep == "pobj":
        return _led_to(tree, verb)
    return _acting(tree, verb) if dep in ("dobj", "dative") else []


def _led_to(tree: Tree, preposition: int) -> list[int]:
    """Who does something to whom a preposition leads to: "*X* imposed sanctions on it", "*X*'s
    support for it", "*X* is hostile to it", "*X* was attacked by it"."""
    above, lower = tree.heads[preposition], tree.lower[preposition]
    if lower not in _DONE or (lower == "with" and tree.lemmas[above] in _BRINGING):
        # "brings risks *with it*"
        return []
    if tree.deps[preposition] == "agent":
        return tree.kids(above, "nsubjpass")
    if tree.is_noun(above) and (owners := _whose(tree, above)):
        return owners
    said = tree.deps[above] in _SAID and tree.lemmas[tree.heads[above]] == "be"
    return _acting(tree, tree.heads[above] if said or tree.deps[above] == "dobj" else above)


def _whose(tree: Tree, noun: int) -> list[int]:
    """Whose it is, by name."""
    own = tree.kids(noun, "poss", "amod", "compound")
    return [t for t in own if t < noun and tree.words[t][0].isupper() and tree.tags[t] != "PRP$"]


def _acting(tree: Tree, verb: int) -> list[int]:
    """The subjects of the verb, or of that above it whose they are too."""
    while tree.is_verb(verb):
        subjects = tree.kids(verb, "nsubj")
        if subjects or tree.deps[verb] not in ("xcomp", "conj"):
            return subjects
        verb = tree.heads[verb]
    return []


def _fighters(tree: Tree, token: int, reproving: frozenset[str]) -> list[int]:
    """ "*X* will counter it, as *it* threatens Y": who acts against it."""
    mark = tree.child(tree.heads[token], "mark")
    if mark is None or mark < 2:
        return []
    last = mark - 1 - (tree.words[mark - 1] == ",")
    if tree.lower[last] != tree.lower[token] or tree.deps[last] != "dobj":
        return []
    verb = tree.heads[last]
    return _acting_above(tree, verb) if tree.lemmas[verb] in reproving else []


def _acting_above(tree: Tree, verb: int) -> list[int]:
    """The subjects of the verb, or of the next above it that has any."""
    for above in (verb, *tree.up(verb)):
        if subjects := tree.kids(above, "nsubj"):
            return subjects
    return []


def _equated(tree: Tree, token: int) -> list[int]:
    """Who is said to be what somebody has, and so is another: "*X* is *its* main backer"."""
    noun = tree.heads[token]
    verb = tree.heads[noun]
    if tree.deps[noun] != "attr" or tree.lemmas[verb] != "be" or _OWN in tree.lower[token:noun]:
        return []
    subjects = [t for t in tree.kids(verb, "nsubj") if t < token and tree.tags[t] in PROPER]
    return [t for subject in subjects for t in tree.conjuncts(subject)]


def _reprovers(tree: Tree, token: int, reproving: frozenset[str]) -> list[int]:
    """Who reproves what is somebody's, and that is not his own."""
    noun = tree.heads[token]
    verb = tree.heads[noun]
    if tree.deps[noun] == "pobj" and tree.lower[verb] == "against":
        # "protested *against* its plans"
        verb = tree.heads[verb]
    elif tree.deps[noun] != "dobj":
        return []
    if tree.lemmas[verb] not in reproving:
        return []
    acting = _acting_above(tree, verb)
    # "*X's* ambitions challenge its security"
    return acting + [t for subject in acting for t in tree.kids(subject, "poss")]


def _givers(tree: Tree, token: int) -> list[int]:
    """Who gives somebody what strengthens his own: "*X* sent Y arms that secure its border", "*X*
    gives arms to Y that secure its border"."""
    clause = next((t for t in tree.up(token) if tree.deps[t] == "relcl"), None)
    thing = tree.heads[clause] if clause is not None else token
    if clause is not None and tree.deps[thing] == "pobj" and tree.lower[tree.heads[thing]] == "to":
        thing = tree.heads[tree.heads[thing]]
        thing = (tree.kids(thing, "dobj") or [thing])[0] if tree.is_verb(thing) else thing
    if clause is None or tree.deps[thing] != "dobj":
        return []
    verb = tree.heads[thing]
    given = [*tree.after(verb, ("to",)), *tree.after(thing, ("to",)), *tree.kids(verb, "dative")]
    return tree.kids(verb, "nsubj") if any(t < token for t in given) else []


def _viewers(tree: Tree, token: int, suspecting: frozenset[str]) -> list[int]:
    """Who sees somebody as something by reason of what is that other's, or blames him for it."""
    between = False
    for above in tree.up(tree.heads[token]):
        reason = tree.lower[above] in _REASONS
        if tree.is_verb(above) and not reason:
            seen = [t for t in tree.kids(above, "dobj") if t < token]
            viewed = any(tree.lower[p] == "as" and p < token for p in tree.kids(above, "prep"))
            if seen and ((between and viewed) or tree.lemmas[above] in suspecting):
                return tree.kids(above, "nsubj")
            if tree.child(above, "nsubj", "nsubjpass") is not None:
                return []
        between = between or reason
    return []


def _is_beside(tree: Tree, token: int, fronted: int) -> bool:
    """Whether the subject acts to or with whom a preposition leads to: it is the clause's own, or
    that of what somebody has."""
    preposition = tree.heads[token]
    if tree.lower[preposition] not in _BESIDE:
        return False
    return preposition == fronted or tree.child(tree.heads[preposition], "poss") is not None


def _visited(tree: Tree, verb: int) -> frozenset[int]:
    """Where or to whom the one who speaks is sent: "the mission to *X* said that it", who is not
    meant."""
    subject = tree.child(verb, "nsubj")
    places = tree.after(subject, _SENT) if subject is not None else []
    return frozenset(t for place in places for t in tree.conjuncts(place))


def callers(tree: Tree, token: int, offices: Set[str], hosting: Set[str]) -> list[int]:
    """Who deals with somebody's office-holder, and not with his own: "*X* flew to Y for talks with
    *its* leader", "*X* received *its* president"."""
    noun = tree.heads[token]
    above = tree.heads[noun]
    if tree.deps[token] != "poss" or tree.lemmas[noun] not in offices:
        return []
    met = tree.deps[noun] == "pobj" and tree.lower[above] == "with"
    if not met and not (tree.deps[noun] == "dobj" and tree.lemmas[above] in hosting):
        return []
    for verb in tree.up(noun):
        subjects = tree.kids(verb, "nsubj", "nsubjpass") if tree.is_verb(verb) else []
        if subjects:
            return [t for t in subjects if t < token]
    return []


def is_given_why(tree: Tree, token: int, verb: int) -> bool:
    """Whether the clause of the subject `token` says why that of `verb` is so: "the *plan* angered
    X because *it* would …"."""
    clause = tree.heads[token]
    because = any(tree.lower[m] == "because" for m in tree.kids(clause, "mark"))
    return because and tree.deps[clause] == "advcl" and tree.heads[clause] == verb
