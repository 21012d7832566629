"""Follow what the operators of a content stream do, one module a kind of operator."""
