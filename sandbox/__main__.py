"""`python -m sandbox`: start the sandbox and say where it is."""

import argparse
import asyncio
import contextlib
import errno
import gc
import signal
import sys

from aiohttp import web

from sandbox.config import Config, from_environment
from sandbox.lean_aiogram import import_aiogram


async def serve(config: Config) -> int:
    """Run until SIGINT or SIGTERM; returns the exit status."""
    # Before whatever brings aiogram along.
    import_aiogram()
    from sandbox.app import build_app

    runner = web.AppRunner(build_app(config), access_log=None, shutdown_timeout=1.0)
    try:
        await runner.setup()
    except OSError as error:
        await runner.cleanup()
        print(f"sandbox: the letter box: {error.strerror}; set SANDBOX_SMTP_PORT", file=sys.stderr)
        return 2
    site = web.TCPSite(runner, config.host, config.port)
    try:
        await site.start()
    except OSError as error:
        await runner.cleanup()
        reason = "is in use" if error.errno == errno.EADDRINUSE else f"cannot be opened: {error.strerror}"
        print(f"sandbox: port {config.port} on {config.host} {reason}; set SANDBOX_PORT", file=sys.stderr)
        return 2
    port = runner.addresses[0][1]
    print(f"sandbox: listening on http://{config.host}:{port}", flush=True)
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(sign, stop.set)
    await stop.wait()
    await runner.cleanup()
    return 0


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="A stand-in for Telegram.")
    parser.add_argument("--load", action="store_true", help="load mode: no strict checks, no events, no calls log")
    arguments = parser.parse_args()
    try:
        config = from_environment(load=arguments.load)
    except ValueError as error:
        print(f"sandbox: {error}", file=sys.stderr)
        return 2
    return asyncio.run(serve(config))


if __name__ == "__main__":
    sys.exit(main())
