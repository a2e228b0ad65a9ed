"""Votes and sorts on the command line."""

import gzip
import json

import pytest
from program import refused, run, succeed


@pytest.fixture(scope="module")
def votes(tmp_path_factory):
    """Two camps of eight people on twelve statements; statement 12 is shared."""
    file = tmp_path_factory.mktemp("votes") / "votes.csv"
    lines = ["participant,statement,vote"]
    for person in range(16):
        for statement in range(1, 13):
            noisy = (person * 5 + statement * 3) % 11 == 0
            agrees = statement == 12 or ((statement % 2 == 0) == (person < 8)) != noisy
            lines.append(f"{person},{statement},{1 if agrees else -1}")
    file.write_text("\n".join(lines) + "\n")
    return file


def test_what_is_shared_and_what_divides(votes):
    text = succeed("opinions", votes, "--language", "en").out
    assert "shared: agree" in text and "There are 2 groups" in text
    dutch = succeed("opinions", votes, "--language", "nl").out
    assert "gedeeld: eens" in dutch and "Er zijn 2 groepen" in dutch
    untested = succeed("opinions", votes, "--shuffles", "0", "--language", "en").out
    assert "No stable groups: not tested" in untested


def test_json_has_the_names_of_the_reference_and_the_same_bytes_on_any_threads(votes):
    one = succeed("opinions", votes, "--format", "json", "--threads", "1").out
    assert one == succeed("opinions", votes, "--format", "json", "--threads", "3").out
    data = json.loads(one)
    assert data["chosen_k"] == 2 and data["claims"]["shows_groups"]
    assert data["group_of_clusterable"] in ([0] * 8 + [1] * 8, [1] * 8 + [0] * 8)
    assert set(data["group_statistics"]["0"]) == {"na", "nd", "ns", "pa", "pd", "pat", "pdt", "ra", "rd", "rat", "rdt"}
    polis = json.loads(succeed("opinions", votes, "--mode", "polis", "--format", "json").out)
    assert polis["claims"] is None and polis["consensus"]["agree"][0]["tid"] == 12


def test_statements_are_named_and_rejected_ones_left_out(votes, tmp_path):
    statements = tmp_path / "statements.csv"
    statements.write_text("statement,moderated,text\n1,-1,\n12,1,\"Mixing is good, mostly\"\n")
    data = json.loads(succeed("opinions", votes, "--statements", statements, "--format", "json").out)
    assert data["moderated_out"] == [1] and data["statements"][11]["text"] == "Mixing is good, mostly"
    statements.write_text("statement,moderated\n1,2\n")
    refused(run("opinions", votes, "--statements", statements), "row 2: found '2', expected 1 accepted")


def test_packed_votes_and_two_rounds(votes, tmp_path):
    packed = tmp_path / "votes.csv.gz"
    packed.write_bytes(gzip.compress(votes.read_bytes()))
    assert succeed("opinions", packed).out == succeed("opinions", votes).out
    later = tmp_path / "later.csv"
    later.write_text(votes.read_text().replace("0,12,1\n", "0,12,-1\n", 1))
    rows = json.loads(succeed("opinions", votes, "--later", later, "--format", "json").out)
    assert [row["towards_disagree"] for row in rows] == [0] * 11 + [1]


def test_votes_with_mistakes_are_refused_in_one_line(votes, tmp_path):
    bad = tmp_path / "bad.csv"
    for text, message in [
        ("", "expected a column participant"),
        ("participant,statement,vote\n", "there are no votes"),
        ("participant,statement,vote\n1,1,yes\n", "line 2, column 3: found 'yes'"),
    ]:
        bad.write_text(text)
        refused(run("opinions", bad), message)
    refused(run("opinions", tmp_path / "none.csv"), "there is no such file")
    refused(run("opinions", tmp_path), "is a folder")
    refused(run("opinions", votes, "--level", "2"), "level is 2.0")


def test_sorts(tmp_path):
    file = tmp_path / "sorts.csv"
    rows = ["statement,a,b,c,d"]
    for place in range(9):
        rows.append(f"s{place},{place - 4},{(place - 4) if place % 4 else 4 - place},{4 - place},{(place * 2) % 9 - 4}")
    file.write_text("\n".join(rows) + "\n")
    data = json.loads(succeed("qsort", file, "--factors", "2", "--format", "json").out)
    assert len(data["loadings"]) == 4 and len(data["z_scores"]) == 9 and data["settings"]["nfactors"] == 2
    text = succeed("qsort", file, "--factors", "2", "--extraction", "centroid", "--turn", "1,2,15").out
    assert "FACTORS" in text and "STATEMENTS" in text
    refused(run("qsort", file, "--factors", "5"), "factors is 5; it must be between 1 and the number of sorts, 4")
    refused(run("qsort", file, "--turn", "1,2"), "--turn: found '1,2'")
    file.write_text(file.read_text().replace("s3,-1,", "s3,,"))
    refused(run("qsort", file), "row 5, column 'a': nothing")


def test_reference_values_are_recomputed(data):
    reference = data.parent / "reference" / "deliberation"
    for name in ("q-lipset-pca-varimax-3.json", "polis-server-below-100-ptpts.json", "polis-london.youth.policing.json"):
        out = succeed("verify", "deliberation", reference / name, "--votes", data / "polis", "--format", "csv").out
        assert out.splitlines()[-1].endswith(",0,0")
    result = run("verify", "deliberation", reference / "polis-london.youth.policing.json")
    assert result.status != 0
