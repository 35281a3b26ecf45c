"""A contact's page: its fields with the words of every source, and what differs."""

from datetime import date

import pytest
from django.urls import reverse

from articles.models import Evidence
from tests.factories import make_article, make_contact, make_mention
from timeline.evidence import fields_of, mentions_of, people_of
from timeline.models import Contact, ContactRedirect
from timeline.origin_words import by_origin, origins_in_words

INDONESIAN = (
    "MOSKOW -- Mousa Abu Marzook bertemu dengan Wakil Menteri Luar Negeri Mikhail Bogdanov pada Rabu (23/10)."
)
RUSSIAN = "МОСКВА. Замглавы МИД РФ Михаил Богданов принял в среду Мусу Абу Марзука."
ARABIC = "موسكو – التقى ميخائيل بوغدانوف يوم الخميس موسى أبو مرزوق، بحسب بيان للحركة."


@pytest.fixture
def meeting(people):
    """A meeting told by an Indonesian, a Russian and an Arabic article; the last gives another day."""
    contact = make_contact(
        people=people, article_count=3, origin_count=2, conflicts=["date"], confidence=0.93
    )
    tell(
        contact,
        INDONESIAN,
        "id",
        "Republika",
        date=("Rabu (23/10)", "weekday and day.month before 2024-10-24"),
    )
    tell(
        contact, RUSSIAN, "ru", "TASS", written=("Мусу Абу Марзука", "Михаил Богданов"), date=("в среду", "")
    )
    tell(
        contact,
        ARABIC,
        "ar",
        "Al Jazeera",
        written=("موسى أبو مرزوق", "ميخائيل بوغدانوف"),
        date=("يوم الخميس", "the Thursday before 2024-10-25"),
        edtf="2024-10-24",
        attribution=["statement by Hamas"],
        doubts=["the weekday may be that of the statement"],
    )
    return contact


def tell(
    contact,
    text,
    language,
    outlet,
    *,
    date,
    written=("Mousa Abu Marzook", "Mikhail Bogdanov"),
    edtf=None,
    **fields,
):
    article = make_article(text=text, language=language, outlet=outlet, title=f"Title {language}")
    names = [("Mousa Abu Marzouk", "mousa-abu-marzouk"), ("Mikhail Bogdanov", "mikhail-bogdanov")]
    mention = make_mention(
        article,
        contact=contact,
        date=edtf,
        people=[
            {"name": name, "actor": key, "as_written": words}
            for (name, key), words in zip(names, written, strict=True)
        ],
        **fields,
    )
    add_evidence(mention, "date", date[0], derivation=date[1])
    for (name, _key), words in zip(names, written, strict=True):
        add_evidence(mention, "participant", words, of=name)
    return mention


def add_evidence(mention, field, words, **more):
    start = mention.article.text.index(words)
    return Evidence.objects.create(
        mention=mention, field=field, start=start, end=start + len(words), quote=words, **more
    )


def page_of(client, contact, query=""):
    return client.get(reverse("contact", args=[contact.public_id]) + query)


def test_page_names_the_contact_as_a_person_would(reader_client, meeting):
    page = page_of(reader_client, meeting).content.decode()
    assert "<h1" in page
    assert "Abu Marzouk met Bogdanov in Moscow" in page
    assert "Wed 23 Oct 2024" in page
    assert "Moscow, Russia" in page
    assert "3 articles," in page
    assert "2 independent origins" in page


def origin(name, *articles, via=(), copies=0):
    hashes = [article.text_sha256[:16] for article in articles]
    return {"name": name, "via": list(via), "articles": hashes, "copies": copies}


def test_origins_are_named_and_sources_stand_below_theirs(reader_client, meeting):
    first, second, third = (mention.article for mention in mentions_of(meeting))
    meeting.origins = [
        origin("statement by Hamas", first, second, via=["Sputnik"], copies=2),
        origin("Russian Foreign Ministry", third, via=["TASS"]),
    ]
    meeting.save()
    page = " ".join(page_of(reader_client, meeting).content.decode().split())
    named = "Hamas statement via Sputnik; Russian Foreign Ministry via TASS"
    assert f'2 independent origins: <bdi class="origin-names">{named}</bdi>' in page
    sources = page.split('class="contact-sources"')[1].split("</section>")[0]
    place = [sources.index(words) for words in (
        "Hamas statement via Sputnik", "2 articles, 2 of nearly the same text", str(first), str(second),
        "Russian Foreign Ministry via TASS", str(third),
    )]  # fmt: skip
    assert place == sorted(place)


def test_origins_without_a_name_are_counted(meeting):
    first, second, third = (mention.article for mention in mentions_of(meeting))
    meeting.origins = [origin("", first), origin("statement", second), origin("", third)]
    assert origins_in_words(meeting) == "a statement; 2 more"
    assert [(group.name, len(group.mentions)) for group in by_origin(meeting, mentions_of(meeting))] == [
        ("", 1),
        ("a statement", 1),
        ("", 1),
    ]
    meeting.origins = [origin("", first), origin("", second)]
    assert origins_in_words(meeting) == ""


def test_words_stand_in_their_own_script_and_lead_to_their_place(reader_client, meeting):
    page = " ".join(page_of(reader_client, meeting).content.decode().split())
    told = [("ar", "rtl", "يوم الخميس"), ("ru", "ltr", "в среду"), ("id", "ltr", "Rabu (23/10)")]
    for language, direction, words in told:
        evidence = Evidence.objects.select_related("mention__article").get(quote=words)
        address = reverse("article", args=[evidence.mention.article.public_id])
        assert f'href="{address}#e{evidence.pk}"' in page
        assert f'<q lang="{language}" dir="{direction}">{words}</q>' in page
    assert ", weekday and day.month before Thu 24 Oct 2024<" in page


def test_every_source_is_listed_with_outlet_date_and_where_known_from(reader_client, meeting):
    page = " ".join(page_of(reader_client, meeting).content.decode().split())
    for mention in meeting.mentions.all():
        assert f"#m{mention.pk}" in page
    for words in ["Republika", "TASS", "Al Jazeera", "Indonesian", "Arabic", "(found in the text)"]:
        assert words in page
    assert "According to <bdi>statement by Hamas</bdi>" in page
    assert "the weekday may be that of the statement" in page


def test_field_on_which_sources_differ_shows_both_with_their_sources(reader_client, meeting):
    page = page_of(reader_client, meeting).content.decode()
    assert "The sources differ on date" in page
    when = next(field for field in fields_of(meeting, mentions_of(meeting)) if field.name == "date")
    assert when.is_conflict
    assert when.value == "Wed 23 Oct 2024"
    told = [(reading.value, reading.agreement, len(reading.sayings)) for reading in when.readings]
    assert told == [("Wed 23 Oct 2024", "same", 2), ("Thu 24 Oct 2024", "other", 1)]


def test_less_exact_source_leaves_more_open_but_does_not_contradict(people):
    contact = make_contact(people=people)
    make_mention(make_article(), contact=contact, date="2024-10", place="", country="RU")
    by_name = {field.name: field for field in fields_of(contact, mentions_of(contact))}
    assert [reading.agreement for reading in by_name["date"].readings] == ["same", "open"]
    assert [reading.value for reading in by_name["place"].readings] == ["Moscow, Russia", "Russia"]
    assert by_name["place"].readings[1].agreement == "open"


@pytest.mark.parametrize(
    ("said", "agreement"),
    [("2024-10-23", "same"), ("2024-10-20/2024-10-26", "open"), ("2024-10-25", "other"), ("2023", "other")],
)
def test_days_tell_whether_a_date_contradicts(people, said, agreement):
    contact = make_contact(people=people)
    make_mention(make_article(), contact=contact, date=said)
    when = fields_of(contact, mentions_of(contact))[0]
    assert when.readings[-1].agreement == agreement


def test_history_says_who_announced_and_who_reported(reader_client, people):
    contact = make_contact(people=people)
    announced = make_article(outlet="Interfax", published=date(2024, 10, 21))
    reported = make_article(outlet="TASS", published=date(2024, 10, 23))
    make_mention(reported, contact=contact)
    make_mention(announced, contact=contact, status="planned")
    page = page_of(reader_client, contact).content.decode()
    steps = page[page.index("status-steps") : page.index("contact-columns")]
    assert steps.index("Planned") < steps.index("Interfax") < steps.index("Held") < steps.index("TASS")
    assert "said beforehand" in page


def test_contact_that_was_simply_held_has_no_history(reader_client, meeting):
    assert "status-steps" not in page_of(reader_client, meeting).content.decode()


def test_person_is_followed_through_the_scripts(meeting):
    marzouk, bogdanov = people_of(Contact.objects.for_timeline().get(), mentions_of(meeting))
    assert [quote.text for saying in marzouk.sayings for quote in saying.quotes] == [
        "Mousa Abu Marzook",
        "Мусу Абу Марзука",
        "موسى أبو مرزوق",
    ]
    assert len(bogdanov.sayings) == 3


def test_side_stands_with_its_words_or_through_its_people(reader_client, people):
    contact = make_contact(people=people[:1])
    mention = make_mention(make_article(text="a ХАМАС b", language="ru"), contact=contact)
    add_evidence(mention, "side", "ХАМАС", of="Russia")
    page = page_of(reader_client, contact).content.decode()
    assert "through the people named above" in page
    assert page.index("?side=russia") < page.index(">ХАМАС</q>")


def test_name_of_a_rule_is_not_shown(reader_client, people):
    contact = make_contact(people=people)
    mention = make_mention(make_article(text="a met b will"), contact=contact, status="planned")
    add_evidence(mention, "trigger", "met", derivation="held-talks")
    add_evidence(mention, "status", "will", derivation="planned")
    page = page_of(reader_client, contact).content.decode()
    assert ">met</q>" in page
    assert "held-talks" not in page
    assert "(planned)" not in page


def test_person_whom_only_a_source_names_is_shown_as_such(reader_client, people):
    contact = make_contact(people=people)
    make_mention(make_article(), contact=contact, people=[{"name": "Somebody Else", "as_written": "S. Else"}])
    page = page_of(reader_client, contact).content.decode()
    assert "Somebody Else" in page
    assert "named by a source, not taken over" in page
    assert "S. Else" in page


def test_fragment_is_the_same_body_without_the_frame(reader_client, meeting):
    whole = page_of(reader_client, meeting)
    by_query = page_of(reader_client, meeting, "?fragment=1")
    by_header = reader_client.get(
        reverse("contact", args=[meeting.public_id]), headers={"HX-Request": "true"}
    )
    assert by_query.content == by_header.content
    assert b"<html" in whole.content
    assert b"<html" not in by_query.content
    assert b'<h2 class="contact-title' in by_query.content
    assert by_query.content.count(b"<q ") == whole.content.count(b"<q ")
    assert "HX-Request" in whole.headers["Vary"]


def test_old_identifier_leads_on_for_good(reader_client, meeting):
    ContactRedirect.objects.create(old_public_id="gone00000001", contact=meeting)
    answer = reader_client.get("/contacts/gone00000001/?fragment=1")
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"/contacts/{meeting.public_id}/?fragment=1"


def test_unknown_identifier_is_not_found(reader_client, db):
    assert reader_client.get("/contacts/nothing/").status_code == 404


def test_page_asks_who_you_are(client, meeting):
    assert page_of(client, meeting).status_code == 302


def test_reader_is_shown_text_as_text(reader_client, people):
    evil = "<script>alert(1)</script>"
    contact = make_contact(people=people, place=evil, topics=[evil])
    article = make_article(text=f"a {evil} b", title=evil, outlet=evil)
    make_mention(
        article,
        contact=contact,
        doubts=[evil],
        attribution=[evil],
        evidence=[("date", evil), ("place", evil)],
    )
    page = page_of(reader_client, contact).content.decode()
    assert evil not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_contact_without_anything_still_has_a_page(reader_client, db):
    contact = make_contact(date=None, sides=[], place="", country="", article_count=0, origin_count=0)
    page = page_of(reader_client, contact).content.decode()
    assert "date not known" in page
    assert "No article tells this contact any more." in page
    assert "Nobody is named" in page


def test_office_is_the_one_held_on_the_day_of_the_contact(reader_client, people):
    deputy = {"title": "deputy foreign minister", "since": "2011-06", "until": "2025-07-09"}
    ambassador = {"title": "ambassador to Egypt", "since": "2005", "until": "2011"}
    people[1].roles.create(**deputy)
    people[1].roles.create(**ambassador)
    people[1].roles.create(title="always something")
    for day, then, not_then in [
        ("2024-10-23", deputy, ambassador),
        ("2006-03-03", ambassador, deputy),
        ("2006", ambassador, deputy),
    ]:
        page = page_of(reader_client, make_contact(date=day, people=people)).content.decode()
        assert f"<bdi>{then['title']}</bdi>" in page
        assert not_then["title"] not in page
        assert "always something" not in page
    undated = page_of(reader_client, make_contact(date="", people=people)).content.decode()
    assert "ambassador to Egypt" not in undated


def test_page_costs_the_same_however_many_sources(reader_client, meeting, people, django_assert_num_queries):
    make_contact(kind="visit", date="2024-10-22/2024-10-24", people=people[:1])
    make_contact(date="2006-03-03", people=people)
    for number in range(12):
        tell(meeting, INDONESIAN, "id", f"Outlet {number}", date=("Rabu (23/10)", ""))
    # session and user; contact, people, sides; mentions and evidence; six for what is related to it;
    # what was decided of it, two for whether this reader may decide, and who held which office
    with django_assert_num_queries(17):
        page_of(reader_client, meeting, "?fragment=1")
    # the frame: saved views
    with django_assert_num_queries(18):
        page_of(reader_client, meeting)
