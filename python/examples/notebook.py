# %% [markdown]
# # From counts to a what-if, in Python
#
# Open this file in Jupyter (with Jupytext) or VS Code and it is a notebook; `python notebook.py` runs it as a whole.
# Every figure is of the synthetic demo municipality: it does not exist.

# %%
import pathlib

import mengpaneel as mp

print("Mengpaneel", mp.version())

# %% [markdown]
# ## Measures of a table of counts, with intervals
#
# A table is a mapping of columns, a list of rows, a frame of pandas or pyarrow, or the name of a CSV.

# %%
earlier = {
    "id": ["north", "east", "south", "west"],
    "low": [320, 210, 150, 90],
    "middle": [260, 300, 280, 240],
    "high": [60, 130, 190, 310],
}
measures = mp.measure(earlier, index=["H", "D-vs-rest"], draws=200)
for row, estimate in zip(measures, measures.estimates()):
    print(row["index"], row["groups"] or "all groups", estimate)

# %% [markdown]
# What chance alone would give is known exactly; the corrected value is what is left without it.

# %%
print("H without chance:", measures.estimate("corrected", index="H"))

# %% [markdown]
# ## The difference between two years

# %%
later = {**earlier, "low": [290, 215, 170, 120], "high": [80, 130, 185, 290]}
change = mp.difference(earlier, later, index="H", draws=200)
print("change of H:", change.estimate(), "p =", change[0]["p"])

# %% [markdown]
# ## A meta-analysis of your own effects

# %%
effects = {
    "study": ["one", "two", "three", "four", "five"],
    "yi": [0.12, 0.31, -0.05, 0.22, 0.18],
    "sei": [0.10, 0.15, 0.12, 0.20, 0.09],
}
pooled = mp.pool(effects, model="REML", test="knha", leave_one_out=True)
print("mean effect:", pooled.estimate(), "| prediction:", round(pooled["pi_lb"], 2), "to", round(pooled["pi_ub"], 2))
for row in pooled.table("leave_one_out"):
    print("  without", row["omitted"], round(row["estimate"], 3))

# %% [markdown]
# ## Votes on statements: what is shared, what divides

# %%
votes = [
    {"participant": person, "statement": statement, "vote": 1 if statement == 8 or (statement % 2 == 0) == (person < 8) else -1}
    for person in range(16)
    for statement in range(1, 9)
]
for row, share in zip(statements := mp.statements(votes, shuffles=0, language="en"), statements.estimates()):
    print("  statement", row["statement"], row["reading"], share)

# %% [markdown]
# ## The claims behind mixing policy, on the data of a municipality

# %%
project = mp.demo(output="demo.mengpaneel", replace=True)
claims = mp.claims(project, language="en")
print(*claims.notes, sep="\n")
for row in claims.where(role="headline"):
    print(" ", row["claim"], row["label"], "|", row["verdict"])

# %% [markdown]
# ## What if?
#
# A package is a mapping, as in its YAML. Doing nothing is always beside it. One year and two runs show the form; take
# the horizon of the plan and 50 runs or more for figures that others see.

# %%
package = {
    "package": "Build instead of sell",
    "horizon": 2023,
    "measures": [{"lever": "permits", "from": 2023}],
}
outcome = mp.simulate(project, package=package, runs=2)
difference = outcome.estimate("difference", arm="Build instead of sell", measure="dissimilarityLow")
print("difference in evenness with doing nothing:", difference)

# %% [markdown]
# ## Everything of the municipality on one page

# %%
page: pathlib.Path = mp.report(project, output="rapport.html", language="en")
print("report:", page)
