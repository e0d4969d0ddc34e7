"""`python -m storage.new_migration "what it adds"` writes the migration from the present schema to the tables in code.

It works on an empty database of its own. Read what it wrote: a renamed column looks like a dropped and a new one.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from pathlib import Path

from alembic import command

from storage import sqlite
from storage.migrate import FOLDER, config_for, upgrade
from storage.urls import parse

_CHATTER = re.compile(r"^ +# ###.*\n", re.MULTILINE)


def new_migration(message: str) -> Path:
    """Writes the file and gives its path. Raises ValueError when the tables are what the migrations make already."""
    number = f"{len(list((FOLDER / 'versions').glob('[0-9]*.py'))) + 1:04}"
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/empty.db"
        asyncio.run(upgrade(url))
        core = sqlite.create_engine(parse(url))
        with core.connect() as connection:
            made = command.revision(config_for(connection), message=message, autogenerate=True, rev_id=number)
        core.dispose()
    if made is None or isinstance(made, list):
        raise ValueError("one migration was expected")
    path = Path(made.path)
    text = _CHATTER.sub("", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    if "op." not in text:
        path.unlink()
        raise ValueError("the tables are what the migrations make already")
    return path


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        print(new_migration(sys.argv[1]))
    except ValueError as nothing:
        sys.exit(str(nothing))
