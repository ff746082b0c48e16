"""What several features of the window show: cards, fields, icons, notices, faults."""
