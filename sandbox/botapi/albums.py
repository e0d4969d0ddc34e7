"""sendMediaGroup."""

import random
from typing import Any

from aiogram import methods as m

from sandbox.botapi.deliver import deliver, target
from sandbox.botapi.registry import Call, method
from sandbox.botapi.uploads import media_content, resolve
from sandbox.botapi.words import caption_content
from sandbox.errors import bad_request

Raw = dict[str, Any]


@method(m.SendMediaGroup)
async def send_media_group(call: Call, p: m.SendMediaGroup) -> list[Raw]:
    """Two to ten pictures and videos, or documents, or music, shown as one."""
    items: list[Any] = list(p.media)
    if len(items) < 2:
        raise bad_request("too few messages to send as an album")
    if len(items) > 10:
        raise bad_request("too many messages to send as an album")
    kinds = {item.type for item in items}
    if len(kinds) > 1 and not kinds <= {"photo", "video"}:
        raise bad_request("documents and audio files can't be mixed with other media in an album")
    contents = []
    for item in items:
        caption = caption_content(call.world, item.caption, item.parse_mode, item.caption_entities)
        file = await resolve(call, item.media, item.type)
        content = {**media_content(call, file, item.type), **caption}
        if getattr(item, "has_spoiler", None):
            content["has_media_spoiler"] = True
        contents.append(content)
    chat = target(call, p, weight=len(contents))
    group = str(random.randint(10**16, 10**17))
    return [deliver(call, p, {**content, "media_group_id": group}, chat=chat).raw for content in contents]
