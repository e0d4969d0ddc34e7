"""How updates come in: confirmed to Telegram only once their effect is committed, in order for each person."""
