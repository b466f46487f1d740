"""A change, written within one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph import curation
from graph.neo4j import entities
from graph.neo4j.around import Around
from graph.neo4j.connection import Writing
from graph.neo4j.facts import Ledger
from graph.neo4j.insertion import Insertion, named, note
from graph.neo4j.layout import STORE, packed_schema, unpacked_schema
from graph.neo4j.reader import Reader
from graph.neo4j.records import JUDGEMENT, judgement, judgement_properties, listed, packed
from graph.neo4j.removal import Touched, remove
from graph.rulings import Decided, Rulings, Stirred, standing
from graph.statements import DocumentId, DocumentKind, Judgement, Statements
from graph.store import NO_SCHEMA, Change, Schema

LOCK = (
    f"MATCH {STORE} SET store.revision = store.revision + 1"
    " RETURN store.schema, store.predicates,"
    " COLLECT { UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN id },"
    f" COLLECT {{ MATCH (j:Judgement) RETURN {listed('j', JUDGEMENT)} }},"
    " COLLECT { MATCH (x:Merged)-[:MERGED_INTO]->(c) RETURN [x.id, c.id] }"
)


class Writer:
    """Writes one change. The store is locked for others until the transaction ends."""

    def __init__(self, writing: Writing, ids: Iterable[DocumentId] = ()) -> None:
        """`ids` are of the documents that the change puts or drops."""
        self._writing = writing
        row = self._writing.rows(LOCK, ids=sorted(set(ids)))[0]
        schema, self._known, self._stored, judged, merged = row
        self._schema = unpacked_schema(schema)
        self._recorded = list(map(judgement, judged))
        self._stood: dict[str, str] = dict(merged)
        self._reader = Reader(writing.record)

    def apply(self, change: Change) -> None:
        """Write `change`."""
        by_hand = self._reader.curated(self._stored) if self._stored else ()
        put, reviews = curation.carried(
            change, lambda id_: self._reader.statements(id_) if id_ in by_hand else None
        )
        self._writing.each("MATCH (r:Review {id: row}) DELETE r", list(change.dismiss))
        self._writing.each(
            "MERGE (r:Review {id: row[0]}) SET r.name = row[0], r.review = row[1]",
            [[r.id, packed(r.as_json())] for r in (*change.review, *reviews)],
        )
        decided = Decided.by(self._recorded, change.judge, change.withdraw)
        self._judge(decided)
        self._write(
            put,
            self._stored,
            Touched(),
            self._schema or NO_SCHEMA,
            decided.stand,
            Stirred.by(decided.turned),
        )

    def adopt(self, schema: Schema, reference: Sequence[Statements]) -> bool:
        """Take over the schema and reference statements; False if they are the store's."""
        if self._schema is not None and self._schema.digest == schema.digest:
            return False
        touched = Touched()
        # All that is stored takes minutes where much is; most new ontologies read texts in
        # another way and say the same of what was read.
        if self._schema is None or not schema.derives_as(self._schema):
            (row,) = self._writing.rows(
                "RETURN COLLECT { MATCH (f:Fact) RETURN f.id },"
                " COLLECT { MATCH (x:Entity) RETURN x.id }"
            )
            touched.facts.update(row[0])
            touched.entities.update(row[1])
        ids = [*self._reader.documents(DocumentKind.REFERENCE), *(s.document.id for s in reference)]
        stand = standing(self._recorded)
        self._write(list(reference), ids, touched, schema, stand, Stirred.by(()))
        self._writing.rows(
            f"MATCH {STORE} SET store.schema = $schema, store.digest = $digest,"
            " store.generation = store.generation + 1",
            schema=packed_schema(schema),
            digest=schema.digest,
        )
        return True

    def _judge(self, decided: Decided) -> None:
        """Write what is new on record and delete what is gone."""
        stale = [*decided.gone, *(one for one, _ in decided.written)]
        # Not by the id, which was a hash of the question once.
        same = " AND ".join(f"j.`{name}` = row.`{name}`" for name in JUDGEMENT)
        self._writing.each(
            f"MATCH (j:Judgement) WHERE {same} DELETE j",
            [judgement_properties(one, stands=False) for one in stale],
        )
        self._writing.each(
            "CREATE (j:Judgement) SET j = row",
            [judgement_properties(one, stands=stands) for one, stands in decided.written],
        )

    def _write(
        self,
        put: list[Statements],
        replaced: Sequence[str],
        touched: Touched,
        schema: Schema,
        judgements: Sequence[Judgement],
        stirred: Stirred,
    ) -> None:
        """Replace the documents `replaced` by `put`, and bring what follows up to date."""
        writing = self._writing
        rulings = Rulings.of(judgements)
        ledger = Ledger(writing, schema, rulings)
        stirred_facts = ledger.stirred(stirred)
        touched.facts |= stirred_facts
        touched.entities |= stirred.entities
        if replaced:
            remove(writing, sorted(set(replaced)), touched)
        ledger.shaken |= touched.facts
        stated = {fact.id for s in put for fact in s.facts}
        unsaid, bereft = ledger.forget(touched.facts - stated)
        touched.facts -= unsaid
        touched.entities |= bereft
        note(put, touched)
        self._predicates({fact.predicate for s in put for fact in s.facts} | {*schema.predicates})
        spoken_of: set[str] = set().union(*(named(s) for s in put))
        gone = entities.forget(writing, touched.entities - spoken_of)
        # Who stood for one that is gone is seen without its names.
        touched.entities.update(self._stood[id_] for id_ in gone if id_ in self._stood)
        touched.entities -= gone.keys()
        fresh = entities.missing(writing, spoken_of)
        touched.entities |= fresh
        around = Around(writing, judgements, self._stood, fresh)
        changed = entities.reform(writing, around, touched, fresh, gone, schema) | around.in_groups(
            touched.entities
        )
        merging = entities.merge(around, changed | stirred.entities, gone, schema.superclasses)
        touched.entities |= {*merging.moved, *merging.moved.values()}
        touched.facts |= ledger.at(merging.moved)
        # What is derived is known before anything is written, so that all that is new is
        # written once.
        ledger.update(touched.facts, put, merging.stands)
        entities.Update(
            writing,
            touched,
            fresh,
            merging.stands,
            schema.superclasses,
            rulings,
            ledger.degrees,
        ).run()
        around.write()
        merging.draw(writing)
        insertion = Insertion()
        insertion.add_facts(ledger.created)
        insertion.add_edges(ledger.drawn)
        insertion.add_documents(put, rulings)
        insertion.write(writing)
        ledger.silence(stirred_facts)

    def _predicates(self, used: set[str]) -> None:
        new = sorted(used - set(self._known))
        if new:
            self._writing.rows(
                f"MATCH {STORE} SET store.predicates = store.predicates + $new,"
                " store.generation = store.generation + 1",
                new=new,
            )
