"""Plain words that ask for a command live here: "stop" is /stop, "ground me" is /ground."""

_WISHES = {"stop": "stop", "help": "help", "ground me": "ground", "privacy": "privacy"}


def wish(text: str) -> str | None:
    """Give back the name of the command that plain words ask for, if they do. Never raises."""
    return _WISHES.get(text.casefold().strip(" .!"))
