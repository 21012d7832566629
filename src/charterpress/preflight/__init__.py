"""Check a PDF as a print shop would, against the profile of a printer, and write down what was checked."""
