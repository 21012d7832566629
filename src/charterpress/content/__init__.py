"""Read YAML into documents: positions, schema, references between documents."""
