"""When the words beside a known common name say something narrower or other than it:
"*agricultural* innovation", "readiness *to impose costs*"."""

from __future__ import annotations

from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.provisional import Provisional
from loaders.extraction.knowledge.site import Site
from loaders.extraction.names.forms import plural
from loaders.extraction.names.gazetteer import Sense
from loaders.extraction.names.names import TokenName
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.phrases.complement import helpful, is_unsaid, setting, spent_on
from loaders.extraction.phrases.longer_names import is_running
from loaders.extraction.phrases.tails import tail_of
from loaders.extraction.phrases.traits import is_anothers, told_after
from loaders.extraction.phrases.willing import is_willing

_WEIGHTY = frozenset({"JJ", "NN", "NNS"})
_GIVEN = frozenset({"to", "on", "upon"})
_LONGEST = 4
"""Words before a name of which its phrase may still be called by all."""


class Narrowed:
    """Tells whether a name of what is sought or feared stands for what the text says there."""

    def __init__(self, site: Site) -> None:
        self._site, self._tree, self._world = site, site.tree, site.world
        self._new = Provisional(site)

    def is_other(self, name: TokenName, sense: Sense) -> bool:
        """Whether the words are no name of it here: "*Ukraine*'s neighbours", "*fighting*
        deforestation", "a *value* chain", "the Trilateral *Dialogue*"."""
        tree, root = self._tree, name.root
        if not self._world.fits(sense.types, self._world.issues):
            return False
        if name.first != name.last:
            return self._is_neighbours(name) or self._is_certain(name)
        if self._is_done(root) and not self._is_labelled(sense, root):
            return True
        if is_willing(self._site, root) or self._is_one_of_many(sense, root):
            return True
        if is_unsaid(self._site, root) or is_anothers(self._site, root):
            return True
        return sense.common and tree.tags[root] == "NNP" and self._is_in_title(root)

    def narrower(self, name: TokenName, sense: Sense) -> Filler | None:
        """What a name with a modifier of content says: named by all its words."""
        tree, world = self._tree, self._world
        if not sense.common or not world.fits(sense.types, world.issues):
            return None
        if (completed := self._completed(name, sense)) is not None:
            return completed
        before = name.first - 1
        if before < 0 or tree.heads[before] < before or tree.tags[name.root] not in ("NN", "NNS"):
            return None
        first, _ = phrase.extent(tree, name.root, world.vague)
        told = [t for t in range(first, name.first) if self._tells(t)]
        joined = tree.deps[name.root] == "conj" and tree.is_verb(tree.heads[name.root])
        if told and (joined or tree.tags[told[0] - 1 : told[0]] in (["TO"], ["MD"])):
            # "to *spearhead* innovation"
            told = told[1:]
        if not told or name.first - told[0] > _LONGEST:
            return None
        return self._named(sense, name.root, told[0], name.last)

    def _completed(self, name: TokenName, sense: Sense) -> Filler | None:
        """What completes it: "independence *from Russian gas*", "peace *in Central Asia*"."""
        tree, root = self._tree, name.root
        if tree.tags[root] not in ("NN", "NNS"):
            return None
        said = tree.lemmas[name.first : name.last + 1]
        if all(word in self._world.set_in or word == "and" for word in said):
            placed = setting(self._site, name.first, name.last)
            if placed is not None:
                return self._named(sense, root, name.first, placed)
        if name.first != name.last:
            return None
        last = spent_on(self._site, root) or helpful(self._site, root, root, known=True)
        last = last or self._of(sense, root)
        return self._listed(sense, root) if last is None else self._named(sense, root, root, last)

    def _listed(self, sense: Sense, root: int) -> Filler | None:
        """One of several things sought of the same: "*efficiency* and openness *of markets*"."""
        entity = self._world.ontology.entities.get(sense.iri)
        tail = told_after(self._site, root)
        if tail is None or entity is None or entity.label.lower() != self._tree.lower[root]:
            return None
        words = f"{phrase.name(self._tree, root, root)} {tail}"
        return self._new.of(sense.types[0], words, root, self._tree.ends[root])

    def _of(self, sense: Sense, root: int) -> int | None:
        """The end of the thing of which it is said to be something sought: "resilience *of supply
        chains*"; of somebody or somewhere, it is the same."""
        tree, world, last = self._tree, self._world, tail_of(self._site, root, ("of",))
        entity = world.ontology.entities.get(sense.iri)
        if last is None or entity is None or entity.label.lower() != tree.lower[root]:
            return None
        lemma = tree.lemmas[last]
        if lemma in world.people or lemma in world.anaphors or lemma in world.generics:
            return None
        return last if tree.tags[last] in ("NN", "NNS") and tree.words[last].islower() else None

    def _named(self, sense: Sense, root: int, first: int, last: int) -> Filler | None:
        """What the words from `first` to `last` name, of the class that `sense` is of."""
        tree = self._tree
        words = phrase.name(tree, first, last)
        return self._new.of(sense.types[0], words, root, tree.ends[last])

    def _tells(self, token: int) -> bool:
        """Whether a modifier says what it is, not how much, how good, whose or where."""
        tree, world = self._tree, self._world
        if "HYPH" in tree.tags[max(0, token - 1) : token + 2]:
            return False
        if tree.tags[token] not in _WEIGHTY and not self._is_field(token):
            return False
        word = tree.lower[token]
        if word in world.vague or word in world.scope or word in world.furthering:
            return False
        if word in world.gerunds or word in world.generics:
            return False
        name = self._site.names.covering.get(token)
        return name is None or any(world.fits(s.types, world.issues) for s in name.senses)

    def _is_field(self, token: int) -> bool:
        """Whether capitals make a proper noun of a common name: "*AI* infrastructure"."""
        name = self._site.names.covering.get(token)
        return name is not None and all(sense.common for sense in name.senses)

    def _is_neighbours(self, name: TokenName) -> bool:
        """Whether the last of its words is only whose somebody is: "support to *Ukraine*'s
        neighbours"."""
        tree, world = self._tree, self._world
        if tree.tags[name.last] not in PROPER or tree.tags[name.last + 1 : name.last + 2] != [
            "POS"
        ]:
            return False
        owned = tree.lemmas[tree.heads[name.last]]
        return owned in world.anaphors or owned in world.people or owned in world.generics

    def _is_certain(self, name: TokenName) -> bool:
        """Whether a name for ties or bodies of some kind is said of a certain one: "*their*
        strategic partnership", "the *X–Y* Strategic Partnership"."""
        tree, root, world = self._tree, name.root, self._world
        anaphor = world.anaphors.get(tree.lemmas[root].lower())
        if anaphor is None or tree.tags[root] not in ("NN", "NNP"):
            return False
        if not any(world.fits((c,), (*world.actors, *world.texts)) for c in anaphor.classes):
            return False
        before = [t for t in tree.kids(root, "compound", "nmod", "poss") if t < name.first]
        return any(tree.tags[t] == "NNP" or tree.deps[t] == "poss" for t in before)

    def _is_done(self, token: int) -> bool:
        """Whether it is a verb with an object: "*fighting* deforestation"."""
        tree, world = self._tree, self._world
        if tree.child(token, "dobj") is None:
            return False
        lemma = tree.lemmas[token]
        return tree.is_verb(token) or lemma in world.furthering or lemma in world.gerunds

    def _is_labelled(self, sense: Sense, token: int) -> bool:
        entity = self._world.ontology.entities.get(sense.iri)
        return entity is not None and entity.label.lower() == self._tree.lower[token]

    def _is_one_of_many(self, sense: Sense, token: int) -> bool:
        """Whether only several are known by the word, which says something else of one: "the
        *value* of X", "the *exercise* of rights", "attaches *value* to X"."""
        tree, world = self._tree, self._world
        if tree.tags[token] != "NN" or tree.lemmas[token] not in world.noun_triggers:
            return False
        told = any(tree.lower[p] in ("of", "for") for p in tree.kids(token, "prep"))
        if tree.deps[token] == "dobj" and tree.lower[token] not in world.happening_heads:
            above = tree.kids(tree.heads[token], "prep")
            told = told or any(tree.lower[p] in _GIVEN for p in above)
        if not told:
            return False
        entity, word = world.ontology.entities.get(sense.iri), tree.lower[token]
        if entity is None:
            return False
        labels = {label.lower() for label in (entity.label, *entity.alternative, *entity.hidden)}
        return word not in labels and plural(word) in labels

    def _is_in_title(self, token: int) -> bool:
        """Whether it only ends or begins a proper name that is not known: "*Solidarity* Lanes"."""
        tree, covering = self._tree, self._site.names.covering
        before, after = token - 1, token + 1
        start = tree.sentences[tree.sentence[token]][0]
        ends = before > start and before not in covering and tree.heads[before] == token
        ends = ends and tree.words[before][:1].isupper()
        begins = tree.heads[token] == after and after not in covering and token > start
        begins = begins and tree.tags[after] in PROPER and tree.words[after][:1].isupper()
        if not ends and not begins:
            return False
        return is_running(tree, token)
