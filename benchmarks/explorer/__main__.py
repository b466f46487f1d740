"""How long the explorer's script takes for a large made graph: `python -m benchmarks.explorer`.

Prints milliseconds of script until the first frame, and for each frame while
the picture is dragged about once the layout has come to rest. `make explorer`
and Chromium have to be there. The graphics card is none of it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import CDPSession, Page

from entente.settings import ROOT
from tests.chromium import PATIENCE_MS, chromium

PORT = 5199
SIZES = ((100, 300), (1_000, 3_000), (10_000, 30_000))
STEPS = 60


@contextmanager
def served() -> Iterator[str]:
    """The explorer's sources, compiled as they are asked for."""
    command = [str(ROOT / "explorer" / "node_modules" / ".bin" / "vite")]
    command += ["--port", str(PORT), "--strictPort", "--host", "127.0.0.1"]
    server = subprocess.Popen(command, cwd=ROOT / "explorer", stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        for line in server.stdout:
            if str(PORT) in line:
                break
        yield f"http://127.0.0.1:{PORT}/bench/index.html"
    finally:
        server.terminate()
        server.wait()


def script_ms(session: CDPSession) -> float:
    """Milliseconds of script on the page's main thread so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1_000 * float(next(x["value"] for x in metrics if x["name"] == "ScriptDuration"))


def measure(page: Page, session: CDPSession, address: str, nodes: int, lines: int) -> None:
    page.goto(f"{address}?nodes={nodes}&lines={lines}")
    page.wait_for_function("() => globalThis.draw")
    first = page.evaluate("draw()")
    before = script_ms(session)
    page.locator(".canvas[aria-busy=false]").wait_for(timeout=10 * PATIENCE_MS)
    settling = script_ms(session) - before
    page.evaluate(
        "() => { globalThis.frames_ = 0; const tick = () => { frames_++;"
        " requestAnimationFrame(tick); }; tick(); }"
    )
    page.mouse.move(30, 30)
    page.mouse.down()
    before, frames = script_ms(session), page.evaluate("frames_")
    for step in range(STEPS):
        page.mouse.move(30 + 2 * step, 30 + step)
    spent = script_ms(session) - before
    frames = page.evaluate("frames_") - frames
    page.mouse.up()
    result = {
        "nodes": nodes,
        "lines": lines,
        "first frame ms": round(first, 1),
        "script ms while the layout runs": round(settling, 1),
        "script ms a frame": round(spent / max(frames, 1), 2),
        "frames": frames,
    }
    sys.stdout.write(json.dumps(result) + "\n")


def main() -> None:
    """A page of its own for each size, the smallest first."""
    with served() as address, chromium() as browser:
        for nodes, lines in SIZES:
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.set_default_timeout(PATIENCE_MS)
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable")
            measure(page, session, address, nodes, lines)
            page.close()


if __name__ == "__main__":
    main()
