"""The door: what comes in is kept, each file in exactly one place; what goes out leaves nothing behind."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from articles import door, queue, reading
from articles.models import Article, Collection, Mention
from benchmarks.generated import articles
from timeline.models import Contact

pytestmark = pytest.mark.django_db
State = Article.State
TEXTS = [text.encode() for _, text in articles(8)]


@pytest.fixture
def sent(monkeypatch):
    """The ids that hints were sent for."""
    ids: list[int] = []
    monkeypatch.setattr(queue, "send", ids.extend)
    return ids


def test_a_file_gets_a_row_and_a_hint_once_the_row_can_be_seen(sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        article = door.hand_over("a.txt", TEXTS[0], given={"published": "2024-01-19", "outlet": "iNews"})
    assert sent == []
    for callback in callbacks:
        callback()
    assert sent == [article.pk]
    article.refresh_from_db()
    assert (article.state, article.attempts, article.text) == (State.RECEIVED, 0, "")
    assert article.given == {"published": "2024-01-19", "outlet": "iNews"}


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\story.txt", "story.txt"),
        ("/", "unnamed"),
        ("", "unnamed"),
        ("a\x00b\n.txt", "ab.txt"),
        ("invoice\u202etxt.exe", "invoicetxt.exe"),
        ("х" * 400 + ".txt", "х" * 251 + ".txt"),
    ],
)
def test_a_name_is_a_label_and_never_a_path(media: Path, name, label):
    article = door.hand_over(name, TEXTS[0])
    assert article.file_name == label
    kept = Path(article.original.path)
    assert media in kept.parents
    assert label not in kept.name
    assert kept.read_bytes() == TEXTS[0]


def test_the_same_bytes_again_are_a_duplicate_at_once(sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        first, second, third = (door.hand_over(name, TEXTS[0]) for name in ("a.txt", "b.txt", "a.txt"))
    assert [first.state, second.state, third.state] == [State.RECEIVED, State.DUPLICATE, State.DUPLICATE]
    assert second.duplicate_of == third.duplicate_of == first
    assert sent == [first.pk]


def test_bytes_whose_first_copy_failed_are_read_again():
    first = door.hand_over("a.txt", b"x")
    Article.objects.filter(pk=first.pk).update(state=State.FAILED)
    assert door.hand_over("a.txt", b"x").state == State.RECEIVED


def test_a_file_that_is_too_large_says_so_and_is_not_kept(settings, media):
    settings.MAX_FILE_BYTES = 1024 * 1024
    article = door.hand_over("book.txt", b"x" * (3 * 1024 * 1024))
    assert article.state == State.FAILED
    assert "3 MB" in article.reason
    assert not article.original


def test_what_cannot_be_given_is_refused_before_anything_is_kept(media):
    for given in ({"published": "19.1.2024"}, {"state": "read"}):
        with pytest.raises(ValueError, match=r"isoformat|not to be given"):
            door.hand_over("a.txt", TEXTS[0], given=given)
    assert not Article.objects.exists()
    assert not media.exists()


def test_rereading_keeps_what_was_given_and_takes_away_what_was_blanked(sent):
    article = door.hand_over("a.txt", TEXTS[0], given={"published": "2024-01-19", "outlet": "iNews"})
    queue.claim(article.pk)
    door.reread(article, given={"outlet": "", "title": "A visit"})
    assert article.given == {"published": "2024-01-19", "title": "A visit"}
    assert (article.state, article.attempts, article.claim) == (State.RECEIVED, 0, None)


def test_a_retry_gives_an_article_all_its_attempts_again(sent, django_capture_on_commit_callbacks):
    article = door.hand_over("a.txt", TEXTS[0])
    Article.objects.filter(pk=article.pk).update(state=State.QUARANTINED, attempts=3, reason="Why.")
    with django_capture_on_commit_callbacks(execute=True):
        door.retry(article)
    assert (article.state, article.attempts, article.reason) == (State.RECEIVED, 0, "")
    assert sent == [article.pk]


def test_a_collection_goes_with_all_it_said(media, django_capture_on_commit_callbacks):
    demo = Collection.objects.create(slug="demo", name="Demo")
    ours = [door.hand_over(f"{n}.txt", text, collection=demo) for n, text in enumerate(TEXTS[:4])]
    copy = door.hand_over("copy.txt", TEXTS[0])
    other = door.hand_over("other.txt", TEXTS[4])
    for article in [*ours, other]:
        reading.read(article.pk)
    assert copy.state == State.DUPLICATE
    with django_capture_on_commit_callbacks(execute=True):
        assert door.remove_collection(demo) == 4
    assert set(Article.objects.values_list("pk", flat=True)) == {copy.pk, other.pk}
    assert set(Mention.objects.values_list("article", flat=True)) <= {other.pk}
    assert not Contact.objects.filter(mentions=None).exists()
    copy.refresh_from_db()
    assert copy.state == State.RECEIVED
    assert len([path for path in media.rglob("*") if path.is_file()]) == 2


def test_what_waits_is_sent_again_only_when_its_time_is_over(sent, settings):
    fresh, stale, lost, busy = (door.hand_over(f"{n}.txt", text) for n, text in enumerate(TEXTS[:4]))
    past, future = (timezone.now() + timedelta(seconds=s) for s in (-1, 60))
    Article.objects.filter(pk=stale.pk).update(lease_until=past)
    Article.objects.filter(pk=lost.pk).update(state=State.READING, attempts=1, lease_until=past)
    Article.objects.filter(pk=busy.pk).update(state=State.READING, attempts=1, lease_until=future)
    queue.sweep()
    assert sent == [stale.pk, lost.pk]
    queue.sweep()
    assert sent == [stale.pk, lost.pk]
    assert Article.objects.get(pk=busy.pk).state == State.READING
    assert Article.objects.get(pk=fresh.pk).state == State.RECEIVED


def test_a_lease_that_ran_out_three_times_sets_the_article_aside(sent):
    article = door.hand_over("a.txt", TEXTS[0])
    for _ in range(3):
        assert queue.claim(article.pk)
        Article.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert queue.claim(article.pk) is None
    queue.sweep()
    article.refresh_from_db()
    assert (article.state, article.reason) == (State.QUARANTINED, queue.SET_ASIDE)
    assert sent == []


def test_a_start_takes_back_the_claims_of_the_last_run(sent):
    article = door.hand_over("a.txt", TEXTS[0])
    queue.claim(article.pk)
    queue.release_all()
    queue.sweep()
    assert sent == [article.pk]


def test_the_original_is_not_kept_when_the_row_cannot_be(media, monkeypatch):
    monkeypatch.setattr(Article, "save", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        door.hand_over("a.txt", TEXTS[0])
    assert not [path for path in media.rglob("*") if path.is_file()]


def test_a_stranger_in_the_folder_of_originals_is_no_article(media):
    article = door.hand_over("a.txt", TEXTS[0])
    article.original.storage.save("2026/01/stranger", ContentFile(b"x"))
    assert Article.objects.count() == 1
