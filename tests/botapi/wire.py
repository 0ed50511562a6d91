"""Everything that turns an HTTP request into raw parameters, and an answer into bytes, lives here."""

from typing import Any
from urllib.parse import parse_qsl

import msgspec
from aiohttp import BodyPartReader, web

from .checks import Upload
from .errors import bad

Raw = dict[str, Any]
_encoder = msgspec.json.Encoder()


def _form(text: str) -> Raw:
    return dict(parse_qsl(text, keep_blank_values=True, errors="strict"))


def _json_body(body: bytes) -> Raw:
    try:
        found = msgspec.json.decode(body)
    except msgspec.DecodeError:
        raise bad("can't parse JSON object") from None
    if not isinstance(found, dict):
        raise bad("object expected as the body")
    return found


async def _multipart(request: web.BaseRequest) -> Raw:
    raw: Raw = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad("nested multipart bodies are not supported")
        data = bytes(await part.read())
        kind = part.headers.get("Content-Type", "application/octet-stream")
        raw[part.name] = Upload(part.filename, data, kind) if part.filename else data.decode()
    return _attached(raw)


def _attached(raw: Raw) -> Raw:
    """Puts files that are named by "attach://<part>" where they are named."""
    names = {
        k: v.removeprefix("attach://") for k, v in raw.items() if type(v) is str and v.startswith("attach://")
    }
    for key, name in names.items():
        if not isinstance(raw.get(name), Upload):
            raise bad(f'there is no file attached under "{name}"')
        raw[key] = raw.pop(name)
    return raw


async def read_parameters(request: web.BaseRequest) -> Raw:
    """The parameters of a call, from query, form, multipart or JSON; raises BotApiError for anything else."""
    try:
        return await _read(request)
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None


async def _read(request: web.BaseRequest) -> Raw:
    raw = _form(request.query_string) if request.query_string else {}
    if request.content_type == "multipart/form-data":
        return raw | await _multipart(request)
    body = await request.read()
    if not body:
        return raw
    if request.content_type == "application/json":
        return raw | _json_body(body)
    if request.content_type == "application/x-www-form-urlencoded":
        return raw | _form(body.decode())
    raise bad(f"content type {request.content_type} is not supported")


def answer(body: Any, status: int = 200) -> web.Response:
    """A JSON response."""
    return web.Response(body=_encoder.encode(body), status=status, content_type="application/json")


def encode(body: Any) -> bytes:
    """JSON bytes."""
    return _encoder.encode(body)
