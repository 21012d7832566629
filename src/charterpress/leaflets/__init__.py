"""Make leaflets: panels from a charter, a size that fits, a screen PDF and a press PDF.

What only asks which leaflets there are must not wait for Typst, so nothing is imported here.
"""
