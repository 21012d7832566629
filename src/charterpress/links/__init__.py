"""Check the links that lead to other sites, when somebody asks for it; no build does."""
