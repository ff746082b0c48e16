"""Writes our CSV tables: to a folder, or to an archive that explains them."""
