"""Loads every file of methods, so that they are registered."""

from sandbox.botapi import (
    callbacks,
    edit,
    send,
    updates,
)

LOADED = (callbacks, edit, send, updates)
