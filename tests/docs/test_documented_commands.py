"""What the documents tell people to type works: it is typed here, in a copy of the project."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.documented import Documented, blocks, commands, documented, documents, why_not_run
from tests.repo.listing import ROOT, project_files

OURS = ("TELEGRAM_", "DATABASE_", "ENCRYPTION_", "OPERATOR_", "SEND_", "LOG_")
TEXT = """
```sh
# a remark
make run   # opens the terminal
printf 'one two' \\
    | wc -w
```

- in a list:

  ```sh
  echo '#1'
  ```

```python
print("no command")
```
"""


def test_commands_are_found() -> None:
    """Remarks are left out, lines are joined, other blocks are ignored."""
    assert commands(TEXT) == ["make run", "printf 'one two'      | wc -w", "echo '#1'"]


def test_reasons_are_found() -> None:
    """What needs the outside world is left out, whatever stands around it."""
    assert why_not_run("docker compose up -d") == "needs Docker"
    assert why_not_run("TELEGRAM_BOT_TOKEN=123:ABC make run") == "needs a token"
    assert why_not_run("make run") is None


def test_no_command_hides_in_another_kind_of_block() -> None:
    """A block of shell that is not marked `sh` would never be run."""
    kinds = {kind for file in documents() for kind, _ in blocks(file.read_text())}
    assert not kinds & {"bash", "shell", "console", "zsh"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project as it would be committed, with the environment that these tests run in."""
    copy = tmp_path_factory.mktemp("documented") / "project"
    for name in project_files():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, copy / name)
    (copy / ".venv").mkdir()
    for entry in Path(sys.prefix).iterdir():
        (copy / ".venv" / entry.name).symlink_to(entry)
    (copy / ".venv" / ".installed").unlink(missing_ok=True)
    (copy / ".venv" / ".installed").touch()
    return copy


@pytest.mark.parametrize(
    "entry", [entry for entry in documented() if why_not_run(entry.command) is None], ids=str
)
def test_documented_command_works(entry: Documented, project: Path) -> None:
    """It ends by itself without input, and says that all went well."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    environ["PATH"] = f"{project}/.venv/bin{os.pathsep}{environ['PATH']}"
    shell = ["bash", "-euo", "pipefail", "-c", entry.command]
    done = subprocess.run(
        shell,
        cwd=project,
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
