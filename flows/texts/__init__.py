"""Every sentence that a person reads comes out of here: Fluent files, one folder a language.

A message may have variants (`greeting`, `greeting-v2`, `greeting-v3`): the engine never says the same one
twice running. Labels of buttons are attributes of the message that carries them, or `answer-<name>`.
"""

from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from flows.talk import Line


class _Variables(Visitor):
    """Collects the variables of a message, and the messages that it is built from."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - named by the visitor
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - named by the visitor
        self.messages.add(node.id.name)


class Language:
    """The texts of one language."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self._bundle = FluentBundle([locale], use_isolating=False)
        folder = files("flows.texts") / locale
        for file in sorted(folder.iterdir(), key=lambda path: path.name):
            self._bundle.add_resource(FluentResource(file.read_text("utf-8")))
        self._fixed: dict[tuple[str, str], str] = {}

    @cached_property
    def variables(self) -> Mapping[str, frozenset[str]]:
        """The variables that each message needs, by its id."""
        return {name: frozenset(self._variables(name)) for name in self._bundle._messages}  # noqa: SLF001 - no listing

    def _variables(self, name: str) -> set[str]:
        visitor = _Variables()
        message = self._bundle._messages[name]  # noqa: SLF001 - the compiled message no longer has them
        if message.value:
            visitor.visit(message.value)
        return visitor.names.union(*(self._variables(other) for other in visitor.messages))

    @cached_property
    def variants(self) -> Mapping[str, int]:
        """How many wordings each message has, where there is more than one."""
        counts: dict[str, int] = {}
        for name in self.variables:
            base, _, number = name.rpartition("-v")
            if base and number.isdigit():
                counts[base] = max(counts.get(base, 1), int(number))
        return counts

    def render(self, line: Line) -> str:
        """The paragraph, with every variable filled. Raises KeyError when there is no such text."""
        if not self.variables[line.text]:
            return self._fixed_text(line.text, "")
        pattern = self._bundle.get_message(line.text).value
        return self._format(pattern, line.values, line.text)

    def plain(self, text: str) -> str:
        """The message with the names of its variables in their place: for looking at its wording."""
        return self.render(Line(text, dict.fromkeys(self.variables[text], "none")))

    def label(self, text: str, answer: str) -> str:
        """What is read on that button of that message."""
        own = self._bundle.get_message(text).attributes if self._bundle.has_message(text) else {}
        return self._fixed_text(text, answer) if answer in own else self._fixed_text(f"answer-{answer}", "")

    def has(self, text: str, answer: str = "") -> bool:
        """Whether there is such a message, or such a label in it or for all."""
        if not answer:
            return text in self.variables
        own = self._bundle.get_message(text).attributes if self._bundle.has_message(text) else {}
        return answer in own or f"answer-{answer}" in self.variables

    def _fixed_text(self, text: str, attribute: str) -> str:
        key = (text, attribute)
        if key not in self._fixed:
            message = self._bundle.get_message(text)
            pattern = message.attributes[attribute] if attribute else message.value
            self._fixed[key] = self._format(pattern, {}, text)
        return self._fixed[key]

    def _format(self, pattern: Pattern | None, values: Mapping[str, str | int], text: str) -> str:
        if pattern is None:
            raise KeyError(f"{text} has labels but no words")
        rendered, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            raise KeyError(f"{text} lacks {', '.join(type(e).__name__ for e in errors)}")
        return str(rendered)


class Texts:
    """All languages that are here; one that is not falls back to English."""

    def __init__(self, locales: tuple[str, ...] = ("en",)) -> None:
        self._languages = {locale: Language(locale) for locale in locales}

    def of(self, locale: str) -> Language:
        return self._languages.get(locale) or self._languages["en"]
