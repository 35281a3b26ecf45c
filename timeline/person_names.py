"""How a person is called in a short sentence: by surname, particles and all."""

from collections import Counter
from collections.abc import Iterable

#: words that belong to the name after them: "Abu Marzouk", "bin Salman", "Al Thani", "von der Leyen"
_PARTICLES = frozenset(
    {
        *("abu", "abou", "aboul", "abul", "umm", "bin", "ben", "ibn", "bint", "bou", "abd", "abdel", "abdul"),
        *(
            "al",
            "el",
            "ad",
            "an",
            "as",
            "ash",
            "ar",
            "at",
            "de",
            "da",
            "di",
            "do",
            "dos",
            "del",
            "della",
            "der",
        ),
        *("den", "du", "la", "le", "van", "von", "ter", "st."),
        *("абу", "абуль", "ибн", "бин", "бен", "бинт", "аль", "эль", "ад", "ан", "ас", "аш", "абд", "абдель"),
        *("абдул", "де", "ван", "фон"),
        *("أبو", "ابو", "أبي", "ابي", "أم", "ام", "بن", "ابن", "بنت", "آل", "عبد"),
    }
)
#: a name that ends so takes the word before it along: "Nasser al-Din", "Abdullah II"
_ENDINGS = frozenset(
    {
        *("al-din", "ad-din", "el-din", "eddin", "аль-дин", "ад-дин", "الدين", "الله"),
        *("ii", "iii", "iv", "jr", "jr.", "sr", "sr."),
    }
)
#: who is called by title and given name: "King Abdullah II", "Patriarch Kirill"
_TITLES = frozenset(
    {"king", "queen", "emir", "prince", "princess", "pope", "patriarch", "sheikh", "imam", "mullah"}
)
#: countries where the last word of a name is no surname, or not what people are called by
_WHOLE_NAME = frozenset({"CN", "ID", "KH", "KP", "KR", "MM", "MY", "TW", "VN"})
#: surnames of two words that no rule shows
_DOUBLE = frozenset({"bagheri kani", "bagheri-kani", "багери кани", "باقري كني"})


def short_name(name: str, *, country: str = "") -> str:
    """What a newspaper calls the person after the first mention; the whole name where that is not certain.

    "Mousa Abu Marzouk" is "Abu Marzouk", "Mahmoud al-Zahar" is "al-Zahar", "Wang Yi" (CN) stays "Wang Yi".
    """
    words = name.split()
    if len(words) < 2 or country in _WHOLE_NAME or words[0].casefold() in _TITLES:
        return name
    first = len(words) - 1
    if words[first].casefold() in _ENDINGS or " ".join(words[-2:]).casefold() in _DOUBLE:
        first -= 1
    while first > 0 and words[first - 1].casefold() in _PARTICLES:
        first -= 1
    return " ".join(words[first:])


def short_names(people: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Short names of people in one sentence, from (name, country): namesakes keep their whole names."""
    shortened = {name: short_name(name, country=country) for name, country in people}
    often = Counter(shortened.values())
    return {name: name if often[short] > 1 else short for name, short in shortened.items()}
