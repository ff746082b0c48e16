"""The log file: SQLite, through sqlite-utils. Never Qt."""
