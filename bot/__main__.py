"""python -m bot: see `python -m bot --help`."""

from __future__ import annotations

if __name__ == "__main__":
    import sys

    # Here, so that helper processes, which import this module too, do not load the whole program for it.
    from bot.cli import main

    sys.exit(main(sys.argv[1:]))
