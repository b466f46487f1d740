"""How true the graph is: what is stored of documents against a table of what they say.

rules       what counts as the same name, read from rules.toml
gold        the table: rows that careful readers wrote
matching    which rows a fact meets
scoring     what a comparison found, and the figures
comparison  a store held against a table
report      figures, what is wrong and what is missed, for readers
"""

from graph.evaluation.comparison import compare
from graph.evaluation.gold import Row, read_gold
from graph.evaluation.report import as_json, as_text
from graph.evaluation.scoring import Figures, Judged, Score

__all__ = ["Figures", "Judged", "Row", "Score", "as_json", "as_text", "compare", "read_gold"]
