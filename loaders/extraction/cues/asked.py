"""Slots of who asks others to do what the trigger says, or not to, and of who acts in the clause
that it governs."""

from __future__ import annotations

from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.grammar.agency import acting_in_clause
from loaders.extraction.grammar.passive import agents
from loaders.extraction.grammar.urged import is_against, pressing, urging_noun, urging_verb
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted

_DUE = frozenset({"must", "should", "ought"})
_IF = frozenset({"if", "should", "unless"})


def asker(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "*X* urged Y to *cancel* the pact": X."""
    return [] if is_against(at.tree, at.token) else _urging(at, wanted)


def dissuader(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "*X* pressed Y not to *sign*", "warned Y against *signing*": X."""
    return _urging(at, wanted) if is_against(at.tree, at.token) else []


def _urging(at: Trigger, wanted: Wanted) -> list[Filler]:
    verb = urging_verb(at.tree, at.token, at.reader.world.urging)
    if verb is None:
        noun = urging_noun(at.tree, at.token, at.reader.world.urged)
        if noun is None:
            return []
        named = at.reader.fillers(pressing(at.tree, noun, at.token), wanted)
        return named or at.reader.owners.before(noun, wanted)
    return at.reader.fillers(at.grammar.subjects(at.tree, verb), wanted)


def content(at: Trigger, wanted: Wanted) -> list[Filler]:
    if any(at.tree.lower[t] == "so" for t in at.tree.kids(at.token, "advmod")):
        # "*so* worried that they sent envoys": what comes of it, and not what worries them.
        return []
    if _is_due(at):
        # "warned that X *must* do more": what X does is not feared.
        return []
    acting = acting_in_clause(at.tree, at.token)
    # "fears that X may be swallowed *by Y*"
    suffering = [t for t in acting if at.tree.deps[t] == "nsubjpass"]
    acting += [a for t in suffering for a in agents(at.tree, at.tree.heads[t])]
    return at.reader.fillers([*acting, *_supposed(at)], wanted)


def _is_due(at: Trigger) -> bool:
    """Whether the dependent clause says what somebody is to do."""
    tree = at.tree
    if tree.lemmas[at.token] not in at.reader.world.deploring:
        return False
    return any(
        tree.lower[a] in _DUE
        for clause in tree.kids(at.token, "ccomp")
        for a in tree.kids(clause, "aux")
    )


def _supposed(at: Trigger) -> list[int]:
    """Who acts in the condition of a dependent clause: "warned that it would act if *X* did"."""
    tree = at.tree
    return [
        subject
        for clause in tree.kids(at.token, "ccomp")
        for condition in tree.kids(clause, "advcl")
        if any(tree.lower[m] in _IF for m in tree.kids(condition, "mark"))
        for subject in tree.kids(condition, "nsubj")
    ]
