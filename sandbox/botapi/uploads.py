"""A file parameter of a method: a new file, a known file_id, or an address."""

from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

from sandbox.botapi.params import Upload
from sandbox.botapi.registry import Call
from sandbox.errors import ApiError, bad_request
from sandbox.state.files import File

Raw = dict[str, Any]
MAX_PHOTO = 10 * 1024 * 1024
WRONG_ID = "wrong file identifier/HTTP URL specified"


async def resolve(call: Call, value: Any, kind: str) -> File:
    """The stored file a parameter means; 400 in Telegram's words otherwise."""
    if not isinstance(value, str) or not value:
        raise bad_request(f"there is no {kind.replace('_', ' ')} in the request")
    files = call.world.files
    if value.startswith("attach://"):
        upload = call.uploads.get(value.removeprefix("attach://"))
        if upload is None:
            raise bad_request("can't find file in the request")
        return store(call, upload, kind)
    known = files.get(value)
    if known is not None:
        if known.kind != kind:
            raise bad_request(f"can't use file of type {_type(known.kind)} as {_type(kind)}")
        return known
    if value.startswith(("http://", "https://")):
        return store(call, await _download(value), kind)
    raise bad_request(WRONG_ID)


def _type(kind: str) -> str:
    return kind.title().replace("_", "")


def store(call: Call, upload: Upload, kind: str) -> File:
    """Keep an uploaded file; 400 when empty, 413 when a photo is over 10 MB."""
    if not upload.content:
        raise bad_request("file must be non-empty")
    if kind == "photo":
        if len(upload.content) > MAX_PHOTO:
            raise ApiError(413, "Request Entity Too Large")
        return call.world.files.add_photo(upload.content)
    return call.world.files.add(kind, upload.content, upload.name, upload.mime)


async def _download(url: str) -> Upload:
    """Only this machine's own servers are asked: the sandbox stays off the network."""
    host = urlsplit(url).hostname or ""
    try:
        local = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        local = False
    if not local:
        raise bad_request("failed to get HTTP URL content")
    try:
        async with ClientSession(timeout=ClientTimeout(total=20)) as session, session.get(url) as response:
            if response.status != 200:
                raise bad_request("failed to get HTTP URL content")
            return Upload(url.rsplit("/", 1)[-1] or "file", response.content_type, await response.read())
    except (ClientError, TimeoutError):
        raise bad_request("failed to get HTTP URL content") from None


def media_content(call: Call, file: File, kind: str, extra: Raw | None = None) -> Raw:
    """The field of a Message that shows `file` as a photo, video, voice..."""
    if kind == "photo":
        return {"photo": call.world.files.photo_sizes(file)}
    item: Raw = {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size}
    details = {key: value for key, value in (extra or {}).items() if value is not None}
    if kind in ("video", "animation"):
        item |= {"width": file.width or 640, "height": file.height or 360, "duration": 0}
    elif kind == "video_note":
        item |= {"length": 240, "duration": 0}
    elif kind in ("voice", "audio"):
        item |= {"duration": 0}
    elif kind == "sticker":
        item |= {
            "type": "regular",
            "width": file.width or 512,
            "height": file.height or 512,
            "is_animated": False,
            "is_video": False,
        }
    if kind in ("document", "video", "animation", "audio"):
        item |= {"file_name": file.name, "mime_type": file.mime}
    elif kind == "voice":
        item |= {"mime_type": file.mime}
    item |= details
    if kind == "animation":
        plain_file = {key: value for key, value in item.items() if key not in ("width", "height", "duration")}
        return {"animation": item, "document": plain_file}
    return {kind: item}
