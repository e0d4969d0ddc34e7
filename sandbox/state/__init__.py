"""What the sandbox remembers: people, chats, messages, files, updates, logs."""
