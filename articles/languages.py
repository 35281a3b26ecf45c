"""How a language is called, and in which direction it is written."""

#: those that newsrooms of the field write in; an article's language need not be among those that are read
LANGUAGES = {
    "ar": "Arabic",
    "en": "English",
    "id": "Indonesian",
    "ru": "Russian",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "tr": "Turkish",
}
_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "ps", "ckb", "yi"}


def language_name(code: str) -> str:
    """ "Arabic" for "ar"; the code itself where no name is known."""
    return LANGUAGES.get(code, code)


def direction(code: str) -> str:
    """The value of HTML's ``dir``: by the text itself where the language is not known."""
    if not code:
        return "auto"
    return "rtl" if code in _RIGHT_TO_LEFT else "ltr"
