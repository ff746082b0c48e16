"""The Progress page: the tiles and the cards that hold the charts."""
