"""Make charters out of adaptations: find what they adapt, apply their changes, compare versions."""
