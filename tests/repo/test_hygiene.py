"""Nothing of the place where the project was written, and nothing unfinished, is part of it."""

import re
from collections.abc import Iterator

import pytest

from tests.repo.listing import ROOT, project_files

# One letter of each pattern is in brackets, so that this file does not find itself.
PLACES = {
    "a package registry": r"--(extra-)?[i]ndex-url|--[f]ind-links|https?://\S*/[s]imple\b|[a]rtifactory|[n]exus\.",
    "a path of somebody's machine": r"(?<![\w.])/([w]ork|[r]oot|[h]ome/\w+|[U]sers|opt/([w]heels|[p]ypi))\b",
    "a folder beside the project": r"\.\./[s]hared/",
}
CREDENTIALS = {
    "a bot token": r"\b\d{8,10}:[A-Za-z0-9_-]{35}\b",
    "a private key": r"-----[B]EGIN [A-Z ]*PRIVATE KEY",
    "a key of a service": r"\b(AKIA[0-9A-Z]{16}|gh[pousr]_\w{30,}|sk-[\w-]{20,}|xox[abp]-[\w-]{10,})",
    "an encryption key": r"ENCRYPTION_KEY\s*[=:]\s*[\"']?[A-Za-z0-9+/_-]{43}=",
    "a password in an address": r"\w+://[^\s/:@{]+:(?!password|pass|p)[^\s/:@{]+@",
}
UNFINISHED = {
    "something to be done": r"\b([T]ODO|[F]IXME|[X]XX)\b",
    "a test that is not run": r"mark\.([s]kip|[x]fail)|pytest\.([s]kip|[x]fail|[i]mportor)|unittest\.[s]kip",
    "an exception without a reason": r"#\s*type:\s*[i]gnore(?!\[[\w, -]+\]\s+\S)|#\s*[n]oqa(?!:\s*[A-Z]+\d+)",
}
RULES = PLACES | CREDENTIALS | UNFINISHED
# The one place that may name what lies beside the project, and what `make lock` has to say.
ALLOWED = {
    "a folder beside the project": {".ci/run"},
    "a package registry": {"Makefile"},
    "a password in an address": {"tests/blackbox/test_stopping.py"},  # one that has to be refused
}


def lines() -> Iterator[tuple[str, int, str]]:
    """Every line of every text file of the project, with its file and its number."""
    for file in project_files():
        content = (ROOT / file).read_bytes()
        if b"\0" not in content:
            text = content.decode("utf-8", errors="replace")
            yield from ((str(file), number, line) for number, line in enumerate(text.splitlines(), start=1))


@pytest.fixture(scope="module")
def everything() -> list[tuple[str, int, str]]:
    """Read once for all rules."""
    return list(lines())


@pytest.mark.parametrize("rule", RULES)
def test_the_project_does_not_contain(rule: str, everything: list[tuple[str, int, str]]) -> None:
    """Each finding is told with its place, and a credential is not repeated."""
    pattern, allowed = re.compile(RULES[rule]), ALLOWED.get(rule, set())
    found = [
        f"{file}:{number}"
        for file, number, line in everything
        if file not in allowed and pattern.search(line)
    ]
    assert found == [], f"these lines contain {rule}"


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("a bot token", f"TELEGRAM_BOT_TOKEN={'1' * 10}:{'a' * 35}"),
        ("an encryption key", f"ENCRYPTION_KEY={'k' * 43}="),
        ("a path of somebody's machine", f"see /{'home'}/me/notes"),
        ("a package registry", f"pip install --{'index'}-url x"),
        ("a password in an address", f"postgresql://me:{'s3cret'}@host/name"),
        ("something to be done", f"# {'TO' + 'DO'}: later"),
        ("a test that is not run", f"@pytest.mark.{'sk' + 'ip'}"),
        ("an exception without a reason", f"x = 1  # {'type'}: ignore"),
        ("an exception without a reason", f"x = 1  # {'no' + 'qa'}"),
    ],
)
def test_the_rules_find_what_they_are_for(rule: str, line: str) -> None:
    """A rule that never finds anything would be no rule."""
    assert re.search(RULES[rule], line)


def test_secrets_and_data_stay_out() -> None:
    """No settings, databases or keys are part of the project."""
    kinds = {".db", ".sqlite", ".sqlite3", ".key", ".pem"}
    assert [file for file in project_files() if file.name == ".env" or file.suffix in kinds] == []
