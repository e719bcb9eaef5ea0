"""A process that reads batches: jobs come in on its standard input, parts go out on its standard output.

It is a program of its own, not a fork: so it needs no `if __name__ == "__main__"` in a script, works in
notebooks and on every system, and one that crashes takes only its batch with it.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
from typing import IO, Any

_LENGTH = struct.Struct(">Q")


def send(stream: IO[bytes], what: object) -> None:
    """Write an object with its length before it."""
    data = pickle.dumps(what, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:  # noqa: ANN401 - whatever was sent
    """Return the next object; raise EOFError if the other side is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)


def main() -> None:
    """Read batches until the other side is gone; the first message names the pipeline."""
    # Ctrl-C is for the process that asked: it ends this one by closing the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    jobs = sys.stdin.buffer
    parts = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints must not stand among the parts.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        settings = receive(jobs)
        from explore.corpus.batch import read_batch
        from explore.reader import pipeline

        nlp = pipeline(*settings)
    except EOFError:
        return
    except Exception as problem:
        send(parts, problem)
        return
    send(parts, None)
    try:
        while True:
            send(parts, read_batch(nlp, receive(jobs)))
    except (EOFError, BrokenPipeError):
        return


if __name__ == "__main__":
    main()
