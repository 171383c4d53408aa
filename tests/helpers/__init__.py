"""What several tests lean on: the watch on the log, a screen without a monitor, a process of its own."""
