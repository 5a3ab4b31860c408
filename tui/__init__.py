"""Broadsheet's face: the application and its command line."""
