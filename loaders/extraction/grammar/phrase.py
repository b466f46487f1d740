"""Noun phrases: where they begin and end, and what to call them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree
from loaders.extraction.text.dates import is_month

_INSIDE = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "CD", "FW"}
)
_LINKS = frozenset({"of", "for", "the", "and", "on", "'s", "&"})
_MEASURES = frozenset({"CD", "HYPH", "JJR", "JJS"})
_LONGEST = 7
_BESIDE = frozenset({"nmod", "amod", "compound"})
_FIGURE = 20
"""Words after a trigger among which its figure stands."""
_QUOTES = frozenset("\"“”‘’'") | {"``", "''"}
_YEAR = re.compile(r"(?:19|20)\d\d")
_DOUBLED = re.compile(
    r"(?:[^aeiou]*(?:[aeiou]|qui)[bdgmnprt]"
    r"|\w+(?:(?<!f)fer|(?<!li)(?<!vo)mit|pel|cur|hor|trol|quip|set|bel|but)|deter|begin|forget)"
)
"""Verbs that are stressed at their end, whose last letter is written twice: "deterring"."""


def named_for(tree: Tree, token: int) -> str:
    """The word whose name a proper noun begins, "" if none: "the Mission *Director*"."""
    head = tree.heads[token]
    proper = tree.tags[token] in PROPER and tree.deps[token] == "compound" and head == token + 1
    return tree.lower[head] if proper and tree.tags[head] in PROPER else ""


def extent(tree: Tree, head: int, vague: frozenset[str] = frozenset()) -> tuple[int, int]:
    """First and last token of the modifiers and head, vague and numeral beginnings left out."""
    first = head
    while first > 0 and head - first < _LONGEST and _below(tree, first - 1, head):
        # "leaders' summit" is one name, "Japan's summit" and "nations' various ports" are not.
        plural = tree.tags[first - 1] == "POS" and tree.tags[first - 2 : first - 1] == ["NNS"]
        plural = plural and tree.lower[first] not in vague
        if tree.tags[first - 1] not in _INSIDE and not plural:
            break
        first -= 1
    while first < head and (
        tree.tags[first] in _MEASURES
        or tree.words[first] == "%"
        or (tree.lower[first] in vague and not _is_joined(tree, first, head))
        or is_measure(tree, first)
    ):
        first += 1
    return _unhyphened(tree, first), head


def _is_joined(tree: Tree, token: int, head: int) -> bool:
    """Whether it is a part of the next word or its name: "*long*-range", "the *New* Delhi pact"."""
    if tree.lower[token + 1] == "-":
        return True
    return tree.tags[token] == "NNP" and tree.heads[token] == token + 1 < head


def _unhyphened(tree: Tree, first: int) -> int:
    """Where the word begins of which a hyphen cuts off `first`: "*semi*-conductors"."""
    before = first - 2
    if before < 0 or tree.words[before + 1] != "-" or tree.tags[before] in ("CD", "JJR", "JJS"):
        return first
    whole = (
        tree.ends[before] == tree.starts[before + 1] and tree.ends[before + 1] == tree.starts[first]
    )
    return before if whole else first


def beyond_and(tree: Tree, head: int, first: int) -> int:
    """Where a phrase begins whose modifiers are coordinated: "the *Chad-Kenya defence and security*
    pact"."""
    if tree.deps[first - 1] != "conj" or not tree.is_noun(first - 1):
        return first
    before = tree.first_conjunct(first - 1)
    if before > first or tree.deps[before] not in _BESIDE or tree.heads[before] != head:
        return first
    while before > 0 and tree.tags[before - 1] in _INSIDE:
        before -= 1
    return before


def over_and(tree: Tree, first: int, head: int) -> int:
    """Where a name begins whose capitalised modifiers are coordinated: "the Chad-Kenya *Trade and
    Transit* Dialogue"."""
    before = first - 2
    if before < 0 or tree.lower[first - 1] not in ("and", "&") or tree.tags[before] not in PROPER:
        return first
    top = tree.first_conjunct(first)
    if top > before or tree.deps[top] not in _BESIDE or not first < tree.heads[top] <= head:
        return first
    return proper_extent(tree, before)[0]


def is_measure(tree: Tree, token: int) -> bool:
    """Whether it is the unit of "two-*day* talks", "three-*way* drill", "longer-*term* plans"."""
    return token > 1 and tree.tags[token - 1] == "HYPH" and tree.tags[token - 2] in _MEASURES


def figure(tree: Tree, trigger: int) -> str | None:
    """The first figure with its unit below `trigger` that is no year: "$2 billion", "40 tanks"."""
    for token in range(trigger + 1, min(trigger + _FIGURE, len(tree.words))):
        number = tree.tags[token] == "CD" and trigger in tree.up(token)
        money = token and tree.tags[token - 1] == "$"
        if not number or (_YEAR.fullmatch(tree.words[token]) and not money):
            continue
        first = token - 1 if money else token
        last = token
        while last + 1 < len(tree.words) and tree.tags[last + 1] == "CD":
            last += 1
        above = tree.heads[last]
        if not money and tree.is_noun(above) and 0 < above - last <= _LONGEST:
            last = above
        if money or last > token:
            return text(tree, first, last)
    return None


def _below(tree: Tree, token: int, head: int) -> bool:
    steps = 0
    while token != head:
        above = tree.heads[token]
        if above == token or steps > _LONGEST or tree.deps[token] in ("conj", "appos", "relcl"):
            return False
        token, steps = above, steps + 1
    return True


def opening(tree: Tree, first: int, phrases: Iterable[tuple[str, ...]]) -> int:
    """How many words from `first` on are one of `phrases`; 0 if none is."""
    told = (p for p in phrases if tuple(tree.lower[first : first + len(p)]) == p)
    return len(next(told, ()))


def pair(tree: Tree, noun: int) -> str:
    """A noun's lemma with the word before it, if there is one: "task force"."""
    before = f"{tree.lower[noun - 1]} " if noun else ""
    return before + tree.lemmas[noun]


def proper_extent(tree: Tree, head: int, linked: bool = False) -> tuple[int, int]:
    """The run of capitalised words around `head`; over "of", "for", "and" if `linked`."""
    first = last = head
    while first > 0 and (
        (tree.tags[first - 1] in PROPER and (linked or not _is_field(tree, first - 1, head)))
        or (tree.tags[first - 1] == "HYPH" and _is_capital(tree, first - 2))
        or (tree.tags[first - 1] == "POS" and tree.tags[first - 2 : first - 1] == ["NNPS"])
        or _is_dashed(tree, first)
        or _is_glued(tree, first)
        or is_format(tree, first - 1)
        or nickname_at(tree, first - 1)
        or (
            linked
            and tree.tags[first - 1] == "JJ"
            and tree.words[first - 1][0].isupper()
            and _below(tree, first - 1, head)
        )
    ):
        first -= 1
    while linked and last + 1 < len(tree.words) and last - head < _LONGEST + 3:
        step = last + 1
        while step < len(tree.words) and tree.lower[step] in _LINKS and step - last < 3:
            step += 1
        if tree.lower[last + 1 : step] == ["and", "the"] or _is_dated(tree, step):
            break
        if tree.lower[last + 1 : step] == ["and"] and _is_owner(tree, step):
            break
        if step < len(tree.words) and tree.tags[step] in PROPER and _belongs(tree, step, first):
            last = step
            if tree.words[step + 1 : step + 2] == ["-"] and tree.tags[step + 2] in PROPER:
                # "Roadmap for *Indo-Pacific* Resilience"
                last = step + 2
        else:
            break
    return first, last


def nickname_at(tree: Tree, quote: int) -> bool:
    """Whether a quotation mark opens or closes what somebody is called inside his name: "Ann
    *"Annie"* Lee"."""
    if tree.words[quote] not in _QUOTES:
        return False
    return any(
        start > 0
        and tree.words[start] in _QUOTES
        and tree.words[start + 2 : start + 3] != []
        and tree.words[start + 2] in _QUOTES
        and all(tree.tags[t : t + 1] == ["NNP"] for t in (start - 1, start + 1, start + 3))
        for start in (quote, quote - 2)
    )


def _is_owner(tree: Tree, token: int) -> bool:
    """Whether what follows "and" is whose the next name is: "the Navy and *Peru's* Coast Guard"."""
    return tree.tags[token : token + 2] == ["NNP", "POS"]


def _is_field(tree: Tree, token: int, head: int) -> bool:
    """Whether it is what the office is for that stands before a name: "Minister of *Defence* X"."""
    return tree.deps[token] == "pobj" and token not in tree.up(head)


def _is_dashed(tree: Tree, first: int) -> bool:
    """Whether a dash joins two proper names before `first`: "the *ROK–EU* Dialogue"."""
    return (
        tree.words[first - 1] == "–"
        and tree.tags[first - 2 : first - 1] == ["NNP"]
        and tree.ends[first - 2] == tree.starts[first - 1]
        and tree.ends[first - 1] == tree.starts[first]
    )


def _is_glued(tree: Tree, first: int) -> bool:
    """Whether the parse cuts a name off what it is written in one with: "the *P4*G Summit"."""
    before = first - 1
    glued = tree.ends[before] == tree.starts[first] and tree.words[before].isalnum()
    return glued and tree.words[before][0].isupper()


def is_format(tree: Tree, token: int) -> bool:
    """Whether it tells by numbers who meets whom: "the *2+2* Dialogue"."""
    return "+" in tree.words[token][1:-1] and tree.words[token][0].isdigit()


def _is_dated(tree: Tree, step: int) -> bool:
    """Whether a name is over before its date: "the summit *on May* 30"."""
    return step < len(tree.words) and is_month(tree.lower[step])


def _is_capital(tree: Tree, token: int) -> bool:
    """Whether a name's first half may stand there: "*Sino*-British"."""
    named = token >= 0 and tree.tags[token] in ("NNP", "JJ")
    return named and tree.words[token][0].isupper()


def is_cut(tree: Tree, first: int, last: int) -> bool:
    """Whether a proper name goes on before or after what was read of it: "X and *Y Agency*",
    "the *Plan on X*, Y and Z"."""
    return _is_cut_before(tree, first, last) or _is_cut_after(tree, last)


def _is_cut_before(tree: Tree, first: int, last: int) -> bool:
    if any(k < first and tree.words[k][0].isupper() for k in tree.kids(last, "compound", "nmod")):
        return True
    before = first - 1
    if before < 1 or tree.lower[before] not in ("and", "&"):
        return False
    before -= 2 if tree.words[before - 1] == "," else 1
    if before < 0 or tree.tags[before] not in PROPER:
        return False
    listed = before == first - 3 and tree.deps[last] == "conj" and tree.heads[last] == before
    return listed or _below(tree, before, last) or tree.heads[first] == before


def _is_cut_after(tree: Tree, last: int) -> bool:
    if tree.deps[last] == "compound" and tree.tags[last + 1 : last + 2] == ["NNP"]:
        # "the UN *Framework* Convention", "the *Deal* Team"
        return tree.heads[last] > last and tree.tags[tree.heads[last]] in PROPER
    after = last + 2
    if after >= len(tree.words) or not tree.words[after][0].isupper():
        return False
    if tree.lower[last + 1] == "with":
        return tree.heads[after] == last + 1 and tree.tags[after] in ("NNS", "NN")
    listed = tree.words[last + 1] in (",", "and") and tree.deps[last] == "pobj"
    apposed = tree.heads[after] == last and tree.deps[after] == "conj"
    return listed and apposed and tree.tags[after] in PROPER


def _belongs(tree: Tree, token: int, first: int) -> bool:
    return any(first <= above < token for above in tree.up(token))


def text(tree: Tree, first: int, last: int) -> str:
    """The words from `first` to `last` as they stand."""
    return tree.passage.text[tree.starts[first] : tree.ends[last]]


def name(tree: Tree, first: int, last: int) -> str:
    """What to call a phrase: a common noun's first word in lower case."""
    words = text(tree, first, last)
    if tree.tags[first] not in PROPER and words[:1].isupper() and words[1:2].islower():
        return words[0].lower() + words[1:]
    return words


def gerund(word: str, tag: str) -> str:
    """An infinitive as a gerund: "tackle" is "tackling", "deter" "deterring"; other forms stay."""
    if tag != "VB":
        return word
    if word.endswith("ie"):
        return f"{word[:-2]}ying"
    if word.endswith("e") and not word.endswith("ee"):
        return f"{word[:-1]}ing"
    doubled = _DOUBLED.fullmatch(word)
    return f"{word}{word[-1]}ing" if doubled else f"{word}ing"
