"""Orders that a consultant puts together for a client, from both sides."""
