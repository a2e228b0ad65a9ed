"""Turns the tree of packages (JSON on standard input) into a CycloneDX 1.5 document. The same packages give the same bytes:
no moment and no number by chance."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import uuid

# The libraries that Package.swift names or links, with the package that holds each on Debian and what it is for.
SYSTEM = [
    ("gdal", "libgdal", "reads foreign files; loaded by mengpaneel-read only"),
    ("sqlite3", "libsqlite3-0", "the project file"),
    ("zlib", "zlib1g", "compressed pages and files"),
]


def revisions():
    """The exact commit of each package, where it was resolved."""
    file = pathlib.Path("Package.resolved")
    pins = json.loads(file.read_text(encoding="utf-8"))["pins"] if file.exists() else []
    return {pin["identity"]: pin["state"].get("revision") for pin in pins}


def purl(package):
    place = re.sub(r"^https?://|\.git$", "", package["url"])
    return f"pkg:swift/{place}@{package['version']}"


def flat(tree, found):
    """Every package once, by its identity."""
    for one in tree["dependencies"]:
        found.setdefault(one["identity"], one)
        flat(one, found)
    return found


def library(name, debian, purpose):
    version = "unknown"
    if shutil.which("pkg-config"):
        asked = subprocess.run(["pkg-config", "--modversion", name], capture_output=True, text=True, check=False)
        version = asked.stdout.strip() or version
    return {
        "type": "library", "bom-ref": f"system:{name}", "name": name, "version": version, "scope": "required", "description": purpose,
        "properties": [{"name": "mengpaneel:linkage", "value": "system"}, {"name": "mengpaneel:debian", "value": debian}],
    }


def main():
    version = sys.argv[1]
    tree = json.load(sys.stdin)
    commits = revisions()
    packages = flat(tree, {})
    components = []
    for identity, one in sorted(packages.items()):
        component = {
            "type": "library", "bom-ref": purl(one), "name": one["name"], "version": one["version"], "scope": "required",
            "purl": purl(one), "externalReferences": [{"type": "vcs", "url": one["url"]}],
        }
        if commits.get(identity):
            component["properties"] = [{"name": "mengpaneel:commit", "value": commits[identity]}]
        components.append(component)
    system = [library(*one) for one in SYSTEM]
    own = f"pkg:generic/mengpaneel@{version}"
    needs = {own: [purl(one) for one in tree["dependencies"]] + [one["bom-ref"] for one in system]}
    for one in packages.values():
        needs[purl(one)] = [purl(packages[other["identity"]]) for other in one["dependencies"]]
    document = {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {"component": {
            "type": "application", "bom-ref": own, "name": "mengpaneel", "version": version, "purl": own,
            "licenses": [{"license": {"id": "EUPL-1.2"}}],
        }},
        "components": components + system,
        "dependencies": [{"ref": ref, "dependsOn": sorted(others)} for ref, others in sorted(needs.items())],
    }
    document["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(document, sort_keys=True))}"
    print(json.dumps(document, indent=2, sort_keys=True))


main()
