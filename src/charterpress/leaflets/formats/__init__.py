"""Describe the formats of leaflets: sheets, panels and folds; one module a format."""
