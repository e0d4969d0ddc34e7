"""Loads every file of methods, so that they are registered."""

from sandbox.botapi import (
    albums,
    callbacks,
    chats,
    commands,
    copies,
    delete,
    edit,
    forum,
    inline,
    payments,
    send,
    updates,
)

LOADED = (albums, callbacks, chats, commands, copies, delete, edit, forum, inline, payments, send, updates)
