"""Photos, files, albums, downloads."""

import json
from io import BytesIO

from aiohttp import FormData

from tests.sandbox.conftest import ANNA, Bench, png
from tests.sandbox_client import TOKEN


def photo_form(content: bytes, **fields: str) -> FormData:
    form = FormData()
    form.add_field("chat_id", str(ANNA))
    for name, value in fields.items():
        form.add_field(name, value)
    form.add_field("photo", BytesIO(content), filename="p.png", content_type="image/png")
    return form


async def test_a_photo_has_sizes_and_a_lasting_file_id(bench: Bench) -> None:
    await bench.started()
    content = png(1600, 800)
    answer = await bench.form("sendPhoto", photo_form(content, caption="<b>c</b>", parse_mode="HTML"))
    photo = answer["result"]["photo"]
    assert [(size["width"], size["height"]) for size in photo] == [(90, 45), (320, 160), (800, 400), (1280, 640)]
    assert len({size["file_id"] for size in photo}) == 4
    assert answer["result"]["caption_entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    again = await bench.form("sendPhoto", photo_form(content))
    assert again["result"]["photo"] == photo
    by_id = await bench.ok("sendPhoto", chat_id=ANNA, photo=photo[-1]["file_id"])
    assert by_id["photo"] == photo
    smaller = await bench.ok("sendPhoto", chat_id=ANNA, photo=photo[0]["file_id"])
    assert smaller["photo"][-1]["file_unique_id"] == photo[-1]["file_unique_id"]


async def test_attached_by_name(bench: Bench) -> None:
    await bench.started()
    form = FormData()
    form.add_field("chat_id", str(ANNA))
    form.add_field("photo", "attach://thing")
    form.add_field("thing", png(), filename="x.png")
    assert (await bench.form("sendPhoto", form))["ok"] is True


async def test_downloads(bench: Bench) -> None:
    await bench.started()
    content = png()
    photo = (await bench.form("sendPhoto", photo_form(content)))["result"]["photo"]
    file = await bench.ok("getFile", file_id=photo[-1]["file_id"])
    async with bench.session.get(f"{bench.url}/file/bot{TOKEN}/{file['file_path']}") as response:
        assert await response.read() == content
    async with bench.session.get(f"{bench.url}/sandbox/files/{photo[0]['file_id']}") as response:
        assert response.content_type == "image/jpeg"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert (await response.read())[:2] == b"\xff\xd8"
    async with bench.session.get(f"{bench.url}/file/bot{TOKEN}/photos/none.jpg") as response:
        assert response.status == 404
    assert await bench.refused("getFile", file_id="none") == (
        "Bad Request: wrong file_id or the file is temporarily unavailable"
    )


async def test_files_that_are_refused(bench: Bench) -> None:
    await bench.started()
    assert await bench.refused("sendPhoto", chat_id=ANNA, photo="AgACnone") == (
        "Bad Request: wrong file identifier/HTTP URL specified"
    )
    assert await bench.refused("sendPhoto", chat_id=ANNA) == "Bad Request: there is no photo in the request"
    assert await bench.refused("sendPhoto", chat_id=ANNA, photo="https://far.example/p.png") == (
        "Bad Request: failed to get HTTP URL content"
    )
    refused = await bench.form("sendPhoto", photo_form(b"this is no picture"))
    assert refused["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    refused = await bench.form("sendPhoto", photo_form(png(2000, 50)))
    assert refused["description"] == "Bad Request: PHOTO_INVALID_DIMENSIONS"
    refused = await bench.form("sendPhoto", photo_form(png(), caption="x" * 1025))
    assert refused["description"] == "Bad Request: message caption is too long"
    refused = await bench.form("sendPhoto", photo_form(b"x" * (10 * 1024 * 1024 + 1)))
    assert refused["error_code"] == 413
    document = FormData()
    document.add_field("chat_id", str(ANNA))
    document.add_field("document", BytesIO(b"x" * (21 * 1024 * 1024)), filename="big.bin")
    sent = (await bench.form("sendDocument", document))["result"]["document"]
    assert await bench.refused("getFile", file_id=sent["file_id"]) == "Bad Request: file is too big"
    assert await bench.refused("sendPhoto", chat_id=ANNA, photo=sent["file_id"]) == (
        "Bad Request: can't use file of type Document as Photo"
    )


async def test_every_kind_of_file(bench: Bench) -> None:
    await bench.started()
    for kind, name in (
        ("Document", "a.pdf"),
        ("Video", "a.mp4"),
        ("Voice", "a.ogg"),
        ("Audio", "a.mp3"),
        ("Animation", "a.gif"),
        ("VideoNote", "b.mp4"),
        ("Sticker", "a.webp"),
    ):
        field = {"VideoNote": "video_note"}.get(kind, kind.lower())
        form = FormData()
        form.add_field("chat_id", str(ANNA))
        form.add_field(field, f"bytes of {name}".encode(), filename=name)
        answer = await bench.form(f"send{kind}", form)
        assert answer["ok"], answer
        assert answer["result"][field]["file_id"]
    kinds = [m.kind for m in await bench.client.person(ANNA).messages()][1:]
    assert kinds == ["document", "video", "voice", "audio", "animation", "video_note", "sticker"]


async def test_albums(bench: Bench) -> None:
    await bench.started()

    def album(count: int) -> FormData:
        form = FormData()
        form.add_field("chat_id", str(ANNA))
        media = [{"type": "photo", "media": f"attach://p{i}", "caption": f"c{i}"} for i in range(count)]
        form.add_field("media", json.dumps(media))
        for i in range(count):
            form.add_field(f"p{i}", png(100 + i), filename=f"{i}.png")
        return form

    sent = (await bench.form("sendMediaGroup", album(3)))["result"]
    assert len({m["media_group_id"] for m in sent}) == 1
    assert [m["caption"] for m in sent] == ["c0", "c1", "c2"]
    messages = (await bench.client.person(ANNA).messages())[1:]
    assert len({m.album for m in messages}) == 1
    assert (await bench.form("sendMediaGroup", album(1)))["description"] == (
        "Bad Request: too few messages to send as an album"
    )
    assert (await bench.form("sendMediaGroup", album(11)))["description"] == (
        "Bad Request: too many messages to send as an album"
    )


async def test_the_media_of_a_message_can_be_changed(bench: Bench) -> None:
    await bench.started()
    sent = (await bench.form("sendPhoto", photo_form(png(color="#112233"), caption="one")))["result"]
    other = (await bench.form("sendPhoto", photo_form(png(color="#445566"))))["result"]["photo"][-1]["file_id"]
    number = sent["message_id"]
    media = {"type": "photo", "media": other, "caption": "two"}
    edited = await bench.ok("editMessageMedia", chat_id=ANNA, message_id=number, media=media)
    assert (edited["photo"][-1]["file_id"], edited["caption"]) == (other, "two")
    assert (await bench.refused("editMessageMedia", chat_id=ANNA, message_id=number, media=media)).startswith(
        "Bad Request: message is not modified"
    )
    captioned = await bench.ok("editMessageCaption", chat_id=ANNA, message_id=number, caption="three")
    assert captioned["caption"] == "three"
    assert await bench.refused("editMessageText", chat_id=ANNA, message_id=number, text="x") == (
        "Bad Request: there is no text in the message to edit"
    )
    form = FormData()
    form.add_field("chat_id", str(ANNA))
    form.add_field("message_id", str(number))
    form.add_field("media", json.dumps({"type": "photo", "media": "attach://new"}))
    form.add_field("new", png(300, 300, "#00ff00"), filename="n.png")
    assert (await bench.form("editMessageMedia", form))["result"]["photo"][-1]["width"] == 300


async def test_people_send_files(bench: Bench) -> None:
    anna = bench.client.person(ANNA)
    await anna.send_file("photo", png(), "p.png", caption="моё фото", settle=False)
    message = (await bench.fresh())["message"]
    assert message["photo"][-1]["width"] == 600
    assert message["caption"] == "моё фото"
    await anna.send_file("document", b"%PDF", "d.pdf", settle=False)
    assert (await bench.fresh())["message"]["document"]["mime_type"] == "application/pdf"
    form = FormData()
    for i in range(3):
        form.add_field("photo", png(200 + i), filename=f"{i}.png")
    answer = await bench.client.request("POST", f"/sandbox/people/{ANNA}/send", data=form)
    assert len(answer["messages"]) == 3
    updates = await bench.updates()
    assert len({u["message"]["media_group_id"] for u in updates}) == 1
    await bench.client.send(ANNA, sticker="👍")
    assert (await bench.updates())[-1]["message"]["sticker"]["emoji"] == "👍"
    await bench.client.send(ANNA, location={"latitude": 55.75, "longitude": 37.6})
    assert (await bench.updates())[-1]["message"]["location"] == {"latitude": 55.75, "longitude": 37.6}
    await bench.client.send(ANNA, contact={"phone_number": "+79990000000", "first_name": "Other", "user_id": 5})
    assert (await bench.updates())[-1]["message"]["contact"]["user_id"] == 5
