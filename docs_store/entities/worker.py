"""Names found in another process: it is given an article at a time, and answers with the article marked."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress

import msgspec

from docs_store.entities import annotate
from docs_store.errors import DocsStoreError
from docs_store.model import Article, Recogniser
from docs_store.processes import module_command, module_environment


class Worker:
    """One process. It holds one article: ask for its answer before you give it another."""

    def __init__(self, recogniser: Recogniser) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this interpreter, and one of three words
            module_command("docs_store.entities.worker", recogniser),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=module_environment(),
            start_new_session=True,  # ctrl-C is for the one that stores
        )
        self._decoder = msgspec.json.Decoder(Article)
        self.busy = False

    def give(self, article: Article) -> None:
        """Let it begin."""
        if self._process.stdin is None:
            raise AssertionError("unreachable: it is a pipe")
        with suppress(BrokenPipeError):  # `take` tells
            self._process.stdin.write(msgspec.json.encode(article) + b"\n")
            self._process.stdin.flush()
        self.busy = True

    def take(self) -> Article:
        """Wait for the article, and return it marked."""
        if self._process.stdout is None:
            raise AssertionError("unreachable: it is a pipe")
        line = self._process.stdout.readline()
        if not line.endswith(b"\n"):
            raise DocsStoreError("a process that finds names was ended, perhaps for want of memory; use fewer")
        self.busy = False
        return self._decoder.decode(line)

    def stop(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def main() -> None:
    """Answer each article of standard input, a line of JSON, by the recogniser that the command line names."""
    recogniser = Recogniser(sys.argv[1])
    decoder, encoder = msgspec.json.Decoder(Article), msgspec.json.Encoder()
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(encoder.encode(annotate(decoder.decode(line), recogniser)) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
