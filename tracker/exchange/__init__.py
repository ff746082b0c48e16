"""Files exchanged with other programs and people. Never Qt, never SQL."""
