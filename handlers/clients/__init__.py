"""The client book of a consultant."""
