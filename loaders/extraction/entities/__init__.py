"""From a phrase to the entity that it names, known or provisional."""
