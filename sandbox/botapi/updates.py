"""getUpdates, the webhook's settings, getMe."""

from typing import Any
from urllib.parse import urlsplit

from aiogram import methods as m

from sandbox.botapi.registry import Call, method
from sandbox.errors import ApiError, bad_request
from sandbox.state.world import World

Raw = dict[str, Any]
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
MAX_TIMEOUT = 50


@method(m.GetMe)
def get_me(call: Call, _: m.GetMe) -> Raw:
    """Who the bot is."""
    return call.world.bot.me()


@method(m.LogOut)
def log_out(_: Call, __: m.LogOut) -> bool:
    """Nothing to leave here."""
    return True


@method(m.Close)
def close(_: Call, __: m.Close) -> bool:
    """Nothing to close here."""
    return True


async def poll(world: World, offset: Any, limit: Any, seconds: Any, allowed: Any) -> list[Raw]:
    """getUpdates proper, on plain values."""
    if world.webhook.url:
        raise ApiError(409, WEBHOOK_ACTIVE)
    if allowed is not None:
        world.updates.allowed = list(allowed) or None
    wait = min(float(seconds or 0), MAX_TIMEOUT)
    return await world.updates.poll(int(offset or 0), max(1, min(int(limit or 100), 100)), wait)


@method(m.GetUpdates)
async def get_updates(call: Call, p: m.GetUpdates) -> list[Raw]:
    """What happened since `offset`, waiting up to `timeout` seconds."""
    return await poll(call.world, p.offset, p.limit, p.timeout, p.allowed_updates)


@method(m.SetWebhook)
def set_webhook(call: Call, p: m.SetWebhook) -> bool:
    """Push updates to an address of this machine or network; plain http is fine here."""
    world = call.world
    if not p.url:
        _remove(world, p.drop_pending_updates)
        return True
    parts = urlsplit(p.url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad_request("bad webhook: invalid URL")
    if p.secret_token is not None and not _good_secret(p.secret_token):
        raise bad_request("secret token contains unallowed characters")
    hook = world.webhook
    hook.url = p.url
    hook.secret = p.secret_token
    hook.max_connections = max(1, min(p.max_connections or 40, 100))
    hook.ip_address = p.ip_address
    hook.has_certificate = "certificate" in call.uploads
    hook.last_error_date = hook.last_error_message = None
    hook.generation += 1
    hook.changed.set()
    if p.allowed_updates is not None:
        world.updates.allowed = list(p.allowed_updates) or None
    if p.drop_pending_updates:
        world.updates.drop()
    world.updates.interrupt()
    world.updates.arrived.set()
    return True


@method(m.DeleteWebhook)
def delete_webhook(call: Call, p: m.DeleteWebhook) -> bool:
    """Back to getUpdates."""
    _remove(call.world, p.drop_pending_updates)
    return True


def _remove(world: World, drop: bool | None) -> None:
    world.webhook.url = ""
    world.webhook.secret = None
    world.webhook.generation += 1
    world.webhook.changed.set()
    if drop:
        world.updates.drop()


@method(m.GetWebhookInfo)
def get_webhook_info(call: Call, _: m.GetWebhookInfo) -> Raw:
    """Where updates go and how it went."""
    world = call.world
    hook = world.webhook
    info: Raw = {
        "url": hook.url,
        "has_custom_certificate": hook.has_certificate,
        "pending_update_count": len(world.updates.pending),
    }
    if hook.url:
        info["max_connections"] = hook.max_connections
        if hook.ip_address:
            info["ip_address"] = hook.ip_address
        if hook.last_error_date:
            info["last_error_date"] = hook.last_error_date
            info["last_error_message"] = hook.last_error_message
    if world.updates.allowed:
        info["allowed_updates"] = world.updates.allowed
    return info


def _good_secret(secret: str) -> bool:
    return 1 <= len(secret) <= 256 and all(char.isascii() and (char.isalnum() or char in "_-") for char in secret)
