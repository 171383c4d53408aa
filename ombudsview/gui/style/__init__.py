"""HOW EVERYTHING LOOKS: colours, type and spacing, marks and words, and the small widgets that every page is made of."""
