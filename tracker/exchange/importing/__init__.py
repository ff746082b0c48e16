"""Reads other programs' files, and our own tables, into one proposed Change.

A format is described, not programmed; what cannot be read is left out, with the reason.
"""
