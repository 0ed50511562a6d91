"""Everything that turns text with parse_mode=HTML into plain text and entities lives here.

Follows parse_html and fix_formatted_text of tdlib/td (MessageEntity.cpp), with its errors. Offsets and
lengths of entities are UTF-16 code units; offsets in errors are bytes of UTF-8.
"""

import re
from dataclasses import dataclass
from typing import Any

from .checks import utf16_length
from .errors import BotApiError, bad

Entity = dict[str, Any]

_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
_TAG = re.compile(r"""<(/?)([^\s>]*)((?:[^>"']|"[^"]*"|'[^']*')*)(>?)""")
_ATTRIBUTE = re.compile(r"""\s*([^\s=]+)\s*(?:=\s*("[^"]*"|'[^']*'|[A-Za-z0-9.\-]+)(?=\s|$))?""")
_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?!\w)")


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    offset: int
    start: int
    attributes: dict[str, str]


def _cannot(reason: str) -> BotApiError:
    return bad(f"can't parse entities: {reason}")


def decode_references(text: str) -> str:
    """`text` with &lt; &gt; &amp; &quot; and numeric references replaced; others stay as they are."""

    def replace(match: re.Match[str]) -> str:
        named, decimal, hexadecimal = match.groups()
        if named:
            return _NAMED[named]
        code = int(decimal) if decimal else int(hexadecimal, 16)
        return chr(code) if 0 < code < 0x10FFFF else match[0]

    return _REFERENCE.sub(replace, text) if "&" in text else text


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[str] = []
        self.length = 0
        self.opened: list[_Open] = []
        self.entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        position = 0
        while (start := self.source.find("<", position)) >= 0:
            self._add(self.source[position:start])
            position = self._tag(start)
        self._add(self.source[position:])
        if self.opened:
            raise _cannot(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].tag}"')
        return "".join(self.parts), sorted(self.entities, key=lambda e: (e["offset"], -e["length"]))

    def _add(self, raw: str) -> None:
        text = decode_references(raw)
        self.parts.append(text)
        self.length += utf16_length(text)

    def _tag(self, start: int) -> int:
        at = len(self.source[:start].encode())
        match = _TAG.match(self.source, start)
        slash, name, attributes, end = match.groups() if match else ("", "", "", "")
        if not slash and (attributes or end) and name.lower() not in _TYPES:
            raise _cannot(f'Unsupported start tag "{name.lower()}" at byte offset {at}')
        if match is None or not end:
            raise _cannot(f"Unclosed {'end' if slash else 'start'} tag at byte offset {at}")
        if slash:
            self._close(name.lower(), at)
        else:
            self._open(name.lower(), attributes, at)
        return match.end()

    def _open(self, tag: str, attributes: str, at: int) -> None:
        found = _attributes(tag, attributes, at)
        if tag == "span" and found.get("class") != "tg-spoiler":
            raise _cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
        self.opened.append(_Open(tag, self.length, len(self.parts), found))

    def _close(self, tag: str, at: int) -> None:
        if not self.opened:
            raise _cannot(f"Unexpected end tag at byte offset {at}")
        opened = self.opened.pop()
        if tag and tag != opened.tag:
            found = f'expected "</{opened.tag}>", found "</{tag}>"'
            raise _cannot(f"Unmatched end tag at byte offset {at}, {found}")
        if self.length > opened.offset:
            self._entity(opened, "".join(self.parts[opened.start :]))

    def _entity(self, opened: _Open, inner: str) -> None:
        kind = "expandable_blockquote" if "expandable" in opened.attributes else _TYPES[opened.tag]
        entity: Entity = {"type": kind, "offset": opened.offset, "length": self.length - opened.offset}
        extra = _extra(opened, inner)
        if opened.tag == "pre" and self.entities and _is_language_of(self.entities[-1], entity):
            self.entities[-1]["type"] = "pre"
        elif extra is not None:
            self.entities.append(entity | extra)


def _is_language_of(code: Entity, pre: Entity) -> bool:
    """Whether <pre><code class="language-…"> is meant: one entity, not two."""
    same_place = (code["offset"], code["length"]) == (pre["offset"], pre["length"])
    return same_place and "language" in code


def _extra(opened: _Open, inner: str) -> Entity | None:
    """The fields that only this kind of entity has; None for a link that leads nowhere."""
    attributes = opened.attributes
    if opened.tag == "a":
        url = attributes.get("href") or inner
        return {"url": url} if re.match(r"(?:https?|tg|ton|mailto):|[\w-]+(?:\.[\w-]+)+", url) else None
    if opened.tag == "code" and attributes.get("class", "").startswith("language-"):
        return {"language": attributes["class"].removeprefix("language-")}
    if opened.tag == "tg-emoji":
        if not attributes.get("emoji-id", "").isdigit():
            raise _cannot("Invalid custom emoji identifier specified")
        return {"custom_emoji_id": attributes["emoji-id"]}
    if opened.tag == "tg-time":
        if not attributes.get("unix", "").isdigit():
            raise _cannot("Invalid unix time specified")
        return {"unix_time": int(attributes["unix"]), "date_time_format": attributes.get("format", "")}
    return {}


def _attributes(tag: str, text: str, at: int) -> dict[str, str]:
    found: dict[str, str] = {}
    rest = text.strip()
    while rest:
        match = _ATTRIBUTE.match(rest)
        if match is None or not match[1]:
            raise _cannot(f'Empty attribute name in the tag "{tag}" at byte offset {at}')
        rest = rest[match.end() :].strip()
        if match[2] is None and rest.startswith("="):
            raise _cannot(f"Unexpected end of name token at byte offset {at}")
        found[match[1]] = decode_references((match[2] or "").strip("\"'"))
    return found


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Plain text and entities of `source`; raises BotApiError 400 "can't parse entities: …"."""
    text, entities = (source, []) if "<" not in source and "&" not in source else _Parser(source).parse()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return text, entities


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without spaces around, as Telegram stores a text; nothing is cut before the first entity."""
    text = text.rstrip(" \t\r\n")
    first = min((entity["offset"] for entity in entities), default=len(text))
    cut = min(len(text) - len(text.lstrip(" \t\r\n")), first)
    end = utf16_length(text) - cut
    moved = [
        e | {"offset": e["offset"] - cut, "length": min(e["length"], end - e["offset"] + cut)}
        for e in entities
    ]
    return text[cut:], [entity for entity in moved if entity["length"] > 0]


def commands_in(text: str) -> list[Entity]:
    """The bot_command entities that Telegram finds in what a person types."""
    if "/" not in text:
        return []
    return [
        {"type": "bot_command", "offset": utf16_length(text[: m.start()]), "length": utf16_length(m[0])}
        for m in _COMMAND.finditer(text)
    ]
