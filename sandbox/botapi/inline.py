"""answerInlineQuery."""

import re
from typing import Any

from aiogram import methods as m

from sandbox.botapi.markup import inline_markup
from sandbox.botapi.registry import Call, method, plain
from sandbox.botapi.words import caption_content, text_content
from sandbox.errors import bad_request

Raw = dict[str, Any]
MOST = 50
START = re.compile(r"[A-Za-z0-9_-]{1,64}")


@method(m.AnswerInlineQuery)
def answer_inline(call: Call, p: m.AnswerInlineQuery) -> bool:
    """Up to fifty results for the person to choose from."""
    if len(p.results) > MOST:
        raise bad_request("RESULTS_TOO_MUCH")
    seen: set[str] = set()
    for result in p.results:
        if not 1 <= len(result.id.encode()) <= 64:
            raise bad_request("RESULT_ID_INVALID")
        if result.id in seen:
            raise bad_request("RESULT_ID_DUPLICATE")
        seen.add(result.id)
        _check(call, result)
    if p.next_offset and len(p.next_offset.encode()) > 64:
        raise bad_request("NEXT_OFFSET_INVALID")
    if p.button and p.button.start_parameter and not START.fullmatch(p.button.start_parameter):
        raise bad_request("START_PARAM_INVALID")
    answer = {
        "results": [plain(result) for result in p.results],
        "button": plain(p.button),
        "next_offset": p.next_offset or "",
        "is_personal": bool(p.is_personal),
        "cache_time": 300 if p.cache_time is None else p.cache_time,
    }
    call.world.queries.settle("inline", p.inline_query_id, call.world.clock.now(), answer)
    return True


def _check(call: Call, result: Any) -> None:
    """What would be refused later is refused now, as Telegram does."""
    content = getattr(result, "input_message_content", None)
    if result.type == "article":
        if not result.title:
            raise bad_request('can\'t parse inline query result: Field "title" must be non-empty')
        if content is None:
            raise bad_request("can't parse inline query result: message content is not specified")
    if content is not None and hasattr(content, "message_text"):
        text_content(call.world, content.message_text, content.parse_mode, content.entities)
    caption_content(call.world, getattr(result, "caption", None), getattr(result, "parse_mode", None))
    file_id = next((v for k, v in plain(result).items() if k.endswith("_file_id")), None)
    if file_id and call.world.files.get(file_id) is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    inline_markup(getattr(result, "reply_markup", None))
