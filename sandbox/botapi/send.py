"""send* methods other than albums and invoices."""

import random
from typing import Any

from aiogram import methods as m

from sandbox.botapi.deliver import deliver
from sandbox.botapi.registry import Call, given, method, plain
from sandbox.botapi.uploads import media_content, resolve
from sandbox.botapi.words import caption_content, parse_words, text_content
from sandbox.errors import bad_request
from sandbox.state.chats import TYPING_SECONDS

Raw = dict[str, Any]
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
DICE = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}


@method(m.SendMessage)
def send_message(call: Call, p: m.SendMessage) -> Raw:
    """A text."""
    content = text_content(call.world, p.text, p.parse_mode, p.entities)
    preview = plain(given(p.link_preview_options))
    if preview:
        content["link_preview_options"] = preview
    return deliver(call, p, content).raw


async def _send_file(call: Call, p: Any, kind: str, extra: Raw | None = None) -> Raw:
    caption = caption_content(
        call.world, getattr(p, "caption", None), getattr(p, "parse_mode", None), getattr(p, "caption_entities", None)
    )
    file = await resolve(call, getattr(p, kind), kind)
    content = {**media_content(call, file, kind, extra), **caption}
    if getattr(p, "has_spoiler", None):
        content["has_media_spoiler"] = True
    if caption and given(getattr(p, "show_caption_above_media", None)):
        content["show_caption_above_media"] = True
    return deliver(call, p, content).raw


@method(m.SendPhoto)
async def send_photo(call: Call, p: m.SendPhoto) -> Raw:
    """A picture."""
    return await _send_file(call, p, "photo")


@method(m.SendDocument)
async def send_document(call: Call, p: m.SendDocument) -> Raw:
    """A file as it is."""
    return await _send_file(call, p, "document")


@method(m.SendVideo)
async def send_video(call: Call, p: m.SendVideo) -> Raw:
    """A video; its measures are what the bot says they are."""
    return await _send_file(call, p, "video", {"width": p.width, "height": p.height, "duration": p.duration})


@method(m.SendAnimation)
async def send_animation(call: Call, p: m.SendAnimation) -> Raw:
    """A silent video."""
    return await _send_file(call, p, "animation", {"width": p.width, "height": p.height, "duration": p.duration})


@method(m.SendVoice)
async def send_voice(call: Call, p: m.SendVoice) -> Raw:
    """A voice message."""
    return await _send_file(call, p, "voice", {"duration": p.duration})


@method(m.SendAudio)
async def send_audio(call: Call, p: m.SendAudio) -> Raw:
    """Music."""
    extra = {"duration": p.duration, "performer": p.performer, "title": p.title}
    return await _send_file(call, p, "audio", extra)


@method(m.SendVideoNote)
async def send_video_note(call: Call, p: m.SendVideoNote) -> Raw:
    """A round video."""
    return await _send_file(call, p, "video_note", {"duration": p.duration, "length": p.length})


@method(m.SendSticker)
async def send_sticker(call: Call, p: m.SendSticker) -> Raw:
    """A sticker."""
    return await _send_file(call, p, "sticker", {"emoji": p.emoji})


def _place(latitude: float, longitude: float, **more: Any) -> Raw:
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong latitude/longitude specified")
    place = {"latitude": latitude, "longitude": longitude, **more}
    return {key: value for key, value in place.items() if value is not None}


@method(m.SendLocation)
def send_location(call: Call, p: m.SendLocation) -> Raw:
    """A point on the map."""
    place = _place(
        p.latitude,
        p.longitude,
        horizontal_accuracy=p.horizontal_accuracy,
        live_period=p.live_period,
        heading=p.heading,
        proximity_alert_radius=p.proximity_alert_radius,
    )
    return deliver(call, p, {"location": place}).raw


@method(m.SendVenue)
def send_venue(call: Call, p: m.SendVenue) -> Raw:
    """A place with a name."""
    place = _place(p.latitude, p.longitude)
    venue = {"location": place, "title": p.title, "address": p.address}
    return deliver(call, p, {"venue": venue, "location": place}).raw


@method(m.SendContact)
def send_contact(call: Call, p: m.SendContact) -> Raw:
    """Somebody's phone."""
    if not p.phone_number:
        raise bad_request("contact phone number is empty")
    if not p.first_name:
        raise bad_request("contact first name is empty")
    contact: Raw = {"phone_number": p.phone_number, "first_name": p.first_name}
    if p.last_name:
        contact["last_name"] = p.last_name
    if p.vcard:
        contact["vcard"] = p.vcard
    return deliver(call, p, {"contact": contact}).raw


@method(m.SendPoll)
def send_poll(call: Call, p: m.SendPoll) -> Raw:
    """A poll as a picture of one: nobody votes here."""
    question, found = parse_words(call.world, p.question, p.question_parse_mode, p.question_entities)
    if not 1 <= len(question) <= 300:
        raise bad_request("poll question must be non-empty" if not question else "poll question is too long")
    words = [option if isinstance(option, str) else option.text for option in p.options]
    if not 1 <= len(words) <= 12:
        raise bad_request("poll must have at least 1 option" if not words else "poll can't have more than 12 options")
    if any(not 1 <= len(option) <= 100 for option in words):
        raise bad_request("poll options length must not exceed 100")
    poll: Raw = {
        "id": str(random.randint(10**17, 10**18)),
        "question": question,
        "options": [{"persistent_id": str(at), "text": option, "voter_count": 0} for at, option in enumerate(words)],
        "total_voter_count": 0,
        "is_closed": bool(p.is_closed),
        "is_anonymous": p.is_anonymous is not False,
        "type": p.type or "regular",
        "allows_multiple_answers": bool(p.allows_multiple_answers),
        "allows_revoting": bool(p.allows_revoting),
        "members_only": False,
    }
    if found:
        poll["question_entities"] = found
    return deliver(call, p, {"poll": poll}).raw


@method(m.SendDice)
def send_dice(call: Call, p: m.SendDice) -> Raw:
    """A die with a random value."""
    emoji = p.emoji or "🎲"
    if emoji not in DICE:
        raise bad_request("wrong dice emoji specified")
    return deliver(call, p, {"dice": {"emoji": emoji, "value": random.randint(1, DICE[emoji])}}).raw


@method(m.SendChatAction)
def send_chat_action(call: Call, p: m.SendChatAction) -> bool:
    """ "is typing", for five seconds or until the next message."""
    world = call.world
    if p.action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = world.chat_for_bot(p.chat_id)
    world.check_can_write(chat)
    chat.typing = p.action
    chat.typing_until = world.clock.now() + TYPING_SECONDS
    world.events.emit("typing", chat_id=chat.id, action=p.action)
    return True
