"""Files that others read or write."""
