"""The History page: the year as a calendar over the table of sessions."""
