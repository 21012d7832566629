"""Hold the checks of a preflight, one module a thing that can be wrong with a file."""
