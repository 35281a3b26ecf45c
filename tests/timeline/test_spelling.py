"""People whom no list holds, named in several spellings and scripts."""

from dataclasses import replace

import pytest

from tests.timeline.test_merge import grouped, tell
from timeline.merge import Person, Telling, merged
from timeline.merge.spelling import may_be_one

SADYKOV = ["Ramil Sadykov", "Рамиль Садыков", "راميل صادقوف"]
SPELLINGS = {
    "in three scripts": SADYKOV,
    "with an article and doubled letters": ["Musallam al-Umran", "Мусаллам Умран", "مسلّم العمران"],
    "with a name more": ["Walid Kilani", "Валид аль-Килани", "وليد محمد الكيلاني"],
    "with another vowel": ["Yusuf Hamdan", "Youssef Hamdan", "Юсеф Хамдан", "يوسف حمدان"],
    "with marks": ["Ramīl Ṣadykov", "Ramil Sadykov"],
}
OTHERS = {
    "one first name": ("Ramil Sadykov", "Рамиль Хасанов"),
    "one family name": ("Ramil Sadykov", "Иван Садыков"),
    "a family name alone": ("Sadykov", "Рамиль Садыков"),
    "a first name alone": ("Mohammed", "محمد درويش"),
    "nothing that sounds": ("", "أبو"),
}


@pytest.mark.parametrize("names", SPELLINGS.values(), ids=SPELLINGS)
def test_one_name(names):
    assert all(may_be_one(one, other) for one in names for other in names)


@pytest.mark.parametrize("names", OTHERS.values(), ids=OTHERS)
def test_two_names(names):
    assert not may_be_one(*names)
    assert not may_be_one(*reversed(names))


def naming(article: str, *people: Person) -> Telling:
    """A mention of a meeting of these people with Lavrov."""
    return replace(tell(article), people=(*people, Person("lavrov", "Russia", "Sergey Lavrov")))


def unlisted(name: str) -> Person:
    return Person(f"candidate of {name}", "Hamas", name, listed=False)


def test_articles_in_three_scripts_that_name_one_unknown_man_tell_one_meeting():
    told = [naming(letter, unlisted(name)) for letter, name in zip("abc", SADYKOV, strict=True)]
    assert grouped(*told) == ["abc"]
    contact = merged(told)
    assert {person.key for person in contact.people} == {"lavrov", f"candidate of {SADYKOV[0]}"}
    assert contact.conflicts == ()


def test_an_unknown_spelling_of_a_listed_man_is_he():
    listed = Person("ramil-sadykov", "Hamas", SADYKOV[0])
    told = [naming("a", unlisted(SADYKOV[1])), naming("b", listed), naming("c", unlisted(SADYKOV[2]))]
    assert grouped(*told) == ["abc"]
    assert {person.key for person in merged(told).people} == {"lavrov", "ramil-sadykov"}


def test_two_listed_men_of_one_name_stay_two():
    one, other = (Person(key, "Hamas", SADYKOV[0]) for key in ("ramil-sadykov", "ramil-sadykov-the-younger"))
    assert grouped(naming("a", one), naming("b", other)) == ["a", "b"]


def test_an_unknown_name_that_two_listed_men_have_is_neither():
    men = [Person(key, "Hamas", SADYKOV[0]) for key in ("ramil-sadykov", "ramil-sadykov-the-younger")]
    contact = merged([naming("a", *men), naming("b", unlisted(SADYKOV[1]))])
    assert len(contact.people) == 4


def test_one_name_on_two_sides_is_two_people():
    theirs = Person("candidate", "Fatah", SADYKOV[1], listed=False)
    assert len(merged([naming("a", unlisted(SADYKOV[0])), naming("b", theirs)]).people) == 3
