"""The tests: a folder for each room of the program, a file for each of its files, and stories that go through all of them."""
