"""Broadcasts: announcements to everyone who agreed to promotions."""
