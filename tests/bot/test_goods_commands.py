"""`python -m bot import` and `export`, as an operator uses them."""

from __future__ import annotations

import os
from pathlib import Path

from tests.bot_process import run_bot
from tests.goods_files import csv_file, picture


async def test_out_changed_checked_and_in(tmp_path: Path) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if name in {"PATH", "HOME"}},
        "DATABASE_URL": f"sqlite:///{tmp_path / 'cabinet.db'}",
        "DATA_KEY_FILE": str(tmp_path / "keys"),
        "PICTURES_DIR": str(tmp_path / "pictures"),
        "STRICT_WORDS": "true",
    }
    (tmp_path / "album").mkdir()
    (tmp_path / "album" / "50-0001.jpg").write_bytes(picture())
    goods, out = tmp_path / "goods.csv", tmp_path / "out.xlsx"
    goods.write_text(csv_file().replace("₽", "руб"), encoding="cp1251")
    words = ("--pictures", str(tmp_path / "album"))
    code, said = await run_bot(environment, "import", str(goods), "--dry-run", *words)
    assert code == 0, said
    assert "50-0001 · Крем «Роса»: новое" in said
    assert "Новых строк: 5" in said
    assert not (tmp_path / "pictures").exists()
    code, said = await run_bot(environment, "import", str(goods), *words)
    assert (code, "Готово. Новых строк: 5" in said) == (0, True), said
    assert len(list((tmp_path / "pictures" / "photos").rglob("*.jpg"))) == 1
    code, said = await run_bot(environment, "export", str(out))
    assert code == 0, said
    code, said = await run_bot(environment, "import", str(out))
    assert "менять нечего" in said
    goods.write_text("артикул;цена\n50-0001;-1\n")
    code, said = await run_bot(environment, "import", str(goods))
    assert (code, "строка 2, «Цена»: цена больше нуля" in said) == (1, True), said
