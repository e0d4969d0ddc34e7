"""The person side: what people do and see, and the levers of a test."""
