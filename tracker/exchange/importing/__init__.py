"""Files of other programs, and our own tables, read into one proposed Change.

A format is described, not programmed; what cannot be read is left out with its reason.
"""
