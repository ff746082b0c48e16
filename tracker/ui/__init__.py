"""The window: one folder per feature, and the widgets that several features share.

A page never imports from another page's folder; what two pages share lives in ``widgets``.
"""
