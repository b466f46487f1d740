"""Words a second of the default extractor beside plain spaCy, and how time grows with length.

    python -m benchmarks.extraction.speed FOLDER

FOLDER holds Markdown or text files of the field. Both read the same passages with the same
components, in turn, eight rounds, best of each. After `make compile`, the extractor is the compiled
one. One long document is made by repeating the files' text to 2, 4 and 8 MB; a process of its own
reads 10 MB and tells its peak memory.
The result is the table of benchmarks/results/extraction.md.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from entente.settings import Settings
from graph.statements import Document, Location
from loaders import compiled
from loaders.extraction.dependency import DependencyExtractor
from loaders.extraction.parse.language import BATCH
from loaders.extraction.text.passages import passages
from loaders.readers import read_document
from ontology.files import BUNDLED
from ontology.load import load_ontology

ROUNDS = 8
FILES = 24
MEGABYTE = 1_000_000


def document(data: bytes, name: str) -> Document:
    """The document that a file of this content is."""
    reading = read_document(data, name)
    location = Location(f"/{name}", reading.title, None, reading.date)
    return Document(
        reading.text,
        locations=(location,),
        blocks=reading.blocks,
        media_type=reading.media_type,
        language=reading.language,
    )


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def long_document(folder: Path, size: int) -> Document:
    """One text document of about `size` code points, made of the folder's files."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())[:80])
    repeated = (text + "\n\n") * (size // len(text) + 1)
    return document(repeated[:size].encode(), "long.txt")


def extractor() -> DependencyExtractor:
    return DependencyExtractor(load_ontology(BUNDLED), Settings().model)


def read_all(reader: DependencyExtractor, documents: list[Document]) -> None:
    for extraction in reader.extract(documents):
        assert extraction.claims is not None


def compare(folder: Path) -> None:
    """Print the rows that compare words a second."""
    files = sorted(folder.iterdir())[:: max(1, len(list(folder.iterdir())) // FILES)][:FILES]
    documents = [document(path.read_bytes(), path.name) for path in files]
    texts = [passage.text for one in documents for passage in passages(one)]
    words = sum(len(text.split()) for text in texts)
    reader, plain = extractor(), spacy.load(Settings().model, exclude=["ner"])

    def parse() -> None:
        for _ in plain.pipe(texts, batch_size=BATCH):
            pass

    pairs = [(timed(parse), timed(lambda: read_all(reader, documents))) for _ in range(ROUNDS)]
    its, ours = min(p for p, _ in pairs), min(o for _, o in pairs)
    print(f"| plain spaCy | {words} | {words / its:,.0f} | 1 |")
    how = "compiled" if compiled.library() else "interpreted"
    print(f"| Entente, {how} | {words} | {words / ours:,.0f} | {its / ours:.2f} |")


def grow(folder: Path) -> None:
    """Print the rows that tell how the process's CPU time grows with a document's length."""
    reader = extractor()
    for megabytes in (2, 4, 8):
        one = long_document(folder, megabytes * MEGABYTE)
        start = time.process_time()
        read_all(reader, [one])
        seconds = time.process_time() - start
        print(f"| {megabytes} MB | {seconds:.0f} s | {seconds / megabytes:.1f} s a MB |")


def peak(folder: Path) -> None:
    """Read 10 MB and print this process's peak memory in MB."""
    read_all(extractor(), [long_document(folder, 10 * MEGABYTE)])
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")


def main() -> None:
    folder = Path(sys.argv[1])
    if sys.argv[2:] == ["--peak"]:
        peak(folder)
        return
    compare(folder)
    grow(folder)
    command = [sys.executable, "-m", "benchmarks.extraction.speed", str(folder), "--peak"]
    used = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    print(f"| 10 MB | peak memory | {used} MB |")


if __name__ == "__main__":
    main()
