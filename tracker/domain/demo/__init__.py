"""The training of a made-up runner: a year to look around in, always the same for the same seed."""
