"""A Slurm cluster of two nodes on this machine, from the packages of Debian: all of it in one folder, on loopback only."""

import contextlib
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time

CONFIGURATION = """ClusterName=mengpaneel
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket={folder}/munge/socket
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
TopologyParam=NoInAddrAny,NoCtldInAddrAny
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool-%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/%n.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/%n.log
ReturnToService=2
JobRequeue=1
SlurmdTimeout=15
KillWait=5
MaxArraySize=100001
JobCompType=jobcomp/filetxt
JobCompLoc={folder}/jobs.txt
NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[1]} CPUs=1
NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[2]} CPUs=1
PartitionName=all Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
"""


def free_ports(count):
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


def children():
    """{process: its parent}, of all processes."""
    found = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                found[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    return found


def descendants(process):
    parents = children()
    found = {process}
    while new := {one for one, parent in parents.items() if parent in found} - found:
        found |= new
    return found


class Cluster:
    """Started with `with`; everything it started has ended afterwards."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="mengpaneel-slurm-"))
        self.daemons = {}
        self.environment = os.environ | {"SLURM_CONF": str(self.folder / "slurm.conf")}

    def __enter__(self):
        try:
            self.begin()
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(self, *_):
        self.end()

    def begin(self):
        self.folder.chmod(0o755)
        munge = pwd.getpwnam("munge")
        for name in ["munge", "state"]:
            (self.folder / name).mkdir(mode=0o755)
        os.chown(self.folder / "munge", munge.pw_uid, munge.pw_gid)
        key = self.folder / "munge" / "key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o400)
        os.chown(key, munge.pw_uid, munge.pw_gid)
        self.start("munged", ["munged", "--foreground", "--force", *(
            f"--{option}={self.folder / 'munge' / name}" for option, name in
            [("socket", "socket"), ("key-file", "key"), ("pid-file", "pid"), ("log-file", "log"), ("seed-file", "seed")])],
            user=munge.pw_uid, group=munge.pw_gid)
        self.wait(20, lambda: (self.folder / "munge" / "socket").exists(), "munged")
        text = CONFIGURATION.format(host=socket.gethostname().split(".")[0], folder=self.folder, ports=free_ports(3))
        (self.folder / "slurm.conf").write_text(text)
        self.start("slurmctld", ["slurmctld", "-D"])
        for node in ["n1", "n2"]:
            (self.folder / f"spool-{node}").mkdir()
            self.start(node, ["slurmd", "-D", "-N", node])
        self.wait(40, lambda: set(self.states().values()) == {"idle"}, "two idle nodes")

    def start(self, name, command, **options):
        with (self.folder / f"{name}.out").open("wb") as output:
            self.daemons[name] = subprocess.Popen(
                [shutil.which(command[0], path=f"{os.environ['PATH']}:/usr/sbin") or command[0], *command[1:]],
                stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=self.environment, **options)

    def wait(self, seconds, condition, name):
        """Waits until the condition holds; says how long that took."""
        begun = time.monotonic()
        while time.monotonic() - begun < seconds:
            if condition():
                return time.monotonic() - begun
            time.sleep(0.25)
        raise AssertionError(f"{name} was awaited for {seconds} s in vain\n{self.logs()}")

    def logs(self):
        return "\n".join(f"--- {file.name}\n{file.read_text(errors='replace')[-2000:]}"
                         for file in sorted(self.folder.glob("*.log")) + sorted(self.folder.glob("*.out")))

    def ask(self, *command, check=True):
        done = subprocess.run(command, capture_output=True, text=True, env=self.environment, check=False, timeout=60)
        assert not check or done.returncode == 0, f"{command}: {done.stderr}\n{self.logs()}"
        return done.stdout.strip()

    def states(self):
        lines = self.ask("sinfo", "-h", "-N", "-o", "%N %T", check=False).splitlines()
        return {line.split()[0]: line.split()[1].rstrip("*") for line in lines}

    def jobs(self, *options):
        """{the number of the shard: number of its job}."""
        lines = self.ask("squeue", "-h", "-r", "-o", "%K %A", *options).splitlines()
        return {int(line.split()[0]): int(line.split()[1]) for line in lines}

    def own(self):
        """All processes that live by this cluster's configuration, wherever they hang in the tree."""
        mark = f"SLURM_CONF={self.folder}/slurm.conf".encode()
        found = set()
        for process in children():
            with contextlib.suppress(OSError):
                if mark in pathlib.Path(f"/proc/{process}/environ").read_bytes().split(b"\0"):
                    found.add(process)
        return found - {os.getpid()}

    def kill_node(self, node):
        """What a power cut does to a node: its daemon, its steps and their programs end at once."""
        doomed = descendants(self.daemons[node].pid)
        for job in self.jobs("-t", "R", "-w", node).values():
            for process in self.own():
                with contextlib.suppress(OSError):
                    if f"[{job}.".encode() in pathlib.Path(f"/proc/{process}/cmdline").read_bytes():
                        doomed |= descendants(process)
        for process in doomed:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.daemons[node].wait()
        return len(doomed)

    def addresses(self):
        """Addresses of its sockets: those on loopback and the others."""
        inodes = set()
        for process in self.own():
            with contextlib.suppress(OSError):
                for entry in pathlib.Path(f"/proc/{process}/fd").iterdir():
                    with contextlib.suppress(OSError):
                        inodes.add(os.readlink(entry).removeprefix("socket:[").removesuffix("]"))
        loopback, others = set(), set()
        for table in ["tcp", "tcp6", "udp", "udp6"]:
            for line in pathlib.Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
                fields = line.split()
                if fields[9] in inodes:
                    # The last byte of an address comes first: 127.0.0.1 ends in 7F.
                    side = loopback if fields[1].split(":")[0].endswith("7F") else others
                    side.add(f"{table} {fields[1]}")
        return loopback, others

    def end(self):
        for name in ["n1", "n2", "slurmctld", "munged"]:
            if (daemon := self.daemons.get(name)) and daemon.poll() is None:
                daemon.terminate()
                try:
                    daemon.wait(timeout=15)
                except subprocess.TimeoutExpired:
                    daemon.kill()
                    daemon.wait()
        for process in self.own():
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)
