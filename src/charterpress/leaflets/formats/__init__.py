"""Describe the formats of leaflets: one settings file a format, and the template that it names.

What only asks which formats there are must not wait for Typst, so nothing is imported here.
"""
