"""What the whole test suite shares: options, and the fixtures that read them."""

from zoneinfo import reset_tzpath

import pytest
from hypothesis import settings

reset_tzpath(())  # the pinned tzdata, as the program itself does, and not whatever the host has
settings.register_profile("house", deadline=None)  # speed is measured in the bench, not in a test
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-transcripts",
        action="store_true",
        help="write tests/transcripts/**/*.txt anew, as the conversations are now",
    )


@pytest.fixture
def update_transcripts(request: pytest.FixtureRequest) -> bool:
    """Whether golden transcripts are to be rewritten."""
    return bool(request.config.getoption("--update-transcripts"))
