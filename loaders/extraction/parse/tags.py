"""Kinds of words and clauses, by the tags and dependencies that English models of spaCy give."""

from __future__ import annotations

PROPER = frozenset({"NNP", "NNPS"})
COMMON = frozenset({"NN", "NNS"})
NOMINAL = PROPER | COMMON
PLURAL = frozenset({"NNS", "NNPS"})
NAMES = frozenset({*PROPER, "CC", "DT", ","})
"""Tags in a list of names."""
FINITE = frozenset({"VBD", "VBP", "VBZ"})
"""Verbs that a subject of their own agrees with, modal ones apart."""
TENSED = FINITE | {"MD"}
VERBAL = frozenset({"VB", "VBG", "VBN", "MD", *FINITE})
RELATIVE = frozenset({"which", "that", "who", "whom"})
POINTED = frozenset({"the", "this", "that"})
"""Determiners of what was named before."""
POINTING = POINTED | {"these", "those"}
AMID = frozenset({"amid", "amidst"})
"""Prepositions of what is there while something is done."""
DENYING = frozenset({"not", "never"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSE_HEADS = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis"})
RETIRED = frozenset({"former", "ex", "retired"})
"""Words that say of an office that somebody holds it no longer."""
