"""What a phrase as a whole says: the case it stands in, and for which side it speaks."""

from collections.abc import Sequence
from itertools import pairwise

from ..words.language import Language, Rule
from ..words.names import Name
from ..words.spans import SentenceSpans, Span, is_person, names_in, rules_in
from .parties import Party

_OFFICES = frozenset({"president", "prime minister"})  # that envoys and advisers serve
_SERVES = frozenset({"special representative", "adviser", "spokesperson"})
_MASTERS = _OFFICES | {"foreign minister"}  # and ministers
_SERVING = _SERVES | {"ambassador", "representative"}  # behind which the genitive is whom they serve
_SIDE_LESS_STATE = "Palestinian Authority"  # "Palestinian movement Hamas" speaks for Hamas
_GOVERNING = "Fatah"  # whose members hold its offices


def cases_of(run: list[Span]) -> frozenset[str]:
    """The case of a phrase: what its first word, its title and its person have in common."""
    agreeing = [run[0], *(atom for atom in run[1:] if is_person(atom))]
    if names_in(run[0]) and names_in(run[0])[0].kind == "demonym":
        agreeing += [atom for atom in run[1:] if rules_in(atom, "title") or rules_in(atom, "group")][:1]
    known = run[0].cases
    if len(agreeing) > 1 and agreeing[0] is run[0] and "gen" in known and names_in(run[0])[:1]:
        known |= {"acc"}  # "американского посланника принял ...": of somebody both are one form
    for atom in agreeing:
        known = known & atom.cases or known or atom.cases
    return known


def side_of(orgs: list[Name], described: list[Rule]) -> str | None:
    """The side a phrase speaks for: what its nouns say, or the organisation beside them."""
    concrete = any(name.side for name in orgs if name.kind != "demonym")
    for rule in described:
        if rule.row.get("side") and not concrete:
            return rule.row["side"]
    named = [name for name in orgs if name.kind == "org" and name.entry.kind in ("movement", "faction")]
    if named and orgs[0].kind == "demonym" and named[0].side:
        return named[0].side  # "the Lebanese Hezbollah"
    sides = [name.side for name in orgs if name.side]
    movements = [side for side in sides if side != _SIDE_LESS_STATE]
    return next(iter(movements or sides), None)


def speaks_for_state(told: str | None, own: str | None) -> bool:
    """ "советник президента Палестины Набиль Шаас": an office of the state that somebody's own party governs."""
    return told == _SIDE_LESS_STATE and own == _GOVERNING


def _is_served(atom: Span) -> bool:
    """Whether a name is one of the registry's that envoys and advisers serve."""
    known = [name.entry for name in names_in(atom) if name.kind in ("person", "short")]
    return any(role.title.casefold() in _OFFICES for entry in known for role in getattr(entry, "roles", ()))


def serves(party: Party, atoms: Sequence[Span], *, named: bool) -> bool:
    """Whether the name in a titled phrase is of whom its bearer serves: "заместителя Лаврова", "посланник Трампа".

    ``named``: the bearer's own name stands right behind.
    """
    inside = [a for a in atoms if party.first <= a.first < party.last]
    if not inside or not is_person(inside[-1]):
        return False
    title, person = inside[0], inside[-1]
    if is_person(title):  # "заместителя Лаврова": of whom the words before a name say no office
        return party.first < title.first and "gen" in person.cases
    foreign = bool(title.cases) and "gen" in person.cases and not title.cases & person.cases
    return bool(rules_in(title, "title")) and (named or foreign)


def served_by(title: Span, atom: Span) -> bool:
    """ "посланник Трампа", "помощником Аббаса": whether the name behind a title is that of whom its bearer serves."""
    serving = any(rule.says in _SERVING for rule in rules_in(title, "title"))
    return serving and is_person(atom) and "gen" in atom.cases


def served_in(run: list[Span], spans: SentenceSpans) -> list[Span]:
    """ "X, special envoy **to** Russian President **Vladimir Putin**": those whom the bearer of a title serves."""
    served, start = [], 0
    for index, atom in enumerate(run):
        if not is_person(atom):
            continue
        own = run[start:index]
        head = next((a for a in own if any(rule.says in _SERVING for rule in rules_in(a, "title"))), None)
        behind = next((a.first for a in own if head and a.first >= head.last), atom.first)
        links = [i for i in range(head.last, behind) if spans.has(i, "of", "to")] if head else []
        between = [a for a in own if links and a.first > links[-1]]
        offices = [rule.says in _MASTERS for a in between for rule in rules_in(a, "title")[:1]]
        if links and (not between or (offices and all(offices))):
            served.append(atom)
        start = index + 1
    return served


def people_in(run: list[Span], language: Language, spans: SentenceSpans) -> list[Span]:
    """The people of a phrase, but "Трампа" of "X, посланник Трампа"."""
    people = [atom for atom in run if is_person(atom)]
    if language.articles and people:
        served = served_in(run, spans)
        return [atom for atom in people if atom not in served]
    if not language.cases or len(people) < 2:
        return people
    return [
        a for before, a in pairwise([run[0], *run]) if is_person(a) and not served_by(before, a)
    ] or people


def speaks_for(run: list[Span], titles: list[Rule]) -> bool:
    """Whether a title of somebody who serves is followed by whom he serves: "utusan Presiden Putin"."""
    people = [atom for atom in run if is_person(atom)]
    if not titles or len(people) != 1 or titles[0].says not in _SERVES:
        return False
    own = {name.side for name in names_in(people[0])}
    foreign = any(
        name.side and name.side not in own for a in run[: run.index(people[0])] for name in names_in(a)
    )
    if _is_served(people[0]) and not foreign:
        return True
    return (
        len(titles) > 1
        and titles[1].says in _OFFICES
        and people[0] is run[-1]
        and len(run) <= len(titles) + 2
    )


def leads_in(atom: Span, spans: SentenceSpans) -> bool:
    """ "وفد **بقيادة** X": "led by" is no "leadership" where a delegation stands before it and who leads behind."""
    if not (atom.prefix and rules_in(atom, "group") and spans.has(atom.first, "company")):
        return False
    sent = any(
        other.last == atom.first and rule.says == "delegation"
        for other in spans.atoms
        for rule in rules_in(other, "group")
    )
    behind = next((other for other in spans.atoms if other.first >= atom.last), None)
    return sent and behind is not None and (is_person(behind) or bool(rules_in(behind, "title")))


def sent_by(run: Sequence[Span]) -> bool:
    """Whether a group is somebody's: "ممثلين للرئيس X", "مسؤولين في إدارة الرئيس X"."""
    person = next(i for i, atom in enumerate(run) if is_person(atom))
    return any(
        rules_in(run[i], "group") and (run[i + 1].prefix or run[i + 1].first > run[i].last)
        for i in range(person)
    )
