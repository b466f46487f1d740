"""How a clause hangs on what is above it: beside it, as its reason, as a question, as its time."""

from __future__ import annotations

from loaders.extraction.parse.tree import Tree, is_infinitive

_REASONS = frozenset({"as", "because", "since", "although", "though", "whereas", "while"})
"""Words that begin a clause which is so, whatever is planned in the one above."""
_WHEN = frozenset({"during", "at", "after", "following"})
_GATHERINGS = frozenset({"meeting", "call", "summit", "speech", "interview", "session", "address"})
_TOWARDS = frozenset({"aim", "look", "work", "hint", "point", "direct", "be"})
_APART = frozenset({"relcl", "appos", "parataxis", "advcl", "acl"})
_MEANWHILE = frozenset({"when", "as", "while"})
_PRESENT = frozenset({"VBP", "VBZ"})


def stands_before(tree: Tree, current: int, head: int) -> bool:
    """Whether a clause only stands before another: "A belongs to it; B does not", "A arms B, *they
    say*, so C must act"."""
    before = tree.deps[current] == "ccomp" and current < head
    if not before or tree.child(current, "mark") is not None:
        return False
    parted = any(tree.words[c] == ";" for c in tree.children[head])
    return parted or any(tree.lower[c] == "so" and c > current for c in tree.children[head])


def is_joined(tree: Tree, clause: int, head: int) -> bool:
    """Whether it is a clause beside the one of `head`."""
    joined = tree.deps[clause] == "conj" and head == tree.heads[clause]
    return joined and tree.is_finite(clause)


def stands_alone(tree: Tree, clause: int, head: int) -> bool:
    """Whether what is said of a clause is not said of the one beside it: coordinated ones share
    auxiliaries only where they share the subject."""
    # "did not mention X but said…": what is denied is the first of them only.
    but = any(tree.lower[c] == "but" for c in tree.kids(head, "cc"))
    if but or tree.child(clause, "nsubj", "nsubjpass", "aux") is not None:
        return True
    modal = any(tree.tags[a] == "MD" for a in tree.kids(head, "aux"))
    if tree.tags[clause] == "VBP" and modal and tree.child(head, "neg") is None:
        # "They would impose sanctions and *arm* X": the bare form is as much an infinitive.
        return False
    if tree.tags[clause] in _PRESENT:
        # "Has never condemned X, and *refuses* to do so"
        return tree.tags[head] in ("VB", "VBN")
    # "Would play its role, and criticized X", "valued deepening ties and condemned X": it did.
    return tree.tags[clause] == "VBD" and tree.tags[head] in ("VB", "VBG")


def _is_when(tree: Tree, preposition: int) -> bool:
    """Whether it leads to when something is done: "*during* talks", "*in* a meeting with X"."""
    if tree.lower[preposition] != "in":
        return tree.lower[preposition] in _WHEN
    return any(tree.lemmas[t] in _GATHERINGS for t in tree.kids(preposition, "pobj"))


def circumstance_of(tree: Tree, preposition: int) -> int | None:
    """The verb of which a preposition says when or where it is done, whatever else stands between
    them: "announced its interest *during* talks", "its plan *at* talks"."""
    if tree.deps[preposition] != "prep" or not _is_when(tree, preposition):
        return None
    verb = next((t for t in tree.up(preposition) if tree.is_verb(t)), None)
    if verb is None or tree.lemmas[verb] in _TOWARDS:
        return None
    between = (t for t in tree.up(preposition) if verb < t < preposition)
    return verb if verb < preposition and all(map(tree.is_noun, between)) else None


def gives_reason(tree: Tree, clause: int) -> bool:
    """Whether a clause tells why or beside what its verb's is so: "*because* X does", not "when"
    or "as *soon* as X does"."""
    marks = tree.kids(clause, "mark")
    soon = any(m and tree.lower[m - 1] in ("soon", "long", "far") for m in marks)
    return not soon and any(tree.lower[m] in _REASONS for m in marks)


def above(tree: Tree, token: int) -> int:
    """What `token` hangs on; of a bare verb that the parse coordinates with a past one, the
    infinitive between: "reviewed ways to deepen X, *expand* Y"."""
    head = tree.heads[token]
    bare = tree.deps[token] == "conj" and tree.tags[token] in ("VB", "VBP")
    if not bare or tree.tags[head] not in ("VBD", "VBZ", "VBN", "VBG") or token < head:
        return head
    if tree.child(token, "nsubj", "nsubjpass", "aux") is not None:
        return head
    between = (t for t in range(head + 1, token) if is_infinitive(tree, t))
    return next((t for t in between if head in tree.up(t)), head)


def is_meanwhile(tree: Tree, clause: int) -> bool:
    """Whether a clause tells the time of another: "*when* they met", "*while* they talk"."""
    return any(tree.lower[t] in _MEANWHILE for t in tree.kids(clause, "mark", "advmod"))


def is_open(tree: Tree, clause: int) -> bool:
    """Whether a clause asks what is so: "whether to join"; "*whether it be* X or Y" does not."""
    asks = any(tree.lower[m] == "whether" for m in tree.kids(clause, "mark"))
    return asks and tree.lower[clause] != "be"


def is_asked_for(tree: Tree, token: int) -> bool:
    """Whether `token` stands in a clause that asks what is so: "*whether* X would welcome Y"."""
    for inner in (token, *tree.up(token)):
        if is_open(tree, inner):
            return True
        if tree.deps[inner] in _APART:
            return False
    return False


def is_free(tree: Tree, clause: int) -> bool:
    """Whether it tells what somebody does, whoever tells it: "will not go into *what they
    discussed*"; "has *what it takes*" does not."""
    if tree.deps[clause] not in ("pcomp", "ccomp") or not tree.is_finite(clause):
        return False
    what = any(tree.lower[t] == "what" for t in tree.kids(clause, "dobj", "pobj"))
    return what and tree.lemmas[clause] != "take"
