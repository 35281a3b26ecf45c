"""Whether two spellings, perhaps in two scripts, may be one name: their consonants, by sound.

For people whom no list holds: "Рамиль Садыков", "Ramil Sadykov" and "راميل صادقوف" share no letter. Vowels are
written or left out as a script pleases, so only consonants are compared; those that writers exchange (b and p,
q and k, j and g) count as one, and what one script hears and another does not (h, w, v) only begins a word.
"""

import re
import unicodedata
from functools import lru_cache

from timeline.merge.telling import Person

#: consonants that a match must rest on; fewer are shared by chance
ENOUGH = 4
#: letters and groups of letters by the sound they are taken for; what is not here is left out
_SOUNDS = {
    "b": "b p б п ب پ",
    "v": "v w f ph в ф ف",
    "t": "t th т ت ط ث",
    "d": "d dh д د ض ذ",
    "s": "s с س ص",
    "z": "z zh з ж ز ظ ژ",
    "x": "sh sch ш щ ش",
    "tx": "ch tch ч تش چ",
    "ts": "ts tz ц تس",
    "k": "k q c ck к ق ك ک",
    "h": "h kh х خ ح ه",
    "g": "g gh j dj dzh г дж ج غ گ",
    "m": "m м م",
    "n": "n н ن",
    "l": "l л ل",
    "r": "r р ر",
    "ks": "x кс",
}
_SOUND_OF = {letters: sound for sound, spelled in _SOUNDS.items() for letters in spelled.split()}
_LETTERS = re.compile("|".join(sorted(map(re.escape, _SOUND_OF), key=len, reverse=True)))
#: sounds that count at the beginning of a word alone
_FLEETING = "hv"
_PARTICLE = re.compile(r"^(al|el|ar|as|ash|at|ad|an|аль|эль|ас|аш|ат|ан|ад|ар|bin|ibn|бин|ибн|بن|ابن)$")
_ARABIC_ARTICLE = re.compile(r"^(وال|بال|لل|ال)(?=\w{2})")
#: waw begins a word as a consonant and goes on in it as a vowel
_WAW = re.compile(r"^و")
_DOUBLED = re.compile(r"(\w)\1+")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=20_000)
def sounds(name: str) -> frozenset[str]:
    """The consonants of each word of a name, by sound; particles and words without any are left out."""
    folded = unicodedata.normalize("NFKD", name.replace("й", "и")).casefold()
    bare = "".join(c for c in folded if not unicodedata.combining(c) and c not in "'’ʿʾ`")
    words = (_sounds_of(word) for word in _WORD.findall(bare) if not _PARTICLE.match(word))
    return frozenset(word for word in words if word)


def may_be_same(one: Person, other: Person) -> bool:
    """Whether two people with different keys may be one: not where a list holds both and knows better."""
    if one.listed and other.listed:
        return one.key == other.key
    return one.key == other.key or (
        (one.side or "") == (other.side or "") and may_be_one(one.name, other.name)
    )


def may_be_one(one: str, other: str) -> bool:
    """Whether all words of the shorter name, two at least, are words of the longer one."""
    shorter, longer = sorted((sounds(one), sounds(other)), key=len)
    return len(shorter) > 1 and shorter <= longer and sum(map(len, shorter)) >= ENOUGH


def _sounds_of(word: str) -> str:
    single = _DOUBLED.sub(r"\1", _WAW.sub("w", _ARABIC_ARTICLE.sub("", word)))
    heard = [_SOUND_OF[match.group()] for match in _LETTERS.finditer(single)]
    return "".join(sound for number, sound in enumerate(heard) if not number or sound not in _FLEETING)
