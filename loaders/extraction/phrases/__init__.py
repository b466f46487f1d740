"""Noun phrases and lists: where they end, what completes them, what longer name holds them."""
