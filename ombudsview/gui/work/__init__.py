"""WORK BEHIND THE WINDOW: the threads that ask the reader processes, and the bridge by which answers come back."""
