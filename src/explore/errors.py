"""Every message a user can meet, in one place: what happened, why, what to try."""

from __future__ import annotations


class ExploreError(Exception):
    """An input that cannot be used, said in one line.

    Attributes
    ----------
    source : str
        What was being read (a path, an address, "the text").
    reason : str
        What happened and why.
    hint : str
        What to try.

    >>> try:
    ...     raise error("empty", "news.txt")
    ... except ExploreError as problem:
    ...     problem.source, problem.reason
    ('news.txt', 'there is no text in it.')
    """

    def __init__(self, source: str, reason: str, hint: str) -> None:
        self.source, self.reason, self.hint = source, reason, hint
        super().__init__(source, reason, hint)

    def __str__(self) -> str:
        return f"{self.source}: {self.reason} {self.hint}".strip()


class SourceError(ExploreError):
    """An article that could not be loaded."""


class LanguageError(ExploreError):
    """A language pipeline that could not be loaded."""


class KnowledgeError(ExploreError):
    """A user's own table (actors, event kinds) that could not be used."""


# name: (class, reason, hint); the fields in braces are filled by `error`.
MESSAGES: dict[str, tuple[type[ExploreError], str, str]] = {
    "missing": (
        SourceError,
        "there is no such file.",
        "Check the path; relative paths start at {folder}.",
    ),
    "empty": (SourceError, "there is no text in it.", "Check that the file was saved completely."),
    "binary": (
        SourceError,
        "this is {what}, not text.",
        "Save the article as plain text or HTML and load that.",
    ),
    "not_english": (
        SourceError,
        "the text looks {language}; only English is read.",
        "Load an English version of the article.",
    ),
    "too_large": (
        SourceError,
        "it is larger than the limit of {limit}.",
        "Cut the article out and load that.",
    ),
    "not_written": (SourceError, "{why}.", "Check the path and that you may read and write there."),
    "text_for_path": (
        SourceError,
        "this is a text, not the path of a file.",
        "Use Article.from_text(text, clean=True).",
    ),
    "no_path": (
        SourceError,
        "this is no path, address or Article.",
        "A text goes through Article.from_text(text, clean=True), many articles through explore.read_all.",
    ),
    "no_string": (
        SourceError,
        "this is no text.",
        "Give a string: bytes go into a file for explore.load, a table to explore.read_all.",
    ),
    "many": (
        SourceError,
        "it holds more than one article.",
        "Read them all with explore.read_all, or load one with explore.load_all.",
    ),
    "not_a_file": (SourceError, "this is {what}, not a file.", "{try_this}"),
    "broken_link": (
        SourceError,
        "this is a link to a file that is not there.",
        "Load the file itself, or mend the link.",
    ),
    "unreadable": (
        SourceError,
        "the file cannot be read ({why}).",
        "Check its permissions and where it links.",
    ),
    "unknown_encoding": (
        SourceError,
        "there is no text encoding called {encoding!r}.",
        "Leave `encoding` out to have it found.",
    ),
    "bad_day": (
        SourceError,
        "this is no day.",
        'Give a date, or a text like "2024-04-07".',
    ),
    "bad_address": (
        SourceError,
        "this is no http or https address.",
        "Give the address as the browser shows it, beginning with https://.",
    ),
    "offline": (
        SourceError,
        "the page could not be fetched ({why}).",
        "Check the connection and the address, or save the page in a browser and load the file.",
    ),
    "slow": (
        SourceError,
        "the server did not answer in time.",
        "Try again later, or save the page in a browser and load the file.",
    ),
    "refused": (
        SourceError,
        "the server refused the page ({status} {phrase}).",
        "Open it in a browser, save the page and load the file.",
    ),
    "redirects": (
        SourceError,
        "the address redirects without end.",
        "Open it in a browser and give the address it ends at.",
    ),
    "private": (
        SourceError,
        "it leads to an address inside this computer or its network ({address}), so it was not fetched.",
        "If you trust it, save the page in a browser and load the file.",
    ),
    "wall": (
        SourceError,
        "the page shows {what} in place of the article.",
        "Open it in a browser, see that the article is there, save the page and load the file.",
    ),
    "listing": (
        SourceError,
        "the page is a list of articles, not an article.",
        "Give the address of one of them, or a list of addresses to explore.load_all.",
    ),
    "no_article": (
        SourceError,
        "no article was found in the page.",
        "Copy the text of the article from the browser and load that.",
    ),
    "no_text_in_pdf": (
        SourceError,
        "the PDF has no text: its pages are pictures.",
        "Run a text recognition (OCR) on it and load the result.",
    ),
    "wrong_encoding": (
        SourceError,
        "its bytes are not {encoding}.",
        "Leave `encoding` out to have it found.",
    ),
    "no_english": (
        SourceError,
        "hardly a word of it is English.",
        "Check that it was copied or saved as it should; load an English article.",
    ),
    "no_words": (SourceError, "there are no words in it.", "Load the text of an article."),
    "long_word": (
        SourceError,
        "it has a word of more than {limit} letters: this is data, not an article.",
        "Cut the article out and load that.",
    ),
    "no_table": (KnowledgeError, "there is no such table of people.", "Check the path of `actors`."),
    "table_not_text": (
        KnowledgeError,
        "this is no CSV table in UTF-8.",
        "Save the table as CSV (UTF-8) and try again.",
    ),
    "table_columns": (
        KnowledgeError,
        "the first line does not name the columns we read.",
        "Begin the file with a line of names out of: {columns}; `name` is needed.",
    ),
    "table_row": (KnowledgeError, "row {row}: {problem}.", "Mend the row and try again."),
    "no_pipeline": (
        LanguageError,
        "no spaCy pipeline of this name can be loaded here.",
        "Leave `language` out to use the one that ships, or run: python -m spacy download {name}",
    ),
    "no_model": (
        LanguageError,
        "the pipeline that ships with the package cannot be loaded.",
        "Install explore-articles again, with a spaCy of the version it asks for.",
    ),
    "other_language": (
        LanguageError,
        "this pipeline is made for the language {language!r}; only English is read.",
        "Leave `language` out to use the one that ships.",
    ),
    "incomplete_pipeline": (
        LanguageError,
        "this pipeline lacks a component that we read: {lacking}.",
        "Leave `language` out to use the one that ships, or run: python -m spacy download en_core_web_sm",
    ),
    "codebook_unreadable": (
        KnowledgeError,
        "the event codebook could not be read.",
        "Give the path of a CSV file in UTF-8 with the columns of explore/events/codebook/contacts.csv.",
    ),
    "unknown_form": (
        ExploreError,
        "events are not written as {form}.",
        "Use a name that ends in .csv, .json or .ics, or form='csv', 'json', 'ical' or 'timelinejs'.",
    ),
    "codebook_row": (
        KnowledgeError,
        "row {row} of the event codebook lacks {need}.",
        "Compare it with a row of explore/events/codebook/contacts.csv.",
    ),
    "unexpected": (
        SourceError,
        "it could not be read ({why}).",
        "If it opens elsewhere, this is a fault of ours: please report it.",
    ),
    "no_source": (
        SourceError,
        "this is no path, address, table or list of articles.",
        "Give a folder, a file, a DataFrame, or a list of paths, addresses, records or Articles.",
    ),
    "unknown_part": (
        SourceError,
        "{part!r} is not a part of an article.",
        "Name the columns of: {parts}.",
    ),
    "no_column": (
        SourceError,
        "there is no column {column!r}; the columns are {columns}.",
        "Check the names in `columns`.",
    ),
    "no_text_column": (
        SourceError,
        "no column is known to hold the text; the columns are {columns}.",
        'Name it: columns={{"text": "…"}}.',
    ),
    "addresses_only": (
        SourceError,
        "it lists addresses without the articles' text; the columns are {columns}.",
        "Give the addresses themselves to load_all to fetch the pages, or name the column of the text.",
    ),
    "no_text": (SourceError, "the record has no text.", "Leave it out, or name the column of the text."),
    "address_without_text": (
        SourceError,
        "the record has an address and no text.",
        "Give the address to load_all to fetch the page.",
    ),
    "broken_record": (SourceError, "this is no {what} ({why}).", "Mend or leave out this record."),
    "broken_row": (
        SourceError,
        "the row has {found} cells under {wanted} columns.",
        "Check the quotation marks and separators of the row.",
    ),
    "broken_file": (SourceError, "this is a damaged {what} ({why}).", "Get or save the file again."),
    "no_records": (
        SourceError,
        "there are no records in it.",
        "Give a list of records, each with a title and a text.",
    ),
    "empty_folder": (SourceError, "there is no file in the folder.", "Check the path."),
    "outside_link": (
        SourceError,
        "this is a link to a folder elsewhere; it was not followed.",
        "Load that folder itself.",
    ),
    "unsafe_name": (
        SourceError,
        "its name leads out of the archive.",
        "Unpack the archive with care and load the files.",
    ),
    "bomb": (
        SourceError,
        "it unpacks to far more than its size: this is no archive of articles.",
        "If you trust it, unpack it and load the files.",
    ),
    "locked": (SourceError, "it is encrypted.", "Unpack it with its password and load the files."),
    "too_deep": (SourceError, "it is nested too deeply.", "Unpack it and load what is in it."),
    "no_quotes_table": (
        ExploreError,
        "it lacks {columns}, so it is no table of quotations.",
        "Give reading.quotes, corpus.quotes or rows of one of them; for side_by_side, what compare returns.",
    ),
    "no_embedding_model": (
        LanguageError,
        "the sentence-embedding model cannot be loaded ({why}).",
        "Leave `model` out to compare by words, or give the folder of a model.",
    ),
    "extra": (
        SourceError,
        "reading {what} needs a package that is not installed.",
        'Run: pip install "explore-articles[{extra}]"',
    ),
    "stopped": (
        SourceError,
        "the process that read it stopped ({why}).",
        "Read it alone; if it fails again, please report it.",
    ),
    "no_corpus": (
        SourceError,
        "there is no corpus in the folder.",
        "Check the path, or make one with read_all(…, folder=…).",
    ),
    "unfinished_corpus": (
        SourceError,
        "the corpus was not finished.",
        "Run read_all(…, folder=…) again: it goes on where it stopped.",
    ),
    "no_such_event": (
        SourceError,
        "there is no event of this id in the corpus.",
        "See corpus.events.event_id.",
    ),
    "no_such_article": (
        SourceError,
        "there is no article of this id in the corpus.",
        "See corpus.articles.article_id.",
    ),
}


def error(message: str, source: object, **fields: object) -> ExploreError:
    """Return the named error about `source`, ready to raise.

    >>> print(error("empty", "news.txt"))
    news.txt: there is no text in it. Check that the file was saved completely.
    """
    kind, reason, hint = MESSAGES[message]
    plain = {name: shown(value) if isinstance(value, str) else value for name, value in fields.items()}
    return kind(shown(source), reason.format(**plain), hint.format(**plain))


def shown(source: object, width: int = 200) -> str:
    r"""Return the name of a source as printable characters, shortened in the middle.

    >>> shown("a\x1b[31m.txt")
    'a\\x1b[31m.txt'
    """
    text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in str(source))
    return text if len(text) <= width else f"{text[: width // 2]}…{text[-width // 2 :]}"
