"""THE COMMAND LINE: what is asked for, and letters read where there is no screen."""
