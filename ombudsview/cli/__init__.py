"""THE COMMAND LINE: what is asked for, letters read, and saved ones compared, where there is no screen."""
