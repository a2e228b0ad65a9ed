"""What the door itself does: tables in, one exception, rows and frames out, and a module that is not stale."""

import importlib.util
import inspect
import math
import os
import pathlib
import re
import subprocess
import sys

import pytest

import generate
import mengpaneel as mp
from functions import FUNCTIONS
from mengpaneel import program

FOLDER = pathlib.Path(__file__).resolve().parents[1]
COUNTS = {"id": ["A", "B", "C"], "low": [80, 50, 20], "high": [20, 50, 80]}
HAS_PANDAS = importlib.util.find_spec("pandas") is not None
HAS_ARROW = importlib.util.find_spec("pyarrow") is not None


def test_the_functions_are_those_of_the_program():
    assert generate.main(["--check"]) == 0


def test_every_function_is_compared_with_the_command_line():
    tests = "".join(path.read_text() for path in sorted((FOLDER / "tests").glob("*.py")) if path != pathlib.Path(__file__))
    assert [one.name for one in FUNCTIONS if not re.search(rf"\b(mp|mengpaneel)\.{one.name}\(", tests)] == []


def test_every_function_says_what_it_takes():
    for one in FUNCTIONS:
        function = getattr(mp, one.name)
        for name in inspect.signature(function).parameters:
            assert f"        {name}: " in function.__doc__, f"{one.name}: {name}"


def test_a_refusal_is_one_exception_with_the_line_of_the_program():
    with pytest.raises(mp.MengpaneelError) as caught:
        mp.measure({"id": ["A", "B"], "low": [1, "many"], "high": [2, 3]})
    assert caught.value.line.startswith("counts.csv, row 3, column 'low': 'many' is no number")
    assert caught.value.status == 1 and "measure" in caught.value.command
    with pytest.raises(mp.MengpaneelError, match="did you mean 'H'"):
        mp.measure(COUNTS, index="Hh")
    with pytest.raises(mp.MengpaneelError, match="there is no such file") as missing:
        mp.measure("-not-there.csv")
    assert "-not-there.csv" in missing.value.line


def test_a_table_that_is_none_is_told_before_the_program_starts():
    for table, line in [
        ({"low": [1, 2], "high": [1]}, "columns differ in length ('low' 2, 'high' 1)"),
        ([1, 2], "rows are expected as mappings"),
        (7, "found int; expected the name of a file"),
        ({}, "the table has no columns"),
    ]:
        with pytest.raises(mp.MengpaneelError) as caught:
            mp.measure(table)
        assert caught.value.line.startswith("counts: ") and line in caught.value.line


def test_the_program_is_looked_for_and_its_absence_is_clear(monkeypatch, tmp_path):
    found = program.binary()
    monkeypatch.setenv("PATH", str(pathlib.Path(found).parent))
    monkeypatch.delenv("MENGPANEEL_BINARY")
    assert pathlib.Path(program.binary()).samefile(found)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(mp.MengpaneelError, match="set MENGPANEEL_BINARY"):
        mp.version()
    monkeypatch.setenv("MENGPANEEL_BINARY", str(tmp_path / "none"))
    with pytest.raises(mp.MengpaneelError, match="no program that can be started"):
        mp.version()


def test_the_versions_are_one():
    assert mp.version() == mp.__version__


def test_rows_columns_and_gaps_are_one_table():
    rows = [dict(zip(COUNTS, cells)) for cells in zip(*COUNTS.values())]
    whole = mp.measure(COUNTS, index="H", draws=20).rows
    assert mp.measure(rows, index="H", draws=20).rows == whole
    assert mp.measure(iter(rows), index="H", draws=20).rows == whole
    floats = {**COUNTS, "low": [80.0, 50.0, 20.0]}
    assert mp.measure(floats, index="H", draws=20).rows == whole
    gap = {**COUNTS, "low": [80, None, 20]}
    assert mp.measure(gap, index="H", draws=20).about["units_left_out"] == ["B"]
    assert mp.measure({**COUNTS, "low": [80, math.nan, 20]}, index="H", draws=20).rows == mp.measure(gap, index="H", draws=20).rows


def test_an_outcome_is_a_table_again():
    effects = mp.effects({"study": ["a", "b"], "ai": [4, 6], "bi": [119, 300], "ci": [11, 29], "di": [128, 274]}, metric="RR")
    weighted = sum(row["yi"] / row["vi"] for row in effects) / sum(1 / row["vi"] for row in effects)
    assert mp.pool(effects, model="EE", test="z").estimate().value == pytest.approx(weighted)


def test_an_estimate_has_an_interval_or_says_why_not():
    found = mp.measure(COUNTS, index="H", draws=20).estimate()
    assert found.lower < found.value < found.upper and found.note == "" and " to " in str(found)
    bare = mp.measure(COUNTS, index="H", draws=0).estimate()
    assert bare.lower is None and "no interval" in bare.note and "no interval" in str(bare)


def test_one_row_is_named_and_a_mistake_is_told():
    table = mp.measure(COUNTS, index=["H", "D-vs-rest"], draws=20)
    assert table.where(index="D-vs-rest", groups="low")[0]["value"] == pytest.approx(0.4)
    with pytest.raises(LookupError, match="3 rows are meant"):
        table.estimate()
    with pytest.raises(KeyError, match="no column 'indx'"):
        table.where(indx="H")
    with pytest.raises(KeyError, match="no interval belongs to 'bias'"):
        table.estimates("bias")
    with pytest.raises(TypeError, match="is no table"):
        mp.pool({"yi": [1, 2], "vi": [1, 1]}).table("warnings")


def test_a_notebook_shows_rows_and_lets_no_markup_through():
    shown = mp.Table([{"name": "<b>", "value": 0.5, "none": None}], notes=("a & b",))._repr_html_()
    assert "&lt;b&gt;" in shown and "a &amp; b" in shown and "–" in shown and '<th scope="col">' in shown


@pytest.mark.skipif(not HAS_PANDAS, reason="pandas is not installed")
def test_frames_of_pandas_go_in_and_come_out():
    import pandas

    frame = pandas.DataFrame(COUNTS)
    whole = mp.measure(COUNTS, index="H", draws=20)
    assert mp.measure(frame, index="H", draws=20).rows == whole.rows
    assert mp.measure(frame.set_index("id"), index="H", draws=20).rows == whole.rows, "an index with names is a column"
    gap = frame.astype({"low": "Int64"})
    gap.loc[1, "low"] = pandas.NA
    assert mp.measure(gap, index="H", draws=20).about["units_left_out"] == ["B"]
    out = whole.to_pandas()
    assert list(out.columns) == whole.columns and out.loc[0, "value"] == whole[0]["value"]


@pytest.mark.skipif(not HAS_ARROW, reason="pyarrow is not installed")
def test_tables_of_pyarrow_go_in_and_come_out():
    import pyarrow

    whole = mp.measure(COUNTS, index="H", draws=20)
    assert mp.measure(pyarrow.table(COUNTS), index="H", draws=20).rows == whole.rows
    assert whole.to_arrow().column("value").to_pylist() == [whole[0]["value"]]


def test_the_package_needs_nothing_but_python(tmp_path):
    """Installed as a user does, and imported where neither pandas nor anything else is."""
    pytest.importorskip("flit_core")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-build-isolation", "--no-deps",
         "--no-index", "--target", tmp_path, FOLDER],
        check=True, timeout=120,
    )  # fmt: skip
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import mengpaneel as mp; "
        "print(mp.measure({'low': [80, 20], 'high': [20, 80]}, index='H', draws=20).estimate()); "
        "assert not {'pandas', 'pyarrow', 'numpy'} & set(sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 0 and " to " in ended.stdout, ended.stderr
    assert (tmp_path / "mengpaneel" / "py.typed").is_file()


def test_types_are_whole():
    pytest.importorskip("mypy")
    ended = subprocess.run([sys.executable, "-m", "mypy"], cwd=FOLDER, capture_output=True, text=True, check=False, timeout=300)
    assert ended.returncode == 0, ended.stdout


def test_the_notebook_runs(tmp_path):
    notebook = FOLDER / "examples" / "notebook.py"
    ended = subprocess.run(
        [sys.executable, notebook], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300,
        env={**os.environ, "PYTHONPATH": str(FOLDER / "src")},
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    assert "made-up figures" in ended.stdout and (tmp_path / "rapport.html").is_file()
