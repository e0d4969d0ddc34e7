"""Support chat: a customer and their consultant, each in their own chat with the bot."""
