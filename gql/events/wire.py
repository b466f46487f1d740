"""All that can be listened to."""

from __future__ import annotations

from gql.events.feed import Feed
from gql.events.occurrences import LoadProgress
from gql.events.watch import Watch
from gql.limits import Limits
from graph.store import Store


class Wire:
    """The loads of this service, and the changes of its store."""

    def __init__(self, store: Store, limits: Limits) -> None:
        self.loads: Feed[LoadProgress] = Feed(limits.behind)
        self.watch = Watch(store, limits.behind)
