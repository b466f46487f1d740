"""The text of a document before any grammar: passages, dates, spellings."""
