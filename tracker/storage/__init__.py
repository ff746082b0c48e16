"""The log file: SQLite, by way of sqlite-utils. Never Qt."""
