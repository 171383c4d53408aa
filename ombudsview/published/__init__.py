"""What the Ombudsman publishes for all beside the letters: spreadsheets with a row for each authority, held against saved letters."""
