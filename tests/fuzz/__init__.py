"""Files as they should not be: does every one end in an import, or in words?"""
