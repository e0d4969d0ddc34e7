"""Announcements: making and steering them, and the message a person gets."""
