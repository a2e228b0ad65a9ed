"""Ballots on the command line: views on disagreement, never a winner."""

import json

from program import refused, run, succeed


def write(folder, name, text):
    file = folder / name
    file.write_text(text)
    return file


def test_rules_differ_on_the_capital_of_tennessee(tmp_path):
    """42 Memphis, 26 Nashville, 15 Chattanooga, 17 Knoxville: every rule of pairs says Nashville, first places Memphis."""
    file = write(tmp_path, "ballots.csv", "count,ballot\n42,M > N > C > K\n26,N > C > K > M\n15,C > K > N > M\n17,K > C > N > M\n")
    rows = {row["rule"]: row["at_the_top"] for row in json.loads(succeed("decide", "ranked", file, "--format", "json").out)}
    assert rows["plurality"] == "M" and rows["instant_runoff"] == "K"
    assert {rows[rule] for rule in ("copeland", "minimax", "beat_path", "ranked_pairs", "borda", "kemeny_young")} == {"N"}
    refused(run("decide", "ranked", write(tmp_path, "b.csv", "ballot\nA > > B\n")), "row 2: found 'A > > B'")
    refused(run("decide", "ranked", write(tmp_path, "b.csv", "ballot\nA > A\n")), "'A' stands twice")
    refused(run("decide", "ranked", write(tmp_path, "b.csv", "votes\n1\n")), "a column ballot is expected")


def test_a_proportional_rule_gives_each_view_its_part(tmp_path):
    """Three quarters approve of a to d, a quarter of e and f: four seats by most approvals leave a quarter without."""
    lines = ["a,b,c,d,e,f"] + ["1,1,1,1,0,0"] * 9 + ["0,0,0,0,1,1"] * 3
    file = write(tmp_path, "approvals.csv", "\n".join(lines) + "\n")
    rows = json.loads(succeed("decide", "approval", file, "--pick", "4", "--format", "json").out)
    assert all(row["people_without"] == 3 for row in rows if row["rule"] == "av")
    assert all(row["people_without"] == 0 for row in rows if row["rule"] in ("pav", "equal-shares"))
    refused(run("decide", "approval", file, "--pick", "9"), "9")
    refused(run("decide", "approval", write(tmp_path, "x.csv", "a,b\n1,2\n")), "row 2, column 'b': found '2'; 1 or 0")


def test_a_budget_is_never_exceeded(tmp_path):
    approvals = write(tmp_path, "approvals.csv", "school,park,homes\n1,0,1\n1,1,0\n0,1,0\n")
    costs = write(tmp_path, "costs.csv", "project,cost\nschool,30\npark,20\nhomes,45\n")
    rows = json.loads(succeed("decide", "budget", approvals, "--costs", costs, "--budget", "50", "--format", "json").out)
    assert all(row["unspent"] >= 0 for row in rows) and any(row["funded"] == "school, park" for row in rows)
    costs.write_text("project,cost\nschool,30\npark,20\n")
    refused(run("decide", "budget", approvals, "--costs", costs, "--budget", "50"), "there is no cost of 'homes'")


def test_grades_and_criteria(tmp_path):
    grades = write(tmp_path, "grades.csv", "x,y\n5,3\n4,4\n1,4\n")
    rows = {row["alternative"]: row for row in json.loads(succeed("decide", "grades", grades, "--format", "json").out)}
    assert rows["x"]["median"] == 4 and rows["y"]["total"] == 11
    refused(run("decide", "grades", write(tmp_path, "g.csv", "x,y\n5,good\n")), "'good' is no number")
    table = write(tmp_path, "table.csv", "alternative,mix,cost\nnothing,0,0\nbuild,5,40\ndemolish,5,90\n")
    rows = json.loads(succeed("decide", "criteria", table, "--against", "cost", "--format", "json").out)
    # What is worse on one thing and no better on the other comes first at no weights at all.
    assert rows[2]["at_the_top"] == 0 and abs(sum(row["at_the_top"] for row in rows) - 1) < 1e-9
    refused(run("decide", "criteria", table, "--against", "costs"), "did you mean 'cost'?")


def test_choices_within_a_budget_give_weights_with_intervals(tmp_path, data):
    reference = json.loads((data.parent / "reference" / "deliberation" / "pve-portfolio.json").read_text())
    names = [f"p{place}" for place in range(len(reference["costs"]))]
    choices = write(
        tmp_path, "choices.csv", "\n".join([",".join(names)] + [",".join(map(str, row)) for row in reference["chosen"]]) + "\n"
    )
    rows = [[name, cost, *row] for name, cost, row in zip(names, reference["costs"], reference["attributes"])]
    projects = write(
        tmp_path, "projects.csv", "project,cost,first,second\n" + "".join(",".join(map(str, row)) + "\n" for row in rows)
    )
    command = ["decide", "portfolio", choices, "--projects", projects, "--budget", str(reference["budget"]), "--format", "json"]
    found = json.loads(succeed(*command).out)
    weights = {row["name"]: row for row in found if row["what"] == "weight"}
    model = reference["model_attributes"]
    for name, value, error in zip(["first", "second", "unspent"], model["estimate"], model["se"]):
        assert abs(weights[name]["value"] - value) < 1e-6
        assert abs(weights[name]["high"] - weights[name]["value"] - 1.959964 * error) < 1e-4
    shares = [row["value"] for row in found if row["what"] == "share"]
    assert all(abs(one - other) < 1e-12 for one, other in zip(shares, reference["share_choosing"]))
    plain = write(tmp_path, "plain.csv", "project,cost\n" + "".join(f"{row[0]},{row[1]}\n" for row in rows))
    constants = succeed("decide", "portfolio", choices, "--projects", plain, "--budget", str(reference["budget"])).out
    assert "not identified" in constants
    refused(run("decide", "portfolio", choices, "--projects", plain, "--budget", "1"), "choices.csv")
    refused(run("decide", "portfolio", choices, "--projects", choices, "--budget", "1"), "project and cost are expected")
    wide = write(tmp_path, "wide.csv", ",".join(f"w{place}" for place in range(70)) + "\n" + ",".join("1" * 70) + "\n")
    many = write(tmp_path, "many.csv", "project,cost\n" + "".join(f"w{place},1\n" for place in range(70)))
    refused(run("decide", "portfolio", wide, "--projects", many, "--budget", "5"), "wide.csv: the number of candidates is 70")
