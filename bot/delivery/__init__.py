"""Sends what is owed: rows of the outbox become messages, paced, in order of priority, through crashes and faults."""
