"""Orders that a consultant puts together for a client, who confirms them."""
