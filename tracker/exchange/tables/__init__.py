"""Our own CSV tables, a file each: what their columns are called, mean, hold, and are read back as.

A table is a ``Table``: a tuple of ``Column``s. Its header, its lines, what ``README.txt`` says of
it, how its file is recognised and how its rows are read back all come of that one tuple.

- A column more is one entry in the tuple, at its end: the places of the others are promised.
- A table more is one file here and one line in ``ours.py``; where its rows are asked of the log in
  a new way, one line in ``period.ExportQuestions``.
"""
