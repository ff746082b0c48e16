"""Our CSV tables written: into a folder, or as an archive that explains them."""
