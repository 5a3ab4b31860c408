"""Every reader on damaged and hostile files, as many as one likes; see `__main__`."""
