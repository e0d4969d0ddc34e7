"""PDFs. `Papers` (papers.py) is for the program; everything else here runs in a helper process.

A new paper is a module `bot/adapters/pdf/<kind>.py` with `draw(data) -> bytes` on top of `sheet.py`; `data` is anything
that can be pickled. `await papers.make("<kind>", data)` gives its bytes.
"""
