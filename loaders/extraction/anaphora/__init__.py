"""What takes up something named before: pronouns, "the alliance", "both sides"."""
