"""Our CSV tables, one file per grain, and the archive that explains them."""
