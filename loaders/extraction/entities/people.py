"""People whom the ontology does not know, by a title, an office or what they are said to do."""

from __future__ import annotations

from loaders.extraction.knowledge.site import Site
from loaders.extraction.names.names import TokenName
from loaders.extraction.parse.tags import NOMINAL, PROPER

_LONGEST = 5
"""Words of a person's name, hyphens and particles apart."""
_TITLE = 8
"""Words of an office before a name: "Minister for Trade and Industry Ann Lee"."""
_LISTED = frozenset({",", "and", "&"})
_INSIDE = frozenset({"of", "for", "and", "the", "on", "to", "&", ",", "-", "'s"})


class People:
    """Answers for proper nouns that name nothing known: `name` gives the tokens of a person's
    name, without titles."""

    def __init__(self, site: Site) -> None:
        self.tree, self.names, self.world, self.cast = site.tree, site.names, site.world, site.cast

    def name(self, token: int, first: int, last: int) -> tuple[int, int] | None:
        """The first and last token of the person's name in the run [first, last] of `token`."""
        first, last = self._widened(token, first, last)
        if self.tree.lower[token] in self.world.offices or self._goes_on(last):
            return None
        if self.tree.words[first - 1 : first] == ["("]:
            return None
        tree, offices = self.tree, self.world.offices
        if tree.lower[last] in offices or tree.lower[last] in self.world.anaphors:
            # "the President of the French *Republic*"
            return None
        titles = [i for i in range(first, last) if self._is_title(tree.lower[i])]
        start = titles[-1] + 1 if titles else first
        while start <= last and self._is_known(start) and not self._is_given(start, last):
            start += 1
        if not self._is_name(start, last) or (start == last and self._is_body(last)):
            return None
        met = last - start < 2 and self.cast.known_person(tree.words[last]) is not None
        return (start, last) if met or titles or self._is_told(token, start, last) else None

    def _is_body(self, token: int) -> bool:
        """Whether a word after a title names a body: "the General *Staff*"."""
        heads = self.world.heads.get(self.tree.lower[token], ())
        return any(h.proper and self.world.is_body((h.class_name,)) for h in heads)

    def _is_title(self, word: str) -> bool:
        """Whether a word is one's title, or that of several: "*Ministers* Ann Lee and Bob Ray"."""
        titles = self.world.titles
        return word in titles or (word.endswith("s") and word[:-1] in titles)

    def _is_known(self, word: int) -> bool:
        """Whether it is a name of the ontology's that the text has given to nobody else."""
        return word in self.names.covering and self.tree.lower[word] not in self.cast.namesakes

    def _is_given(self, start: int, last: int) -> bool:
        """Whether another's surname is this one's given name: "*Marcos* Perestrello"."""
        name = self.names.covering[start]
        alone = name.first == name.last and start < last and last not in self.names.covering
        return alone and self.world.is_person(name.senses[0].types)

    def _widened(self, token: int, first: int, last: int) -> tuple[int, int]:
        """The run with particles, hyphens and the rest of a double name: "Jan de Vries"."""
        tree = self.tree
        while first > 1 and tree.lower[first - 1] in self.world.particles:
            before = first - 1
            while before > 0 and tree.lower[before] in self.world.particles:
                before -= 1
            if tree.tags[before] not in PROPER or before in self.names.covering:
                break
            first = before
            while first > 0 and tree.tags[first - 1] in PROPER:
                first -= 1
        while (
            last + 1 < len(tree.words)
            and tree.tags[last + 1] == "NNP"
            and last + 1 not in self.names.covering
            and tree.words[last + 1].istitle()
            and (last == token or token in {tree.heads[last + 1], *tree.up(last + 1)})
        ):
            last += 1
        if self._is_hyphened(last):
            last += 2
        return first, last

    def _is_hyphened(self, last: int) -> bool:
        """Whether a hyphen and what it joins go on with the name: "Bae Min-*jun*"."""
        tree = self.tree
        parts = range(last, last + 3)
        return (
            last + 2 < len(tree.words)
            and tree.words[last + 1] == "-"
            and tree.words[last + 2].isalpha()
            and tree.words[last].istitle()
            and all(tree.ends[t] == tree.starts[t + 1] for t in parts[:2])
        )

    def _goes_on(self, last: int) -> bool:
        """Whether another capitalised word, whatever its tag, goes on with the name."""
        tree = self.tree
        if last + 1 >= len(tree.words):
            return False
        word, beside = tree.words[last + 1], tree.starts[last + 1] == tree.ends[last] + 1
        return beside and word.istitle() and len(word) > 2 and tree.deps[last + 1] == "compound"

    def _is_name(self, first: int, last: int) -> bool:
        """Whether the words look like a person's: capitalised, but for particles and what
        follows a hyphen; no acronym but a surname in capitals."""
        tree = self.tree
        words = []
        for i in range(first, last + 1):
            word, hyphened = tree.words[i], i > first and tree.words[i - 1] == "-"
            if word == "-" or hyphened or tree.lower[i] in self.world.particles:
                continue
            if word[0].isalpha() and not word[0].isupper():
                return False
            words.append(word)
        capitals = [w for w in words if w.isupper() and len(w) > 3]
        return 0 < len(words) <= _LONGEST and (not capitals or len(capitals) < len(words) <= 3)

    def _is_told(self, token: int, first: int, last: int) -> bool:
        """Whether the text says that it is a person."""
        tree, offices = self.tree, self.world.offices
        head = tree.heads[token]
        if any(tree.lemmas[c] in offices for c in tree.kids(token, "appos", "nmod")):
            return True
        listed = tree.first_conjunct(token)
        if tree.deps[listed] == "appos" and tree.lemmas[tree.heads[listed]] in offices:
            return True
        if self._is_titled(first):
            return True
        if last == first:
            return False
        if any(self._is_who(clause) for clause in tree.kids(token, "relcl")):
            return True
        if self._is_of_body(token, last) or self._is_of_state(last) or self._is_peer(first, last):
            return True
        if tree.deps[token] == "attr":
            return any(tree.lemmas[t] in offices for t in tree.kids(head, "nsubj"))
        if tree.deps[token] not in ("nsubj", "nsubjpass"):
            return False
        said = [tree.lemmas[t] for t in tree.kids(head, "attr", "oprd")]
        said += [tree.lemmas[t] for t in tree.after(head, ("as",))]
        if tree.lemmas[head] in self.world.commanding and self._is_body_led(head):
            return True
        return tree.lemmas[head] in self.world.speaking or any(s in offices for s in said)

    def _is_body_led(self, verb: int) -> bool:
        """Whether what a verb says is led is a known body: "Ann Lee *runs the Lowy Institute*"."""
        led = self.tree.kids(verb, "dobj")
        names = (name for t in led if (name := self.names.covering.get(t)) is not None)
        return any(
            self.world.is_body(sense.types) and not sense.weak and not sense.is_class
            for name in names
            for sense in name.senses
        )

    def _is_of_body(self, token: int, last: int) -> bool:
        """Whether a known body follows whose the person is: "Ann Lee *of the Lowy Institute*"."""
        tree, fits = self.tree, self.world.fits
        if tree.lower[last + 1 : last + 2] not in (["of"], ["at"], ["from"]):
            return False
        if tree.tags[last] != "NNP" or tree.lower[last].rstrip("s") in self.world.noun_triggers:
            return False
        bodies = (
            name
            for inner in tree.kids(last + 1, "pobj")
            if (name := self.names.covering.get(inner)) is not None
        )
        return any(
            tree.tags[name.root].startswith("NNP")
            and fits(sense.types, self.world.actors)
            and not fits(sense.types, self.world.lexicon.polities)
            for name in bodies
            for sense in name.senses
            if not sense.weak and not sense.is_class
        )

    def _is_of_state(self, last: int) -> bool:
        """Whether a bracket follows with nothing but a state's name: "Ann Lee *(Japan)*"."""
        if self.tree.words[last + 1 : last + 2] != ["("]:
            return False
        name = self.names.covering.get(last + 2)
        if name is None or name.first != last + 2:
            return False
        closed = self.tree.words[name.last + 1 : name.last + 2] == [")"]
        states = self.world.lexicon.polities
        return closed and any(self.world.fits(s.types, states) for s in name.senses)

    def _is_peer(self, first: int, last: int) -> bool:
        """Whether it is listed after somebody known, of a state each: "Ana Rojas of Peru, *Ann
        Lee* of Fiji and …"."""
        before = first - 1
        while before > 0 and self.tree.lower[before] in _LISTED:
            before -= 1
        other = self._polity(before)
        if before == first - 1 or other is None or self.tree.lower[last + 1 : last + 2] != ["of"]:
            return False
        after = last + 2 + (self.tree.lower[last + 2 : last + 3] == ["the"])
        of = other.first - 1 - (self.tree.lower[other.first - 1] == "the")
        if self._polity(after) is None or self.tree.lower[of] != "of":
            return False
        known = self.names.covering.get(of - 1)
        met = self.cast.known_person(self.tree.words[of - 1]) is not None
        return met or (known is not None and self.world.is_person(known.senses[0].types))

    def _polity(self, token: int) -> TokenName | None:
        """The name of a state at `token`."""
        name = self.names.covering.get(token)
        fits = name is not None and self.world.polity.fits(name.senses[0].types)
        return name if fits else None

    def _is_of(self, office: int, last: int) -> bool:
        """Whether `last` ends the known body whose the office is: "President *of the European
        Commission*"."""
        name = self.names.covering.get(last)
        if name is None or name.last != last or self.tree.lower[office + 1 : office + 2] != ["of"]:
            return False
        return name.first - office in (2, 3) and self.world.may_act(name.senses)

    def _is_who(self, clause: int) -> bool:
        return any(self.tree.lower[t] == "who" for t in self.tree.kids(clause, "nsubj"))

    def _is_titled(self, first: int) -> bool:
        """Whether an office ends right before the name: "Minister of Defence Ann Lee"."""
        tree = self.tree
        for at in range(first - 1, max(-1, first - 1 - _TITLE), -1):
            if tree.lemmas[at] in self.world.offices or tree.lower[at] in self.world.offices:
                held = tree.heads[at] >= first - 1 or self._is_of(at, first - 1)
                return tree.tags[first - 1] in NOMINAL and held
            if tree.tags[at] not in PROPER and tree.lower[at] not in _INSIDE:
                return False
            if tree.lower[at] == "," or (at == first - 1 and tree.lower[at] in _INSIDE):
                return False
        return False
