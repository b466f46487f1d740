"""The explorer, GraphiQL and their assets: files that `make explorer` has built."""

from __future__ import annotations

from pathlib import Path

from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

PAGES = {"": "index.html", ".": "index.html", "graphiql": "graphiql.html"}
"""Files by the paths that show them."""

UNBUILT = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Entente</title></head>
<body>
<h1>This page is not built yet</h1>
<p>Run <code>make explorer</code> in the folder of Entente, then load this page again.</p>
<p>The graph itself is at <code>/graphql</code>: it answers GraphQL queries.</p>
</body>
</html>
"""

CLOSED = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Entente: GraphiQL</title></head>
<body>
<h1>GraphiQL needs the schema, and introspection is off</h1>
<p>Start the service without <code>--no-introspection</code> to use it here. Queries are answered
at <code>/graphql</code> all the same.</p>
</body>
</html>
"""


class Pages(StaticFiles):
    """Files below `folder`, with ETags; those under assets/ have their hash in their name."""

    def __init__(self, folder: Path, *, introspection: bool = True) -> None:
        super().__init__(directory=folder, check_dir=False)
        self.config_checked = True  # the folder need not be there: it may be built later
        self._folder = folder
        self._introspection = introspection

    def is_page(self, path: str) -> bool:
        """Whether `path` is a page or belongs to one, and so holds no data of the graph."""
        name = path.strip("/")
        return name in PAGES or ("\0" not in name and self.lookup_path(name)[1] is not None)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file at `path`, or a page that says how to build it."""
        name = PAGES.get(path, path)
        if name == PAGES["graphiql"] and not self._introspection:
            return HTMLResponse(CLOSED)
        if name in PAGES.values() and not (self._folder / name).is_file():
            return HTMLResponse(UNBUILT, 503)
        response = await super().get_response(name, scope)
        hashed = path.startswith("assets/")
        response.headers["Cache-Control"] = (
            "public, max-age=31536000, immutable" if hashed else "no-cache"
        )
        return response
