"""THE SAME LETTER READ ANEW: recognised, read by a newer reader, filled by hand; what the officer did stays."""
