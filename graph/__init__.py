"""The graph: statement types, the read algebra, and the stores that hold both."""
