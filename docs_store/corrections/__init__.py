"""Corrections of entities: what people say names mean, kept apart from what the recognisers found, and stronger."""
