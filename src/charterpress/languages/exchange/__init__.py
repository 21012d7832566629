"""Hand texts to translators and take their translations back."""
