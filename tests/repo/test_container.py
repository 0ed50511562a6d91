"""What the image and the example settings promise an operator. Docker itself is not needed to see it."""

import json
import re
from pathlib import Path

import pytest

from bot.settings import load

ROOT = Path(__file__).parents[2]
Instruction = tuple[str, str]
SETTINGS = {
    "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_API_URL",
    "DATABASE_URL",
    "ENCRYPTION_KEY",
    "ENCRYPTION_KEY_FILE",
    "SEND_RATE_PER_SECOND",
    "OPERATOR_NAME",
    "OPERATOR_CONTACT",
    "LOG_LEVEL",
    "LOG_FORMAT",
}


def read_instructions(text: str) -> list[Instruction]:
    """The instructions of a Dockerfile in order, continued lines joined, comments left out."""
    joined = re.sub(r"\\\n\s*", "", re.sub(r"(?m)^\s*#.*\n", "", text))
    lines = [line.strip() for line in joined.splitlines() if line.strip()]
    return [(name, rest.strip()) for name, _, rest in (line.partition(" ") for line in lines)]


@pytest.fixture
def instructions() -> list[Instruction]:
    """The last stage of our Dockerfile: what becomes the image."""
    found = read_instructions((ROOT / "Dockerfile").read_text())
    last = max(index for index, (name, _) in enumerate(found) if name == "FROM")
    return found[last:]


def environment(instructions: list[Instruction]) -> dict[str, str]:
    """What ENV sets."""
    pairs = " ".join(rest for name, rest in instructions if name == "ENV").split()
    return dict(pair.split("=", 1) for pair in pairs)


def test_it_has_stages_and_pins_what_it_installs() -> None:
    """Tools that install are not part of the image, and nothing unpinned comes in."""
    found = read_instructions((ROOT / "Dockerfile").read_text())
    assert [rest.split()[0] for name, rest in found if name == "FROM"] == ["python:3.11-slim"] * 2
    installs = [rest for name, rest in found if name == "RUN" and "pip install" in rest]
    assert installs
    assert all("--require-hashes -r requirements.lock" in rest for rest in installs)


def test_it_does_not_run_as_root(instructions: list[Instruction]) -> None:
    """The user is set, and nothing is built after that."""
    names = [name for name, _ in instructions]
    assert dict(instructions)["USER"] not in {"", "root", "0"}
    assert "RUN" not in names[names.index("USER") :]


def test_it_keeps_everything_on_one_volume(instructions: list[Instruction]) -> None:
    """Database, key and heartbeat survive a new image; the key is neither in nor beside the database."""
    found = load(environment(instructions), dotenv=None)
    volumes = [rest for name, rest in instructions if name == "VOLUME"]
    assert volumes == ["/data"]
    assert found.sqlite_file == Path("/data/selfkind.db")
    assert found.encryption_key_file == Path("/data/keys/selfkind.key")
    assert found.heartbeat_file == Path("/data/heartbeat")


def test_it_says_whether_it_is_well(instructions: list[Instruction]) -> None:
    """The health check asks the program, and the program stops at the signal it listens to."""
    check = dict(instructions)["HEALTHCHECK"]
    assert json.loads(check[check.index("[") :]) == ["python", "-m", "bot", "health"]
    assert dict(instructions)["STOPSIGNAL"] == "SIGTERM"
    assert json.loads(dict(instructions)["ENTRYPOINT"]) == ["python", "-m", "bot"]
    assert environment(instructions)["PYTHONUNBUFFERED"] == "1"


def test_only_what_is_needed_goes_in() -> None:
    """Everything is kept out by default; what the Dockerfile copies is let in, and nothing else."""
    kept = (ROOT / ".dockerignore").read_text().split()
    everything = read_instructions((ROOT / "Dockerfile").read_text())
    copied = {rest.split()[-2] for name, rest in everything if name == "COPY" and "--from" not in rest}
    assert "*" in kept
    assert {line[1:] for line in kept if line.startswith("!")} == copied
    assert all((ROOT / name).exists() for name in copied)


def test_the_example_names_every_setting_and_sets_none(tmp_path: Path) -> None:
    """Copied as it is, it changes nothing."""
    text = (ROOT / ".env.example").read_text()
    assert set(re.findall(r"(?m)^([A-Z_]+)=", text)) == SETTINGS
    (tmp_path / ".env").write_text(text)
    assert load({}, dotenv=tmp_path / ".env") == load({}, dotenv=None)
