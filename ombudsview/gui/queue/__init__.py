"""THE QUEUE: the letters of this sitting, what is left to do in each."""
