"""Disks that are full and places that cannot be written to, as far as this machine lets a test make them."""

import contextlib
import os
import resource
import signal
import subprocess
import sys

import pytest


@contextlib.contextmanager
def mounted(place, *arguments):
    """A mount at a folder for as long as the test lasts; None where this user may not mount."""
    made = subprocess.run(["mount", *arguments, str(place)], capture_output=True, check=False) if os.geteuid() == 0 else None
    if made is None or made.returncode != 0:
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


class Small:
    """A file system of its own that is filled to the last byte."""

    def __init__(self, folder):
        self.folder = folder
        self.options = {}

    def fill(self, _process=None):
        with contextlib.suppress(OSError), open(self.folder / "vulling", "wb", buffering=0) as filler:
            for size in (1 << 16, 512, 1):
                with contextlib.suppress(OSError):
                    while filler.write(bytes(size)):
                        pass

    def clear(self, _process=None):
        (self.folder / "vulling").unlink()


class Limited:
    """Where nothing can be mounted: no file of the process may grow, which comes to the same."""

    def __init__(self, folder):
        self.folder = folder
        self.options = {}

    def fill(self, process=None):
        if process:
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        self.options = {"preexec_fn": self.limit}

    def clear(self, process=None):
        if process:
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        self.options = {}

    @staticmethod
    def limit():
        """In the new process: what cannot grow is an error and not the end of the program."""
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))

    @staticmethod
    def ignore():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


@contextlib.contextmanager
def small_disk(place, megabytes=24):
    """A disk that can be filled and cleared. MENGPANEEL_DISK=limit takes the way of those who may not mount."""
    place.mkdir()
    with contextlib.ExitStack() as stack:
        found = None
        if os.environ.get("MENGPANEEL_DISK") != "limit":
            found = stack.enter_context(mounted(place, "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs"))
        if found:
            yield Small(place)
        elif sys.platform.startswith("linux"):
            yield Limited(place)
        else:
            pytest.skip("no disk can be made small on this machine")


@contextlib.contextmanager
def read_only(folder):
    """A folder in which nothing can be written, also not by the superuser."""
    with contextlib.ExitStack() as stack:
        if os.geteuid() == 0:
            if not stack.enter_context(mounted(folder, "--bind", str(folder))):
                pytest.skip("the superuser of this machine may not mount, and may write everywhere")
            subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
        else:
            folder.chmod(0o500)
            stack.callback(folder.chmod, 0o700)
        yield folder
