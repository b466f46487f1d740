"""How far a sentence is about what it names, so that the next may go on with it."""

from __future__ import annotations

from loaders.extraction.anaphora.nearby import VOICE
from loaders.extraction.grammar.apposition import apposed_to
from loaders.extraction.parse.tags import SUBJECTS
from loaders.extraction.parse.tree import Tree, is_infinitive
from loaders.extraction.reading.reader import Reader

_SAYING_WHO = frozenset({"appos", "prep", "pobj", "conj"})
_AROUND = frozenset({"of", "before", "after", "following"})
"""Prepositions of an event beside which another is told: "on the margins *of*", "ahead *of*"."""
_APART = frozenset({"since", "until", "unlike", "than", "every", "each", "any", "no"})
"""Words before what is long over, only compared, or none in particular."""
_LIKE = frozenset({"like", "unlike"})
_LETTING = frozenset({"let", "make", "help", "have"})
"""Verbs that are followed by somebody and what he does, without "to"."""
_COMPARING = frozenset({"as", "than"})
_BROUGHT_UP = frozenset({"dobj", "dative", "attr", "oprd", "ROOT"})


def is_theme(tree: Tree, token: int) -> bool:
    """Whether a sentence is about a thing that a later "it" may be."""
    verb = tree.heads[token]
    return tree.tags[token] in ("NN", "NNP") and tree.heads[verb] == verb


def is_led(tree: Tree, token: int) -> bool:
    """Whether the subject at `token` only does what another lets it do: "the base would let *X* fly
    drones", "makes it easier for *X* to"."""
    verb = tree.heads[token]
    above = tree.heads[verb]
    if tree.deps[token] != "nsubj" or above > token:
        return False
    if is_infinitive(tree, verb):
        return tree.deps[verb] in ("ccomp", "xcomp", "advcl")
    lets = tree.deps[verb] in ("ccomp", "xcomp") and tree.lemmas[above] in _LETTING
    return lets and tree.child(verb, "mark") is None


def is_likening(tree: Tree, token: int) -> bool:
    """Whether the clause of the subject at `token` only says what is like another or not: "does not
    see it as *X* does"."""
    verb = tree.heads[token]
    if tree.deps[token] != "nsubj" or tree.deps[verb] != "advcl":
        return False
    marked = any(tree.lower[m] in _COMPARING for m in tree.kids(verb, "mark"))
    return marked and tree.lemmas[verb] == "do"


def is_voiced(tree: Tree, token: int) -> bool:
    """Whether it is "we", or says who we are: "*We*, the leaders of *X and Y*, …"."""
    while tree.lower[token] not in VOICE:
        if tree.deps[token] not in _SAYING_WHO:
            return False
        token = tree.heads[token]
    return True


def is_whose(reader: Reader, token: int) -> bool:
    """Whether it has what a sentence is about, of which nothing is known: "*X*'s objections"."""
    tree = reader.tree
    above = tree.heads[token]
    if tree.deps[token] != "poss" or tree.deps[above] not in ("nsubj", "nsubjpass"):
        return False
    return not any(f.token == above for f in reader.read(above, reader.world.retakable))


def is_aside(reader: Reader, token: int) -> bool:
    """Whether a sentence tells of another meeting, and the one at `token` only says when or beside
    what that was: "X met Y *on the margins of the summit*"."""
    tree = reader.tree
    above = tree.heads[token]
    words = [tree.lower[d] for d in tree.kids(token, "det")]
    if tree.deps[token] == "pobj":
        words += tree.lower[above - 1 : above + 1]
    if not _APART.isdisjoint(words):
        # "has come to *every summit since Oslo*"
        return bool(reader.read(token, reader.world.happening))
    if tree.deps[token] != "pobj" or tree.lower[above] not in _AROUND:
        return False
    if tree.lower[above] == "of" and tree.lower[above - 1] != "ahead":
        edge = tree.heads[above]
        if tree.lemmas[edge] not in reader.world.containers or not tree.is_noun(edge):
            return False
    return any(tree.is_verb(t) and tree.lemmas[t] in reader.world.told_acts for t in tree.up(token))


def is_compared(tree: Tree, token: int) -> bool:
    """Whether what a sentence is about is only said to be like it or not: "*unlike X*, Y is no
    alliance", "an alliance, *like X*"; of "blocs like X" it is an example."""
    above = tree.heads[token]
    if tree.deps[token] != "pobj" or tree.lower[above] not in _LIKE:
        return False
    noun = tree.heads[above]
    return not tree.is_noun(noun) or (tree.tags[noun] == "NN" and tree.deps[noun] == "attr")


def is_kept(tree: Tree, token: int) -> bool:
    """Whether a later sentence goes on with it: it is brought up as an object, or the sentence
    begins with it. What a preposition only mentions is left behind: "discussed the ties between *A*
    and *B*. They agreed …"."""
    if tree.deps[token] == "appos":
        # "The prime minister, *X*, said …"
        token = apposed_to(tree, token)
    above = tree.heads[token]
    if (
        tree.deps[token] == "pobj"
        and tree.lower[above] == "of"
        and tree.tags[tree.heads[above]] == "NNS"
    ):
        # "invited the *leaders* of A and B"
        token = tree.heads[above]
    if tree.deps[token] in _BROUGHT_UP or tree.deps[token].startswith("nsubj"):
        return not _is_by_the_way(tree, token)
    subject = tree.child(tree.root(token), "nsubj", "nsubjpass")
    return subject is not None and token < subject


def _is_by_the_way(tree: Tree, token: int) -> bool:
    """Whether it is only told of a subject before its verb: "X, which hailed *Y*, has left"."""
    clause = next((t for t in tree.up(token) if tree.deps[t] == "relcl"), None)
    if clause is None or tree.deps[token].startswith("nsubj"):
        return False
    subject = tree.heads[clause]
    return tree.deps[subject] in SUBJECTS and clause < tree.heads[subject]
