"""The tables of methods and objects agree with each other and with the published Bot API."""

from typing import Any

import pytest

from .objects import OBJECTS, OPAQUE, UNIONS, UPDATE_TYPES
from .server import SYNCHRONOUS
from .spec import KEYBOARDS, METHODS, Method

Json = dict[str, Any]


def _types(types: str) -> list[str]:
    return types.removesuffix("!").split("|")


@pytest.mark.parametrize("method", METHODS.values(), ids=lambda method: method.name)
def test_every_method_is_as_published(method: Method, published: Json) -> None:
    """Names, types, required or not, and what is returned."""
    theirs = published["methods"][method.name]
    assert method.returns.split("|") == theirs["returns"]
    ours = {p.name: (p.types.split("|"), p.required) for p in method.params}
    assert ours == {f["name"]: (f["types"], f["required"]) for f in theirs.get("fields", [])}


@pytest.mark.parametrize("method", METHODS.values(), ids=lambda method: method.name)
def test_every_limit_is_as_published(method: Method, published: Json) -> None:
    """The upper limits stand in the descriptions."""
    theirs = {f["name"]: f["description"] for f in published["methods"][method.name].get("fields", [])}
    for param in method.params:
        assert param.high is None or str(param.high) in theirs[param.name]
        assert all(choice in theirs[param.name] for choice in param.choices)


@pytest.mark.parametrize("name", OBJECTS)
def test_every_object_is_as_published(name: str, published: Json) -> None:
    """Fields, their types, required or not."""
    ours = {field: (_types(types), types.endswith("!")) for field, types in OBJECTS[name].items()}
    theirs = published["types"][name].get("fields", [])
    assert ours == {f["name"]: (f["types"], f["required"]) for f in theirs}


def test_unions_and_updates_are_as_published(published: Json) -> None:
    """Members of unions and kinds of updates."""
    for name, members in UNIONS.items():
        assert set(members.values()) == set(published["types"][name]["subtypes"])
    fields = [field["name"] for field in published["types"]["Update"]["fields"]]
    assert fields == ["update_id", *UPDATE_TYPES]
    assert set(published["types"]) >= OPAQUE


def test_every_method_of_the_table_is_answered() -> None:
    """No method can be called that nobody wrote."""
    waiting = {"getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo"}
    assert set(METHODS) == set(SYNCHRONOUS) | waiting


def test_every_type_of_the_table_is_known() -> None:
    """No parameter has a type that cannot be checked."""
    plain = {"String", "Integer", "Boolean", "InputFile", *OBJECTS, *OPAQUE, *UNIONS}
    fields = [types for fields in OBJECTS.values() for types in fields.values()]
    used = [KEYBOARDS, *fields, *(p.types for method in METHODS.values() for p in method.params)]
    assert {name.split("Array of ")[-1] for types in used for name in _types(types)} <= plain
