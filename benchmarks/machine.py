"""What the work was done on and with: the machine, the folder, the versions."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from generator import __version__

MEMORY_BACKED = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
# Our own making of the city is one job for a while.
_QUIET = 2.0
_PROCESSOR = Path("/proc/cpuinfo")


def work_place() -> Path | None:
    """Return the memory-backed folder, or None for the system's own place for passing files."""
    return MEMORY_BACKED if os.access(MEMORY_BACKED, os.W_OK) else None


def description(folder: Path, hugo: Path | None) -> list[str]:
    """Return the lines that say where and with what it was measured."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = "in memory" if folder.is_relative_to(MEMORY_BACKED) else "on disk"
    material = f"MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}"
    return [
        f"Machine: {_processor()}, {cores} CPUs, {platform.system()} {platform.release()}; {_load()}",
        f"Folder: {folder.parent} ({memory})",
        f"Versions: Showcase {__version__}, Python {platform.python_version()}, {_hugo(hugo)}{material}",
    ]


def _load() -> str:
    """Return how busy the machine is with other work as well."""
    jobs = os.getloadavg()[0]
    return f"load before: {jobs:.1f}{' (others were at work: ratios are rough)' if jobs > _QUIET else ''}"


def _processor() -> str:
    if _PROCESSOR.is_file():
        for line in _PROCESSOR.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()


def _hugo(binary: Path | None) -> str:
    if binary is None:
        return ""
    said = subprocess.run([binary, "version"], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    return f"Hugo {said.stdout.split()[1].partition('-')[0].removeprefix('v')}, "
