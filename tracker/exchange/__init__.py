"""Files that others read or write. Never Qt, never SQL."""
