"""``manage.py extract`` and ``explain`` as the contract describes them."""

import json

import pytest
from django.core.management import CommandError, call_command

ARTICLE = (
    "Hamas Temui Wakil Menlu Rusia\n\n"
    "MOSKOW, iNews.id – Delegasi Hamas bertemu Wakil Menteri Luar Negeri Rusia Mikhail Bogdanov di Moskow "
    "pada Rabu (17/1/2024), demikian dilansir kantor berita Sputnik.\n"
)
pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(tmp_path):
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(
            ARTICLE.replace("Rabu", "Rabu" if name == "a.txt" else "Rabu malam"), "utf-8"
        )
    return tmp_path


def rows(capsys, *arguments) -> list[dict]:
    call_command("extract", "--json", *arguments)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_prints_one_line_a_file_with_evidence_that_stands_in_it(articles, capsys):
    found = rows(capsys, "--published", "2024-01-19", str(articles))
    assert [row["file"] for row in found] == ["a.txt", "b.txt"]
    [contact] = found[0]["contacts"]
    assert (contact["kind"], contact["date"], contact["place"], contact["country"]) == (
        "meeting",
        "2024-01-17",
        "Moscow",
        "RU",
    )
    assert contact["attribution"] == ["Sputnik"]
    assert contact["participants"][0]["actor"] == "mikhail-bogdanov"
    text = (articles / "a.txt").read_text("utf-8")
    assert all(text[e["start"] : e["end"]] == e["quote"] for e in contact["evidence"])
    assert found[0]["outlet"] == "iNews"


def test_any_number_of_jobs_prints_the_same(articles, capsys):
    assert rows(capsys, str(articles)) == rows(capsys, "--jobs", "2", str(articles))


def test_published_wins_over_meta_and_meta_over_the_text(articles, tmp_path, capsys):
    meta = tmp_path / "meta.json"
    meta.write_text(json.dumps({"a.txt": {"published": "2024-01-18", "outlet": "Antara"}}))
    [row] = rows(capsys, "--meta", str(meta), str(articles / "a.txt"))
    assert (row["published"], row["published_from"], row["outlet"]) == ("2024-01-18", "given", "Antara")
    [row] = rows(capsys, "--meta", str(meta), "--published", "2024-01-20", str(articles / "a.txt"))
    assert row["published"] == "2024-01-20"
    [row] = rows(capsys, str(articles / "a.txt"))
    assert (row["published"], row["published_from"]) == ("2024-01-17", "text")


def test_what_cannot_be_read_is_one_line_and_an_exit_code(articles, capsys):
    (articles / "c.txt").write_bytes(b"\x00\x01\x02" * 50)
    with pytest.raises(SystemExit) as ended:
        call_command("extract", "--json", str(articles / "c.txt"), str(articles / "a.txt"))
    assert ended.value.code == 1
    bad, good = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert bad["file"] == "c.txt"
    assert bad["error"].endswith(".")
    assert "contacts" not in bad
    assert good["contacts"]


def test_meta_that_is_none_is_refused_in_a_sentence(articles, tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text("[1]")
    with pytest.raises(CommandError, match="no JSON object"):
        call_command("extract", "--meta", str(broken), str(articles))


def test_explain_prints_the_steps(articles, capsys):
    call_command("explain", str(articles / "a.txt"))
    assert "binding  Delegasi Hamas  <bertemu" in capsys.readouterr().out
