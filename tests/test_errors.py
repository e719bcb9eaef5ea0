"""Every message can be made and says which source it is about."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import explore.errors
from explore.language import load


def named_in_the_source():
    tree = ast.parse(Path(explore.errors.__file__).read_text(encoding="utf-8"))
    table = next(
        node for node in ast.walk(tree) if isinstance(node, ast.AnnAssign) and node.target.id == "MESSAGES"
    )
    return [key.value for key in table.value.keys]


def test_no_message_takes_the_name_of_another():
    names = named_in_the_source()
    assert sorted(names) == sorted(set(names))


def test_a_shipped_pipeline_that_is_broken_is_said_so(monkeypatch, tmp_path):
    monkeypatch.setattr(load, "MODEL", tmp_path)
    with pytest.raises(explore.errors.LanguageError, match="Install explore-articles again"):
        load.load_language()
