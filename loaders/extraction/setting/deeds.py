"""What is done in a text, noted for later words that take it up: "the *invasion*", "the *move*"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extraction.entities.making import owners
from loaders.extraction.knowledge.referents import Deed
from loaders.extraction.reading.reader import Reader


def note_deeds(reader: Reader) -> None:
    """Note who does what the verbs and nouns of the reader's tree say."""
    tree, world = reader.tree, reader.world
    for token, lemma in enumerate(tree.lemmas):
        if tree.is_verb(token):
            # Who only says something does nothing.
            if tree.is_finite(token) and lemma not in world.telling:
                doers = reader.grammar.subjects(tree, token)
                _note(reader, token, doers, is_noun=False)
                for thing in tree.kids(token, "dobj"):
                    # "carried out a *test*"
                    if tree.lemmas[thing] in world.done:
                        _note(reader, thing, doers, is_noun=True)
        elif lemma in world.inflicted and tree.is_noun(token):
            _note(reader, token, owners(tree, token), is_noun=True)


def _note(reader: Reader, token: int, doers: Sequence[int], is_noun: bool) -> None:
    """Note what `doers` do by the word at `token`."""
    if not doers:
        return
    tree = reader.tree
    first = tree.first_conjunct(token)
    telling = tree.lemmas[tree.heads[first]] in reader.world.telling
    said = tree.deps[first] == "ccomp" and telling
    main = not is_noun and (tree.deps[first] == "ROOT" or said)
    places = frozenset(map(tree.first_conjunct, doers))
    sentence, lemma = reader.site.sentence(token), tree.lemmas[token]
    reader.discourse.note_deed(Deed(sentence, token, lemma, places, is_noun, main))
