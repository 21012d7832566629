"""Help people who edit YAML: completion in their editor, missing ids, tidy files."""
