"""Follow a charter that others share: show what a new version changes, write down decisions, start an adaptation."""
