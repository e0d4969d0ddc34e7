"""answerCallbackQuery."""

from aiogram import methods as m

from sandbox.botapi.registry import Call, method
from sandbox.errors import bad_request

MAX_ANSWER = 200


@method(m.AnswerCallbackQuery)
def answer_callback(call: Call, p: m.AnswerCallbackQuery) -> bool:
    """The button stops spinning; a text shows as a notice or an alert."""
    world = call.world
    if p.text and len(p.text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = {"text": p.text or None, "show_alert": bool(p.show_alert), "url": p.url}
    query = world.queries.settle("callback", p.callback_query_id, world.clock.now(), answer)
    world.events.emit(
        "callback_answer",
        chat_id=query.chat_id,
        person_id=query.person_id,
        callback_id=query.id,
        **answer,
    )
    return True
