"""The training of a made-up runner: a year to look around in, the same for the same seed."""
