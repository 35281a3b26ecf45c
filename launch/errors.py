"""Why Demarche does not start, for whoever sits at the terminal."""


class CannotStart(Exception):
    """One sentence that says what is in the way and what to do."""
