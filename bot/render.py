"""How what the core wants to say becomes a message that any channel can carry."""

from bot.message import Button, Message
from flows.talk import Answer, Line, Say
from flows.texts import Texts

BUTTON_LIMIT = 64  # bytes of callback data (Bot API)


class Renderer:
    """Puts `Say` effects into words. Pure: the same effect gives the same message."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def line(self, line: Line, locale: str) -> str:
        """One text alone."""
        return self._texts.of(locale).render(line).strip()

    def message(self, say: Say, locale: str, replaces: int | None = None) -> Message:
        """The message; `replaces` is the channel's number of the message that it may take the place of."""
        language = self._texts.of(locale)
        paragraphs = [language.render(line).strip() for line in say.lines]
        buttons = tuple(
            tuple(
                Button(answer.label or language.label(say.labels, answer.name), _data(answer, say))
                for answer in row
            )
            for row in say.rows
        )
        text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
        return Message(text, buttons, replaces if say.replaces else None)


def _data(answer: Answer, say: Say) -> str:
    data = f"{say.turn}:{answer.name}"
    if len(data.encode()) > BUTTON_LIMIT:
        raise ValueError(f"the answer {answer.name} is too long for a button")
    return data
