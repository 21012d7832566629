"""Describe how leaflets look: one settings file a design, which every template reads.

What only asks which designs there are must not wait for Typst, so nothing is imported here.
"""
