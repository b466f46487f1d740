"""Who does what to whom in a tree, and how real a clause says it is; no entities yet."""
