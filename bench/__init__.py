"""How fast the bot is: `python -m bench`."""
