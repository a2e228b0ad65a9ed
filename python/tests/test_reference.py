"""Published values, by way of Python."""

import pytest

import mengpaneel as mp

from conftest import SHARED


def test_indices_of_segregation(reference):
    """What R and Python packages compute of the same counts."""
    cases = [case for case in reference("segregation/01_hand.json")["cases"] if case["id"].startswith("hand-mixed")]
    compared = 0
    for case in cases:
        groups, counts = case["input"]["groups"], case["input"]["counts"]
        table = [{"id": place, **dict(zip(groups, row))} for place, row in enumerate(counts)]
        for wanted in case["expected"]:
            if wanted["index"] in ("H", "M") and wanted.get("params", {"base": "e"}) == {"base": "e"}:
                found = mp.measure(table, index=wanted["index"], draws=0).where(index=wanted["index"])
                assert found[0]["value"] == pytest.approx(wanted["value"], rel=1e-9)
                compared += 1
    assert compared == 2 * len(cases) > 0


def test_thirteen_trials_of_a_vaccine(reference):
    """What metafor gives for the trials of BCG."""
    told = reference("evidence/bcg.json")
    names = {"study": "study", "tpos": "ai", "tneg": "bi", "cpos": "ci", "cneg": "di"}
    effects = mp.effects({mine: told["inputs"][theirs] for theirs, mine in names.items()}, metric="RR")
    wanted = told["log_rr"]["models"]["DL"]
    found = mp.pool(effects, model="DL", test="knha")
    assert found["tau2"] == pytest.approx(wanted["tau2"], rel=1e-8)
    assert found["estimate"] == pytest.approx(wanted["coef"][0]["estimate"], rel=1e-8)
    assert found.estimate().lower == pytest.approx(wanted["knha"]["ci_lb"], rel=1e-8)
    assert found["pi_ub"] == pytest.approx(wanted["prediction"]["pi_ub"], abs=1.0)


def test_the_sorts_of_lipset(reference):
    """What R's qmethod gives."""
    told = reference("deliberation/q-lipset-pca-varimax-3.json")
    sorts = [{"statement": name, **dict(zip(told["qsorts"], row))} for name, row in zip(told["statements"], told["data"])]
    found = mp.qsort(sorts, factors=3)
    for mine, wanted in zip(found["loadings"], told["loadings"], strict=True):
        assert mine == pytest.approx(wanted, abs=1e-6)


def test_rules_on_thirty_three_ballots(reference):
    """What pref_voting gives."""
    case = reference("deliberation/vote-ranked.json")["cases"]["cycle-5x33"]
    ballots = [{"count": count, "ballot": " > ".join(map(str, row))} for count, row in zip(case["counts"], case["ballots"])]
    rows = {row["rule"]: row["at_the_top"] for row in mp.decide_ranked(ballots)}
    for rule in ("plurality", "borda", "ranked_pairs", "instant_runoff", "kemeny_young"):
        assert rows[rule] == str(case["winners"][rule][0])


def test_a_folder_of_reference_values_is_verified(reference):
    total = mp.verify_segregation(SHARED / "reference" / "segregation" / "01_hand.json")[-1]
    assert total["matched"] > 0 and total["missed"] == 0
    evidence = mp.verify_evidence(SHARED / "reference" / "evidence" / "pcurve.json")[-1]
    assert evidence["matched"] > 0 and evidence["missed"] == 0
    sorts = mp.verify_deliberation(SHARED / "reference" / "deliberation" / "q-lipset-pca-none-3.json")[-1]
    assert sorts["matched"] > 0 and sorts["missed"] == 0
