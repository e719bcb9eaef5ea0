"""Batches read by several processes at once; one that crashes or hangs costs the article that made it."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from explore.corpus.batch import Part
from explore.corpus.worker import receive, send
from explore.errors import error
from explore.sources.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from explore.corpus.batch import Job

# A pipeline, a table of actors and one of events: what `explore.reader.pipeline` takes.
Settings = tuple[str | None, str | None, str | None]
_PROGRAM = "from explore.corpus.worker import main; main()"
# A batch takes seconds; a minute for each of its articles means that one of them is stuck.
_PATIENCE = 900.0
_LOOK_EVERY = 0.5
_GOODBYE = 5.0


class CannotStartError(Exception):
    """No process could be started: the articles must be read in this one."""


class Pool:
    """Processes that read, and the threads that talk to them.

    Parameters
    ----------
    processes : int
    settings : tuple of str or None
        What `explore.reader.pipeline` takes.
    """

    def __init__(self, processes: int, settings: Settings) -> None:
        self._tasks: queue.SimpleQueue[Sequence[Job] | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[list[Part] | BaseException] = queue.SimpleQueue()
        self._stopped = False
        self._readers = [_Reader(settings) for _ in range(processes)]
        self._threads = [threading.Thread(target=self._serve, args=(r,), daemon=True) for r in self._readers]

    def read(self, batches: Iterable[Sequence[Job]]) -> Iterator[Part]:
        """Yield the parts of batches as they are done, in any order.

        Raises
        ------
        ExploreError
            If the pipeline cannot be loaded.
        CannotStartError
            If no process can be started; no batch has been taken then.
        """
        for thread in self._threads:
            thread.start()
        self._wait_until_ready()
        waiting = iter(batches)
        under_way, more = 0, True
        while more or under_way:
            # One batch waits for each process, so that none is idle while the next articles are loaded.
            while more and under_way < 2 * len(self._threads):
                batch = next(waiting, None)
                if batch is None:
                    more = False
                else:
                    self._tasks.put(batch)
                    under_way += 1
            if under_way:
                yield from self._next()
                under_way -= 1

    def close(self) -> None:
        """End the processes."""
        self._stopped = True
        for _ in self._threads:
            self._tasks.put(None)
        for reader in self._readers:
            reader.stop()
        for thread in self._threads:
            if thread.is_alive():
                thread.join(timeout=_GOODBYE)

    def _wait_until_ready(self) -> None:
        for _ in self._threads:
            self._next()

    def _next(self) -> list[Part]:
        """Return the parts of the next batch that is done; meanwhile see that no process is stuck."""
        while True:
            try:
                found = self._done.get(timeout=_LOOK_EVERY)
            except queue.Empty:
                for reader in self._readers:
                    reader.stop_if_stuck()
                continue
            if isinstance(found, BaseException):
                raise found
            return found

    def _serve(self, reader: _Reader) -> None:
        try:
            reader.start()
            self._done.put([])
            while (batch := self._tasks.get()) is not None:
                self._done.put(self._parts(reader, batch))
        except BaseException as problem:
            if not self._stopped:
                self._done.put(problem)
        finally:
            reader.end()

    def _parts(self, reader: _Reader, batch: Sequence[Job]) -> list[Part]:
        """Return the part of a batch; if the process stops, read its articles one by one."""
        try:
            return [reader.read(batch)]
        except _GoneError as gone:
            if self._stopped:
                raise
            reader.start()
            if len(batch) == 1:
                source = batch[0].article.origin
                failure = Failure.of(error("stopped", source, why=gone), source)
                return [Part((), b"", ((batch[0].key, failure),))]
        return [part for job in batch for part in self._parts(reader, [job])]


class _GoneError(Exception):
    """The process has stopped; the message says how."""


class _Reader:
    """One process that reads, seen from here."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._since: float | None = None

    def start(self) -> None:
        """Start the process and wait until it can read."""
        self.end()
        if not sys.executable:
            raise CannotStartError
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(p or str(Path.cwd()) for p in sys.path)}
        # A group of its own: Ctrl-C in a terminal reaches only the process that asked.
        group = 0x200 if sys.platform == "win32" else 0
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _PROGRAM],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                start_new_session=True,
                creationflags=group,
            )
        except OSError as why:
            raise CannotStartError from why
        try:
            problem = self._ask(self._settings)
        except _GoneError as gone:
            raise CannotStartError(str(gone)) from gone
        if isinstance(problem, BaseException):
            raise problem

    def read(self, batch: Sequence[Job]) -> Part:
        """Return the part of a batch."""
        part = self._ask(list(batch))
        if not isinstance(part, Part):
            raise _GoneError(f"it answered with a {type(part).__name__}")
        return part

    def stop(self) -> None:
        """Kill the process, from any thread."""
        if self._process is not None:
            self._process.kill()

    def stop_if_stuck(self) -> None:
        """Kill the process if it has worked on one batch for too long."""
        since = self._since
        if since is not None and time.monotonic() - since > _PATIENCE:
            self.stop()

    def end(self) -> None:
        """Kill the process and forget it, from the thread that talks to it."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _ask(self, what: object) -> object:
        process, self._since = self._process, time.monotonic()
        if process is None or process.stdin is None or process.stdout is None:
            raise _GoneError("it was not started")
        try:
            send(process.stdin, what)
            return receive(process.stdout)
        except (EOFError, OSError):
            took = time.monotonic() - self._since
            process.kill()
            raise _GoneError(
                "it took too long" if took > _PATIENCE else f"exit code {process.wait()}"
            ) from None
        finally:
            self._since = None
