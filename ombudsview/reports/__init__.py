"""WHAT LEAVES THE PROGRAM: readings and records as table, CSV and JSON."""
