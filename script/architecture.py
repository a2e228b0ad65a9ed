"""Holds the table of targets in Documentation/Architecture.md against what `swift package dump-package` says of them.

    swift package dump-package | python3 script/architecture.py

Every target that is no test stands in the table, with the targets of this package that it depends on.
"""

import json
import pathlib
import re
import sys

PAGE = pathlib.Path(__file__).resolve().parents[1] / "Documentation" / "Architecture.md"


def targets(package: dict) -> dict[str, set[str]]:
    """The targets of the package that are no tests, with those of this package that they depend on."""
    own = {target["name"] for target in package["targets"]}
    return {
        target["name"]: {dependency["byName"][0] for dependency in target["dependencies"] if "byName" in dependency} & own
        for target in package["targets"] if target["type"] in ("regular", "executable")
    }


def main() -> int:
    """Says what differs, a line each."""
    try:
        found = targets(json.load(sys.stdin))
    except ValueError:
        print("script/architecture.py: no package came in; see what `swift package dump-package` says.", file=sys.stderr)
        return 1
    rows = re.findall(r"^\| `([\w-]+)` \| .* \| ([^|]+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    complaints = [f"`{name}` stands in the table, and is no target" for name, _ in rows if name not in found]
    complaints += [f"the target {name} does not stand in the table" for name in found if name not in dict(rows)]
    for name, told in rows:
        if name not in found:
            continue
        said = {one.strip(" `") for one in told.split(",")} - {"–"}
        for missing in sorted(found[name] - said):
            complaints.append(f"`{name}` depends on {missing}, which its line does not say")
        for gone in sorted(said - found[name]):
            complaints.append(f"`{name}` does not depend on {gone}, which its line says")
    for complaint in complaints:
        print(f"Documentation/Architecture.md: {complaint}", file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    raise SystemExit(main())
