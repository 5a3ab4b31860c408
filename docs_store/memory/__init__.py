"""A store in memory: simple, correct, and shipped. Tests and small programs use it; nothing is kept when it closes."""
