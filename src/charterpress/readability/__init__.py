"""Judge how easy a text is to read: units, sentences, scores, rules."""
