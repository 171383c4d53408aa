"""ACCESS: the desk as a screen reader meets it: what is drawn has a name, a role and a value, and what changes is said."""
