"""Which texts are of one page, which articles are editions of one, and which tell one story."""
