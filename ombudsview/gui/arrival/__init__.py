"""HOW LETTERS COME: from files, folders and other starts into the queue, to the reader, onto the desk, and what is read ahead."""
