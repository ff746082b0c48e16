"""The Progress page: its tiles, and its cards with charts."""
