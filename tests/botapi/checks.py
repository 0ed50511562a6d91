"""Everything that decides whether a parameter has the type and the limits of the table lives here.

Checkers are compiled once per type and method. A value arrives as text (form, query, multipart, and the
strings of a JSON body: that is how python-telegram-bot sends them), as native JSON, or as an `Upload`.
"""

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from .errors import BotApiError, bad
from .objects import KEYBOARD_BY_FIELD, OBJECTS, OPAQUE, UNIONS
from .spec import KEYBOARDS, METHODS, Method, Param

Checker = Callable[[Any, str], Any]
Values = dict[str, Any]

_INTEGER = re.compile(r"-?\d{1,19}", re.ASCII)
_BOOLEANS = {"true": True, "false": False}
_NATIVE: dict[str, type] = {"String": str, "Integer": int, "Boolean": bool}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the request."""

    name: str
    data: bytes
    content_type: str


def utf16_length(text: str) -> int:
    """The length that Telegram counts, in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _wrong(where: str, expected: str) -> BotApiError:
    return bad(f'parameter "{where}" must be {expected}')


@functools.cache
def checker(types: str) -> Checker:
    """The checker for native JSON values of the published type names in `types` (joined by "|")."""
    if types == KEYBOARDS:
        return _keyboard
    options = types.split("|")
    return _one_of(types, [checker(option) for option in options]) if len(options) > 1 else _single(types)


def _single(name: str) -> Checker:
    if name.startswith("Array of "):
        return _array(name, checker(name.removeprefix("Array of ")))
    if name in _NATIVE:
        return _native(name, _NATIVE[name])
    if name == "InputFile":
        return _native(name, Upload)
    if name in UNIONS:
        return _union(name, UNIONS[name])
    return _native(name, dict) if name in OPAQUE else _object(name)


def _native(name: str, kind: type) -> Checker:
    def check(value: Any, where: str) -> Any:
        if type(value) is not kind:
            raise _wrong(where, name)
        return value

    return check


def _array(name: str, item: Checker) -> Checker:
    def check(value: Any, where: str) -> Any:
        if type(value) is not list:
            raise _wrong(where, name)
        return [item(each, f"{where}[{index}]") for index, each in enumerate(value)]

    return check


def _one_of(types: str, options: list[Checker]) -> Checker:
    def check(value: Any, where: str) -> Any:
        for option in options:
            try:
                return option(value, where)
            except BotApiError:
                continue
        raise _wrong(where, types.replace("|", " or "))

    return check


def _union(name: str, members: dict[str, str]) -> Checker:
    def check(value: Any, where: str) -> Any:
        kind = value.get("type") if type(value) is dict else None
        if kind not in members:
            raise _wrong(where, name)
        return checker(members[kind])(value, where)

    return check


def _keyboard(value: Any, where: str) -> Any:
    if type(value) is not dict:
        raise bad("object expected as reply markup")
    for field, name in KEYBOARD_BY_FIELD.items():
        if field in value:
            return checker(name)(value, where)
    raise _wrong(where, KEYBOARDS.replace("|", " or "))


def _object(name: str) -> Checker:
    fields = OBJECTS[name]
    required = frozenset(field for field, types in fields.items() if types.endswith("!"))

    def check(value: Any, where: str) -> Any:
        if type(value) is not dict:
            raise _wrong(where, name)
        if missing := required - value.keys():
            raise bad(f'can\'t find field "{min(missing)}" in {name} of "{where}"')
        if unknown := value.keys() - fields.keys():
            raise bad(f'unknown field "{min(unknown)}" in {name} of "{where}"')
        return {k: checker(fields[k].removesuffix("!"))(v, f"{where}.{k}") for k, v in value.items()}

    return check


def _decode(param: Param, text: str) -> Any:
    types = param.types.split("|")
    if "Integer" in types and _INTEGER.fullmatch(text):
        return int(text)
    if "String" in types:
        return text
    if types == ["Integer"]:
        raise _wrong(param.name, "Integer")
    if types == ["Boolean"]:
        return _BOOLEANS.get(text, text)
    return _json(param, text)


def _json(param: Param, text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError):
        raise bad(f"can't parse {param.name.replace('_', ' ')} JSON object") from None


def _measure(value: Any) -> int:
    if type(value) is str:
        return utf16_length(value)
    return len(value) if type(value) is list else int(value)


def _limit(param: Param, value: Any) -> None:
    if param.choices and value not in param.choices:
        raise bad(param.missing or f'parameter "{param.name}" has a wrong value')
    if param.pattern and not re.fullmatch(param.pattern, value):
        raise bad(f'parameter "{param.name}" has a wrong format')
    if param.parsed or (param.low is None and param.high is None):
        return
    size = _measure(value)
    if param.low is not None and size < param.low:
        raise bad(param.missing or f'parameter "{param.name}" is below {param.low}')
    if param.high is not None and size > param.high:
        raise bad(param.over or f'parameter "{param.name}" is beyond {param.high}')


def _check_param(param: Param, value: Any) -> Any:
    if param.required and param.missing and value == "":
        raise bad(param.missing)
    decoded = _decode(param, value) if type(value) is str else value
    checked = checker(param.types)(decoded, param.name)
    _limit(param, checked)
    return checked


@functools.cache
def _compiled(method: Method) -> tuple[dict[str, Param], tuple[Param, ...]]:
    return {p.name: p for p in method.params}, tuple(p for p in method.params if p.required)


def check_params(name: str, raw: Values) -> Values:
    """The parameters of a call to method `name`, with their JSON types.

    Raises BotApiError 400 for an unknown, missing or wrong one.
    """
    known, required = _compiled(METHODS[name])
    for param in required:
        if param.name not in raw:
            raise bad(param.missing or f'parameter "{param.name}" is required')
    values: Values = {}
    for key, value in raw.items():
        if key not in known:
            raise bad(f'unknown parameter "{key}"')
        values[key] = _check_param(known[key], value)
    return values
