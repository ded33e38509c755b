"""Words and figures: translation, Dutch dates and numbers, the guard against health words, errors in plain words."""
