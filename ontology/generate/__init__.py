"""Turtle that is generated from libraries, and how it is kept equal to them."""
