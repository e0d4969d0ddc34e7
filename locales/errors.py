"""What can be wrong with words."""

from __future__ import annotations


class TranslationError(LookupError):
    """A key is missing, an argument is missing or of a wrong kind, or a file of words cannot be read."""
