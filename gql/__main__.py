"""`python -m gql` prints the schema of the bundled ontology, as gql/schema.graphql holds it."""

from __future__ import annotations

import sys

from gql.schema import sdl
from ontology.load import load_ontology

sys.stdout.write(sdl(load_ontology()))
