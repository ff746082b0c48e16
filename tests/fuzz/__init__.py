"""Broken files: does each end in an import, or in words?"""
