"""`python -m sandbox` as people start it."""

import asyncio
import os
import sys
from pathlib import Path

from tests.sandbox.conftest import ANNA
from tests.sandbox_client import ROOT, start_sandbox


async def run(**settings: str) -> tuple[int | None, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "sandbox",
        cwd=ROOT,
        env={**os.environ, "SANDBOX_PORT": "0", "SANDBOX_SMTP_PORT": "off", **settings},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    _, errors = await asyncio.wait_for(process.communicate(), 60)
    return process.returncode, errors.decode()


async def test_it_starts_serves_and_says_when_a_port_is_taken() -> None:
    async with start_sandbox() as sandbox:
        await sandbox.send(ANNA, text="/start")
        assert (await sandbox.bot("sendMessage", chat_id=ANNA, text="x"))["ok"] is True
        port = sandbox.url.rsplit(":", 1)[1]
        code, errors = await run(SANDBOX_PORT=port)
        assert code == 2
        assert errors.splitlines() == [f"sandbox: port {port} on 127.0.0.1 is in use; set SANDBOX_PORT"]
        code, errors = await run(SANDBOX_SMTP_PORT=str(sandbox.smtp_port))
        assert code == 2
        assert len(errors.splitlines()) == 1
        assert "SANDBOX_SMTP_PORT" in errors
        code, errors = await run(SANDBOX_PORT="many")
        assert (code, errors) == (2, "sandbox: SANDBOX_PORT must be a port number, not 'many'\n")


async def test_a_set_token_is_the_only_one() -> None:
    async with start_sandbox(load=True, environment={"SANDBOX_TOKEN": "1234:secret_token"}) as sandbox:
        assert (await sandbox.bot("getMe"))["error_code"] == 401
        sandbox.token = "1234:secret_token"
        assert (await sandbox.bot("getMe"))["ok"] is True
        assert (await sandbox.limits())["strict"] is False


def test_the_sandbox_imports_none_of_ours() -> None:
    ours = ("bot", "handlers", "storage", "domain", "locales")
    for path in Path(ROOT, "sandbox").rglob("*.py"):
        for line in path.read_text("utf-8").splitlines():
            words = line.split()
            if words[:1] in (["import"], ["from"]):
                assert words[1].split(".")[0] not in ours, f"{path}: {line}"
