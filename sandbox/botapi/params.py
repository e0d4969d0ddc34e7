"""From an HTTP request to the parameters of a Bot API method, as aiogram's models understand them."""

import json
import types
import typing
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import parse_qsl

from aiogram import types as tg
from aiogram.methods.base import TelegramMethod
from aiohttp import BodyPartReader, MultipartReader, web
from pydantic import BaseModel, ValidationError

from sandbox.errors import ApiError, bad_request

Raw = dict[str, Any]
MAX_UPLOAD = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    mime: str | None
    content: bytes


async def read_request(request: web.Request) -> tuple[Raw, dict[str, Upload]]:
    """Parameters of query string and body (JSON, form, multipart), and uploaded files by part name."""
    params: Raw = dict(request.query)
    uploads: dict[str, Upload] = {}
    kind = request.content_type
    if kind == "multipart/form-data":
        reader = await request.multipart()
        await _read_parts(reader, params, uploads)
        return params, uploads
    body = await request.read() if request.can_read_body else b""
    if not body:
        return params, uploads
    if kind == "application/json":
        try:
            parsed = json.loads(body)
        except ValueError:
            raise bad_request("can't parse JSON object") from None
        if not isinstance(parsed, dict):
            raise bad_request("can't parse JSON object")
        params.update(parsed)
    else:
        params.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return params, uploads


async def _read_parts(reader: MultipartReader, params: Raw, uploads: dict[str, Upload]) -> None:
    async for part in reader:
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        content = bytes(await part.read(decode=True))
        if part.filename is None:
            params[part.name] = content.decode("utf-8", "replace")
            continue
        if len(content) > MAX_UPLOAD:
            raise ApiError(413, "Request Entity Too Large")
        uploads[part.name] = Upload(part.filename, part.headers.get("Content-Type"), content)


@cache
def _shape(model: type[TelegramMethod[Any]]) -> tuple[frozenset[str], frozenset[str]]:
    model.model_rebuild()
    structured, words = set(), set()
    for name, field in model.model_fields.items():
        kinds = set(_leaves(field.annotation))
        if any(kind is list or issubclass(kind, BaseModel) for kind in kinds):
            structured.add(name)
        elif str in kinds and int not in kinds:
            words.add(name)
    return frozenset(structured), frozenset(words)


def _leaves(annotation: Any) -> typing.Iterator[type]:
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        yield from _leaves(typing.get_args(annotation)[0])
    elif origin in (typing.Union, types.UnionType):
        for argument in typing.get_args(annotation):
            yield from _leaves(argument)
    elif origin is list:
        yield list
    elif isinstance(annotation, type):
        yield annotation


MARKUPS: dict[str, type[BaseModel]] = {
    "inline_keyboard": tg.InlineKeyboardMarkup,
    "keyboard": tg.ReplyKeyboardMarkup,
    "remove_keyboard": tg.ReplyKeyboardRemove,
    "force_reply": tg.ForceReply,
}


def parse(model: type[TelegramMethod[Any]], params: Raw, uploads: dict[str, Upload]) -> Any:
    """The method's model; raises 400 in Telegram's words for what is missing or wrong."""
    structured, words = _shape(model)
    values: Raw = {}
    for name, value in params.items():
        if name in structured and isinstance(value, str):
            if not value:
                continue
            try:
                value = json.loads(value)
            except ValueError:
                raise bad_request(_not_json(name)) from None
        elif name in words and isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        values[name] = value
    for name in uploads:
        if name in model.model_fields and name not in values:
            values[name] = f"attach://{name}"
    markup = values.get("reply_markup")
    if markup is not None:
        values["reply_markup"] = _markup(markup)
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise _explain(error) from None


def _markup(markup: Any) -> Any:
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if isinstance(markup.get("keyboard"), list):
        markup = {**markup, "keyboard": [_key_row(row) for row in markup["keyboard"]]}
    for key, kind in MARKUPS.items():
        if key in markup:
            try:
                return kind.model_validate(markup)
            except ValidationError as error:
                where = error.errors()[0]["loc"]
                if key == "inline_keyboard":
                    raise bad_request(
                        "can't parse inline keyboard button: " + _reason(error)
                        if len(where) > 2
                        else "can't parse reply keyboard markup JSON object"
                    ) from None
                raise bad_request("can't parse reply keyboard markup JSON object") from None
    return None


def _key_row(row: Any) -> Any:
    """Plain words are buttons too, under the field."""
    return [{"text": key} if isinstance(key, str) else key for key in row] if isinstance(row, list) else row


def _not_json(name: str) -> str:
    if name == "reply_markup":
        return "can't parse reply keyboard markup JSON object"
    if name.endswith("entities"):
        return "can't parse entities JSON object"
    return f"can't parse {name} JSON object"


EMPTY = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "commands": 'parameter "commands" is required',
    "from_chat_id": "from_chat_id is empty",
}
FILES = ("photo", "document", "video", "voice", "video_note", "animation", "audio", "sticker")


def _explain(error: ValidationError) -> ApiError:
    first = error.errors()[0]
    name = str(first["loc"][0]) if first["loc"] else ""
    if first["type"] == "missing" and len(first["loc"]) == 1:
        if name in FILES:
            return bad_request(f"there is no {name.replace('_', ' ')} in the request")
        return bad_request(EMPTY.get(name, f'parameter "{name}" is required'))
    if name == "chat_id":
        return bad_request("chat not found")
    return bad_request(f'can\'t parse "{name}": {_reason(error)}')


def _reason(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{'.'.join(str(part) for part in first['loc'])} {first['msg']}"
