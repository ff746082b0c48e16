"""What is asked now and then: symptoms, tests, goals, the morning after."""
