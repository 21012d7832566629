"""Choose fonts for leaflets: a project's own, with ours behind them; say what is wrong with a project's.

What only checks settings must not wait for Typst, so nothing is imported here.
"""
