"""The whole program as a user meets it: the built binary, files and a local server. Needs Python and pytest only."""

import os
import shutil

import pytest

from program import SHARED, succeed


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: takes minutes or installs packages; runs with MENGPANEEL_SLOW=1")


def pytest_collection_modifyitems(items):
    if not os.environ.get("MENGPANEEL_SLOW"):
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="set MENGPANEEL_SLOW=1, or run script/test --slow"))
    if os.environ.get("MENGPANEEL_BINARY"):
        return
    for item in items:
        item.add_marker(pytest.mark.skip(reason="set MENGPANEEL_BINARY to the built program"))


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """A project with the synthetic demo municipality; copy it before writing to it."""
    project = tmp_path_factory.mktemp("demo") / "demo.mengpaneel"
    succeed("demo", "--output", project)
    return project


@pytest.fixture
def project(demo, tmp_path):
    """A demo project of one's own."""
    return shutil.copyfile(demo, tmp_path / "stad.mengpaneel")


@pytest.fixture(scope="session")
def data():
    """The real files beside the repository."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("there are no real files in ../shared/data")
    return folder
