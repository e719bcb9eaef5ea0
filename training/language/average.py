"""The mean of two trainings that grew out of one: python -m training.language.average ONE OTHER OUT."""

from __future__ import annotations

import argparse
from pathlib import Path

import spacy


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    nlp, other = spacy.load(args.one), spacy.load(args.other)
    for name in nlp.pipe_names:
        for a, b in zip(nlp.get_pipe(name).model.walk(), other.get_pipe(name).model.walk(), strict=True):
            for param in a.param_names:
                a.set_param(param, (a.get_param(param) + b.get_param(param)) / 2)
    nlp.to_disk(args.out)


if __name__ == "__main__":
    main()
