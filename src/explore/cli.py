"""The command line: read an article, make its report, open the notebooks."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime  # noqa: TC003 - typer reads the annotations
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

import explore
from explore.errors import ExploreError, error
from explore.sources import holds_many
from explore.wording import printable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from explore.article import Article
    from explore.corpus import Corpus
    from explore.reading import Reading
    from explore.show import Table

app = typer.Typer(
    name="explore",
    help="Read a news article: what happened when, who met whom, who said what to whom.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
TABLES = ("dates", "actors", "mentions", "events", "quotes")
_PIPE_WIDTH = 140
_progress = Console(stderr=True, highlight=False)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; an input that cannot be used is one line on stderr and exit code 2."""
    try:
        app(arguments)
    except ExploreError as problem:
        _refuse(str(problem))
    except OSError as problem:
        _refuse(str(error("not_written", problem.filename or "the output", why=problem.strerror or problem)))


def _refuse(words: str) -> None:
    typer.echo(f"explore: {printable(words)}", err=True)
    raise SystemExit(2)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"explore {explore.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Read a news article: what happened when, who met whom, who said what to whom."""


@app.command()
def read(
    file: Annotated[
        str, typer.Argument(help="A file, an address, a folder or table of many articles; - for a paste.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Write everything found as JSON.")] = False,
    csv: Annotated[
        Path | None, typer.Option(help="Write the tables as CSV files into this folder.", file_okay=False)
    ] = None,
    published: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of publication, if you know it.")
    ] = None,
    keep: Annotated[
        Path | None, typer.Option(help="Keep many articles in this folder, to go on from.", file_okay=False)
    ] = None,
    actors: Annotated[Path | None, typer.Option(help="A CSV file with people to add or correct.")] = None,
    events: Annotated[Path | None, typer.Option(help="A CSV file with kinds of event to add.")] = None,
) -> None:
    """Read an article and show its events and quotations, or write everything found.

    A folder, a table, a feed or an archive is read article by article; with --keep, again only what is new.
    """
    if file != "-" and holds_many(file):
        if published:
            raise typer.BadParameter("--published is for one article; a table has a column for it")
        _read_many(explore.read_all(file, folder=keep, actors=actors, events=events), as_json, csv)
        return
    day = published.date() if published else None
    with _progress.status("reading …"):
        article = _pasted(day) if file == "-" else explore.load(file, published=day)
        reading = explore.read(article, actors=actors, events=events)
    if csv:
        _write_csv(reading, csv)
    if as_json:
        typer.echo(_as_json(reading))
    elif not csv:
        _show(reading)


@app.command()
def report(
    file: Annotated[str, typer.Argument(help="A file or an address.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The HTML file to write.")] = Path(
        "report.html"
    ),
) -> None:
    """Run the notebooks on an article and write one HTML file that needs no network."""
    from explore.report import report as made

    if output.is_dir() or not output.absolute().parent.is_dir():
        raise error("not_written", output, why="there is no such folder, or it is one itself")
    html = made(file, progress=lambda words: _progress.print(f"running {words} …"))
    output.write_text(html, encoding="utf-8")
    _progress.print(f"wrote {printable(str(output))} ({len(html.encode()) / 1e6:.1f} MB)", markup=False)


@app.command()
def lab(
    folder: Annotated[Path, typer.Argument(help="Where the notebooks go.")] = Path("explore-lab"),
    start: Annotated[bool, typer.Option("--open/--no-open", help="Open JupyterLab there.")] = True,
) -> None:
    """Put the notebooks and sample articles into a folder, keeping what is there, and open JupyterLab."""
    from explore.notebooks import lay_out

    kept, placed = lay_out(folder)
    _progress.print(
        f"{placed} files placed in {printable(str(folder))}, {kept} kept as they were", markup=False
    )
    if start:
        first = "--LabApp.default_url=/lab/tree/notebooks/01_read_the_article.ipynb"
        raise typer.Exit(subprocess.call([sys.executable, "-m", "jupyterlab", str(folder), first]))


def _write_csv(reading: Reading, folder: Path) -> None:
    from explore.events.export import to_csv

    folder.mkdir(parents=True, exist_ok=True)
    for name in TABLES:
        to_csv(getattr(reading, name), folder / f"{name}.csv")
    _progress.print(f"wrote {', '.join(TABLES)} to {printable(str(folder))}", markup=False)


def _pasted(published: date | None) -> Article:
    """Return the article in what comes on standard input."""
    from explore.sources.load import article_from_bytes

    return article_from_bytes(sys.stdin.buffer.read(), "standard input", published)


def _read_many(corpus: Corpus, as_json: bool, csv: Path | None) -> None:
    from explore import show
    from explore.corpus.schema import TABLES as ALL
    from explore.corpus.view import overview
    from explore.events.export import to_json

    for failure in corpus.failures.itertuples():
        words = f"not read: {failure.source}: {failure.reason}"
        _progress.print(printable(words), markup=False, soft_wrap=True)
    if len(corpus.failures) and not len(corpus.articles):
        raise typer.Exit(2)
    if csv:
        corpus.to_csv(csv)
        _progress.print(f"wrote {', '.join(ALL)} to {printable(str(csv))}", markup=False)
    if as_json:
        ascii_only = not sys.stdout.encoding.lower().startswith("utf")
        tables = {name: json.loads(to_json(getattr(corpus, name))) for name in ALL}
        typer.echo(json.dumps(tables, ensure_ascii=ascii_only, indent=1))
    elif not csv:
        words = "\n".join(f"{name}: {found}" for name, found in overview(corpus).rows)
        _print(words, (("Events", show.events(corpus.events)),))


def _as_json(reading: Reading) -> str:
    """Return everything found as JSON; control characters are escaped, as JSON has it."""
    from explore.events.export import to_json

    article = reading.article
    found: dict[str, Any] = {
        "title": article.title,
        "source": article.source,
        "published": reading.published and reading.published.isoformat(),
        "published_from": reading.published_from,
        "published_evidence": reading.published_evidence,
        "text": article.text,
        "furniture": [{"text": f.text, "reason": f.reason, "line": f.line} for f in article.furniture],
    }
    tables = {name: json.loads(to_json(getattr(reading, name))) for name in TABLES}
    return json.dumps(
        found | tables, ensure_ascii=not sys.stdout.encoding.lower().startswith("utf"), indent=1
    )


def _show(reading: Reading) -> None:
    """Print the overview, the events and the quotations as text a terminal cannot be tricked by."""
    from explore import show

    tables = (("Events", show.events(reading.events)), ("Quotations", show.quotes(reading.quotes)))
    _print(show.overview(reading).words, tables)


def _print(words: str, tables: Sequence[tuple[str, Table]]) -> None:
    width = None if sys.stdout.isatty() else _PIPE_WIDTH
    console = Console(width=width, highlight=False, markup=False, emoji=False)
    console.print(Text(printable(words)))
    for heading, table in tables:
        console.print()
        console.print(_grid(heading, table) if len(table) else Text(table.empty))


def _grid(heading: str, table: Table) -> Grid:
    grid = Grid(title=heading, title_justify="left", show_lines=False, box=None, pad_edge=False)
    for column in table.columns:
        grid.add_column(column, overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(printable(cell)) for cell in row))
    return grid
