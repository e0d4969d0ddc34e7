"""The bot side: the HTTP Bot API with its methods, limits and wordings."""
