"""Read many articles: in batches, by several processes, going on where an earlier run stopped."""

from __future__ import annotations

import itertools
import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explore.corpus import store
from explore.corpus.assemble import Work, tables_of
from explore.corpus.batch import MOST_ARTICLES, MOST_CHARACTERS, Job, read_batch
from explore.corpus.corpus import Corpus
from explore.corpus.keys import Ids, article_key, stamp
from explore.corpus.pool import CannotStartError, Pool
from explore.corpus.progress import Meter
from explore.reader import pipeline
from explore.sources import load_all
from explore.sources.duplicates import fingerprint
from explore.sources.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from explore.article import Article
    from explore.corpus.batch import Part
    from explore.corpus.pool import Settings

# A process needs some seconds to load the pipeline: below this many articles one is as quick.
_WORTH_A_PROCESS = 40
_MOST_PROCESSES = 16


def read_all(
    articles: object,
    *,
    processes: int | None = None,
    progress: bool | None = None,
    language: str | None = None,
    actors: str | Path | None = None,
    events: str | Path | None = None,
    folder: str | Path | None = None,
) -> Corpus:
    """Read many articles.

    An article that cannot be read is a row of `corpus.failures`; the others are read. One whose text was
    there before is listed in `corpus.articles` with `duplicate_of`, and what it says counts once.
    Ctrl-C (or the stop button of a notebook) returns what is done.

    Parameters
    ----------
    articles : Collection, iterable of Article, or whatever `explore.load_all` takes
    processes : int, optional
        How many processes read at once; left out, as many as there are cores if there are enough articles.
    progress : bool, optional
        Whether to show how far it is, how fast, and the time left; left out, where it is run in a
        terminal or a notebook.
    language : str, optional
        An installed spaCy pipeline to use in place of the one that ships.
    actors : path, optional
        A CSV file with people to add or correct.
    events : path, optional
        A CSV file with kinds of event of one's own, as `explore.read` takes it.
    folder : path, optional
        Where to keep the corpus. Run again with the same folder, only what is new or changed is read, and
        work that was interrupted goes on where it stopped.

    Returns
    -------
    Corpus

    Raises
    ------
    ExploreError
        If there is no such source, or the pipeline or a table cannot be used.

    >>> corpus = read_all([{"title": "Xi in Moscow", "text": "Xi Jinping met Vladimir Putin in Moscow."}])
    >>> corpus.articles["article_id"].tolist()
    ['record-0']
    """
    collection = load_all(articles)
    settings = language, str(actors) if actors else None, str(events) if events else None
    way = stamp(*settings)
    work = Work()
    parts = store.Parts(Path(folder), way) if folder else None
    if parts:
        for path, keys in parts.kept():
            work.add(path, keys)
    shown = progress is not False
    meter = Meter(collection.expected() if shown else None, progress)
    batches = _batches(collection.items(), work, meter)
    try:
        with closing(_read(batches, processes, settings)) as found:
            for part in found:
                _keep(part, work, parts)
                meter.add(len(part.keys) + len(part.failures))
    except KeyboardInterrupt:
        work.complete = False
    finally:
        meter.close()
    if folder and work.complete:
        # Only what other tables are made from stays in memory while they are written.
        Corpus(tables_of(work, kept=("article_events", "events")), work.parts, way).save(folder)
        return Corpus.open(folder)
    return Corpus(tables_of(work), work.parts, way, work.complete)


def _batches(found: Iterable[Article | Failure], work: Work, meter: Meter) -> Iterator[list[Job]]:
    """Enter what is found in `work`, and yield the articles that are yet to be read, in batches."""
    ids, first = Ids(), dict[bytes, str]()
    asked: set[str] = set(work.where)
    batch: list[Job] = []
    for place, item in enumerate(found):
        if isinstance(item, Failure):
            work.failures.append((place, item))
            meter.add(1)
            continue
        name, text = ids.of(item), fingerprint(item)
        original = first.setdefault(text, name)
        key = article_key(item, repeated=original != name)
        work.articles.append(_row(item, name, key, None if original == name else original))
        work.places[key] = place
        if key in asked:
            meter.add(1, kept=1)
            continue
        asked.add(key)
        batch.append(Job(key, item, repeated=original != name))
        if len(batch) == MOST_ARTICLES or sum(len(job.article.text) for job in batch) > MOST_CHARACTERS:
            yield batch
            batch = []
    if batch:
        yield batch


def _row(article: Article, name: str, key: str, original: str | None) -> dict[str, Any]:
    return {
        "article_id": name,
        "key": key,
        "title": article.title,
        "source": article.source,
        "author": article.author,
        "url": article.url,
        "words": len(article.text.split()),
        "duplicate_of": original,
        "warnings": article.warnings,
        "origin": article.origin,
    }


def _read(batches: Iterator[Sequence[Job]], processes: int | None, settings: Settings) -> Generator[Part]:
    """Yield the parts of batches, read here or by other processes."""
    first = list(itertools.islice(batches, 3))
    waiting = itertools.chain(first, batches)
    enough = sum(map(len, first)) >= _WORTH_A_PROCESS
    count = processes or (min(_cores(), _MOST_PROCESSES) if enough else 1)
    if count > 1 and first:
        pool = Pool(count, settings)
        try:
            yield from pool.read(waiting)
            return
        except CannotStartError:
            pass
        finally:
            pool.close()
    nlp = pipeline(*settings)
    for batch in waiting:
        yield read_batch(nlp, batch)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _keep(part: Part, work: Work, parts: store.Parts | None) -> None:
    work.failures.extend((work.places[key], failure) for key, failure in part.failures)
    if part.keys:
        work.add(parts.add(part.data) if parts else part.data, part.keys)
