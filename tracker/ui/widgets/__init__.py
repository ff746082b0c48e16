"""Widgets that several features share: cards, fields, icons, notices, and where faults are told."""
