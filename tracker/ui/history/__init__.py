"""The History page: a year's calendar above the table of sessions."""
