"""Everything that reads a table out of `flows/data` lives here. Nothing is read before somebody asks."""

import csv
from importlib.resources import files
from io import StringIO


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one CSV file, by the names of its columns. Whoever calls keeps them (functools.cache)."""
    text = files("flows").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(StringIO(text, newline="")))
