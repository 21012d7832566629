"""Pack what a build left for the print shop."""
