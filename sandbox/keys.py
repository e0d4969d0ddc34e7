"""What hangs on the aiohttp application."""

from aiohttp import web

from sandbox.state.world import World

WORLD = web.AppKey("world", World)
