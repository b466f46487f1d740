"""Words whose part of speech the parser mistakes, set right before anything is read: verbs that it
takes for nouns or adjectives, and adjectives that it takes for nouns."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, first_of, head_of, kid, move, take
from loaders.extraction.parse.tags import FINITE, NOMINAL, PROPER

_CLAUSES = frozenset({"ROOT", "ccomp", "relcl", "advcl", "conj"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_BEFORE = frozenset({"compound", "nmod"})
_RELATIVE = frozenset({"that", "which", "whom"})
_NOUNS = frozenset({"grouping", "gathering", "meeting"})
"""Nouns that look like participles."""
_WITH = frozenset({"with", "between"})
_MET = frozenset(
    {"met", "meets", "meet", "told", "tells", "hosted", "received", "welcomed", "greeted"}
)
_HAVING = frozenset({"has", "have", "had"})
_THANKS = frozenset({"thanks"})
_OFFICES = frozenset(
    {"ministers", "leaders", "presidents", "secretaries", "chiefs", "heads", "ambassadors"}
)
"""Who is several, also where it is capitalised: "the Foreign *Ministers* of X and Y"."""
_INTENDING = frozenset({"plan", "aim", "hope", "vow", "pledge", "promise", "need"})
"""Verbs of what is to be done that look like nouns: "A and the U.S. *plan* to meet"."""
_BRINGING = frozenset({"involving", "featuring", "uniting", "comprising"})
"""Participles that the parser takes for prepositions: "talks *involving* X"."""
_PARTICLES = frozenset({"von", "van", "der", "den", "ter", "zu"})
"""Small words inside names that the tagger takes for nouns: "Ursula von *der* Leyen"."""
_OTHERS = {"NNP": _OFFICES, "VBG": _NOUNS | {"visiting"}}
"""Words that are another part of speech than their tag says."""


def correct(tree: Branches) -> None:
    """Set right what is plainly mistaken by what hangs on it."""
    tags, deps, children = tree.tags, tree.deps, tree.children
    _mend_names(tree)
    for index, tag in enumerate(tags):
        if tag == "VB" and deps[index] in _BEFORE:
            _mend_infinitive(tree, index)
        if tag.startswith("VB") and tree.words[index][0].isupper():
            _mend_sayer(tree, index)
        if tag == "CD" and tree.lower[index] == "one" and deps[index] == "conj":
            _mend_one(tree, index)
        if tag == "VBG" and tree.lower[index] in _BRINGING:
            _object_of(tree, index)
        elif tag == "VBG" and tree.lower[index - 1] in _HAVING:
            _mend_had(tree, index)
        elif not children[index]:
            if deps[index] == "neg":
                _deny(tree, index)
        elif deps[index] in ("aux", "auxpass"):
            _pass_on(tree, index)
        else:
            _mend(tree, index, tag)


def _mend(tree: Branches, index: int, tag: str) -> None:
    deps = tree.deps
    if tag in FINITE:
        _mend_verb(tree, index)
    elif tag in ("NN", "NNS"):
        _mend_noun(tree, index)
    elif tag in _OTHERS and tree.lower[index] in _OTHERS[tag]:
        _mend_other(tree, index)
    elif tag == "JJ" and deps[index] == "conj" and kid(tree, index, "dobj") is not None:
        # "will smooth X and *deepen* Y"
        if tree.tags[tree.heads[index]] == "VB":
            tree.tags[index] = "VB"
    elif tag == "RB" and deps[index] == "amod" and tree.heads[index] < index:
        # "a topic *close* to Y"
        tree.tags[index] = "JJ"


def _deny(tree: Branches, denial: int) -> None:
    """ "Members *not in* the Union": they are members, and not in it; "friends, *not allies*"."""
    noun, after = tree.heads[denial], denial + 1
    if noun > denial or tree.tags[noun] not in NOMINAL or after == len(tree.deps):
        return
    if tree.heads[after] == noun and tree.deps[after] == "prep":
        move(tree, denial, after)
        return
    beside = (t for t in tree.children[noun] if tree.deps[t] == "appos" and t > denial)
    other = next((t for t in beside if first_of(tree, t) in (denial, after)), None)
    if other is not None:
        tree.deps[other] = "conj"
        move(tree, denial, other)


def _pass_on(tree: Branches, auxiliary: int) -> None:
    """Hang on the verb what hangs on its auxiliary: "*The two* are committed to X"."""
    verb, passive = tree.heads[auxiliary], tree.deps[auxiliary] == "auxpass"
    if any(tree.deps[t] in _SUBJECTS for t in tree.children[verb]):
        return
    for child in [t for t in tree.children[auxiliary] if tree.deps[t] in _SUBJECTS]:
        move(tree, child, verb)
        tree.deps[child] = "nsubjpass" if passive else tree.deps[child]


def _object_of(tree: Branches, participle: int) -> None:
    """Give it what it brings together, whatever the parse hangs that on."""
    thing = kid(tree, participle, "pobj")
    if thing is None and kid(tree, participle, "dobj") is None:
        verb = tree.heads[tree.heads[participle]]
        acting = [t for t in tree.children[verb] if tree.deps[t] in _SUBJECTS and t > participle]
        thing = next((t for t in acting if first_of(tree, t) == participle + 1), None)
    if thing is not None:
        move(tree, thing, participle)
        tree.deps[thing] = "dobj"


def _mend_verb(tree: Branches, index: int) -> None:
    dep = tree.deps[index]
    if dep in _CLAUSES:
        _give_subject(tree, index)
    elif dep == "pobj":
        _raise(tree, index)
    elif tree.tags[index] == "VBD" and dep == "acl":
        # "the group, *made* up of X"
        tree.tags[index] = "VBN"


def _mend_infinitive(tree: Branches, verb: int) -> None:
    """ "cooperation *to counter* attempts": the parse makes a preposition and a modifier of it."""
    to, thing = verb - 1, tree.heads[verb]
    if to < 0 or tree.lower[to] != "to" or tree.heads[thing] != to or tree.deps[thing] != "pobj":
        return
    above = tree.heads[to]
    move(tree, verb, above)
    move(tree, to, verb)
    move(tree, thing, verb)
    tree.deps[verb] = "acl" if tree.tags[above] in NOMINAL else "advcl"
    tree.deps[to], tree.deps[thing] = "aux", "dobj"


def _mend_sayer(tree: Branches, name: int) -> None:
    """ "said PM *Modi* during talks": the parse makes a verb of the name."""
    title, verb = name - 1, tree.heads[name]
    if title < 1 or tree.heads[title] != verb or tree.deps[title] != "nsubj" or verb >= title:
        return
    if not tree.words[title][0].isupper() or not tree.words[verb].islower():
        return
    tree.tags[name], tree.deps[name] = "NNP", "nsubj"
    tree.tags[title], tree.deps[title] = "NNP", "compound"
    for child in [t for t in tree.children[name] if tree.deps[t] != "compound"]:
        move(tree, child, verb)
    for child in list(tree.children[title]):
        move(tree, child, name)
    move(tree, title, name)


def _mend_noun(tree: Branches, index: int) -> None:
    tags, dep, head = tree.tags, tree.deps[index], tree.heads[index]
    if dep == "pobj" and tree.lower[index].endswith("ing") and _is_doing(tree, index):
        # "work on *securing* and diversifying X"
        tags[index], tree.deps[index] = "VBG", "pcomp"
        return
    if dep == "amod" and head < index and kid(tree, index, "prep") is not None:
        # "a principle *dear* to Y"
        tags[index] = "JJ"
    elif dep == "relcl" and any(
        tree.lower[t] in _RELATIVE for t in tree.children[index] if tree.deps[t] == "dobj"
    ):
        # As in "the importance that Y *place* on X".
        tags[index] = "VBZ" if tags[index] == "NNS" else "VBP"
        _give_subject(tree, index)
    elif dep == "conj" and tree.lower[index] in _INTENDING and tags[head] in PROPER:
        _mend_intent(tree, index)
    elif kid(tree, index, "dobj") is None or tree.lower[index] in _THANKS:
        return
    elif dep == "conj" and tags[head] == "VB" and not tree.lower[index].endswith("ing"):
        tags[index] = "VB"
    elif dep == "ROOT" and tags[index] == "NNS" and kid(tree, index, "det") is None:
        # "The club *groups* X and Y"
        tags[index] = "VBZ"
        _give_subject(tree, index)
    elif dep == "appos" and tags[index] == "NNS" and tree.deps[head] == "ROOT" and head < index:
        # "The pact, signed in May, *foresees* X"
        tags[index] = "VBZ"
        head_of(tree, index, head)


def _mend_intent(tree: Branches, verb: int) -> None:
    """ "*A and the U.S.* plan to meet": they do, and "plan" is no third."""
    name, first, top = verb - 1, tree.heads[verb], tree.heads[tree.heads[verb]]
    following = tree.lower[verb + 1 : verb + 2] == ["to"]
    if not following or tree.heads[name] != verb or tree.tags[name] not in PROPER:
        return
    done = next((t for t in range(verb + 2, len(tree.tags)) if tree.tags[t] == "VB"), None)
    if done is None or top not in (first, done):
        return
    take(tree, verb, name)
    tree.deps[name] = "conj"
    move(tree, name, first)
    tree.tags[verb] = "VBP"
    head_of(tree, verb, first)
    tree.deps[done] = "xcomp"
    move(tree, done, verb)


def _mend_names(tree: Branches) -> None:
    if _PARTICLES.isdisjoint(tree.lower):
        return
    for index, word in enumerate(tree.lower[1:-1], 1):
        if word in _PARTICLES and tree.tags[index - 1] == "NNP":
            following = tree.lower[index + 1] in _PARTICLES or tree.tags[index + 1] == "NNP"
            tree.tags[index] = "NNP" if following else tree.tags[index]


def _mend_other(tree: Branches, index: int) -> None:
    if tree.tags[index] == "NNP":
        tree.tags[index] = "NNPS"
    elif tree.lower[index] == "visiting":
        _mend_visit(tree, index)
    else:
        _mend_gerund(tree, index)


def _mend_gerund(tree: Branches, index: int) -> None:
    """ "the Quad *grouping* that…": the name before it modifies it."""
    before = index - 1
    if tree.heads[before] != index or tree.deps[before] not in {"nsubj", *_BEFORE}:
        return
    if tree.deps[index] in _CLAUSES or tree.tags[before] not in NOMINAL:
        return
    if kid(tree, index, "dobj") is None:
        tree.tags[index], tree.deps[before] = "NN", "compound"
        for child in [t for t in tree.children[before] if tree.deps[t] in ("det", "amod")]:
            move(tree, child, index)


def _mend_visit(tree: Branches, index: int) -> None:
    """ "Talks with *visiting* Premier X", "met *visiting* Premier X": he who visits."""
    person, above = kid(tree, index, "dobj"), tree.heads[index]
    beside = tree.deps[index] == "pcomp" and tree.lower[above] in _WITH
    met = tree.deps[index] == "xcomp" and tree.lower[above] in _MET
    if person is None or not (beside or met) or tree.tags[person] not in NOMINAL:
        return
    move(tree, person, above)
    tree.deps[person] = "pobj" if beside else "dobj"
    move(tree, index, person)
    tree.tags[index], tree.deps[index] = "JJ", "amod"
    for child in list(tree.children[index]):
        move(tree, child, person if child < person else above)


def _mend_one(tree: Branches, one: int) -> None:
    """ "has had a pact with X since 1999 and *one with Y*": a pact, and no year."""
    year = tree.heads[one]
    verb = tree.heads[tree.heads[year]]
    thing = kid(tree, verb, "dobj")
    if tree.tags[year] != "CD" or tree.deps[year] != "pobj" or thing is None:
        return
    if tree.lower[one + 1 : one + 2] == ["with"]:
        move(tree, one, thing)


def _mend_had(tree: Branches, participle: int) -> None:
    """ "has *visiting forces* agreements with X": it has them, and visits nobody."""
    having, thing = participle - 1, kid(tree, participle, "dobj")
    if having < 0 or tree.heads[having] != participle or thing is None:
        return
    if tree.deps[having] != "aux" or any(tree.deps[t] == "prep" for t in tree.children[having]):
        return
    above, dep = tree.heads[participle], tree.deps[participle]
    move(tree, having, having if above == participle else above)
    tree.deps[having] = dep
    move(tree, thing, having)
    for child in list(tree.children[participle]):
        move(tree, child, having)
    move(tree, participle, thing)
    tree.tags[participle], tree.deps[participle] = "JJ", "amod"


def _give_subject(tree: Branches, verb: int) -> None:
    """Make the noun right before a verb without a subject its subject: "*Japan* champions X"."""
    before = verb - 1
    if before < 0 or tree.heads[before] != verb or tree.deps[before] not in _BEFORE:
        # "*Chile and New Zealand* place"
        before = next((t for t in tree.children[verb] if tree.deps[t] in _BEFORE), -1)
        if not 0 <= before < verb or kid(tree, before, "conj") is None:
            return
    if tree.tags[before] not in NOMINAL or any(
        tree.deps[t] in _SUBJECTS for t in tree.children[verb]
    ):
        return
    take(tree, verb, before)
    tree.deps[before] = "nsubj"
    for thing in tree.children[verb]:
        if thing > verb and tree.deps[thing] == "appos":
            tree.deps[thing] = "dobj"


def _is_doing(tree: Branches, noun: int) -> bool:
    """Whether what is coordinated with a noun does something."""
    return any(
        tree.deps[c] == "conj" and tree.tags[c] == "VBG" and kid(tree, c, "dobj") is not None
        for c in tree.children[noun]
    )


def _raise(tree: Branches, verb: int) -> None:
    """Make a verb that hangs on the preposition before it the head of its sentence: "stability in
    the Sahel *matters* to X"."""
    preposition, before = tree.heads[verb], verb - 1
    subject = tree.heads[preposition]
    if tree.deps[subject] != "ROOT" or tree.tags[subject] not in NOMINAL or subject > preposition:
        return
    if tree.heads[before] != verb or tree.deps[before] not in _BEFORE:
        return
    take(tree, verb, before)
    tree.deps[before] = "pobj"
    move(tree, before, preposition)
    head_of(tree, verb, subject)
