"""The image's files: checked by their linters, and each step of the Dockerfile run in a clean root of its own.

No Docker engine is needed: a step runs in an overlay of this machine's root, where nothing stays. What the base image
brings is this machine's own Python 3.12; the image itself is not pulled.
"""

import io
import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from dockerfile_parse import DockerfileParser

from tests.conftest import ROOT

SHADOW = Path(sys.base_prefix)


def test_the_dockerfile_has_no_fault_that_hadolint_knows() -> None:
    hadolint = Path(sys.executable).with_name("hadolint")
    assert subprocess.run([hadolint, ROOT / "Dockerfile"], check=False, capture_output=True, text=True).stdout == ""


def test_the_compose_file_is_valid_and_names_no_password() -> None:
    tool = Path(sys.executable).with_name("check-jsonschema")
    command = [tool, "--builtin-schema", "vendor.compose-spec", ROOT / "docker-compose.yml"]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    assert text.count("NEO4J_PASSWORD:?") == 2 and "condition: service_healthy" in text
    assert "condition: service_completed_successfully" in text
    images = [line.split()[1] for line in text.splitlines() if line.strip().startswith("image:")]
    assert all(":" in image and not image.endswith("latest") for image in images)


@pytest.mark.parametrize(
    ("password", "status"), [("", 2), ("neo4j", 2), ("Password", 2), ("12345678", 2), ("Ein-eigenes-7", 0)]
)
def test_what_compose_runs_first_refuses_a_password_that_everybody_knows(password: str, status: int) -> None:
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]["password"]
    command = [str(Path(sys.executable).with_name(compose["command"][0])), *compose["command"][1:]]
    env = os.environ | compose["environment"] | {"CHENGCE_NEO4J_PASSWORD": password}
    done = subprocess.run(command, env=env, check=False, capture_output=True, text=True)
    assert done.returncode == status, done.stderr
    assert ("is empty or one that everybody knows" in done.stderr) == bool(status) and "Ein-eigenes" not in done.stdout


@dataclass
class Stage:
    """A root in which steps run: an overlay whose upper layer is kept between them."""

    upper: Path
    folder: str = "/"
    user: str = "0"
    env: dict[str, str] = field(default_factory=dict)

    def run(self, command: str, cwd: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run a shell command in the root."""
        return subprocess.run(self.words(command, cwd), capture_output=True, text=True, env=self.env, check=False)

    def words(self, command: str, cwd: str | None = None) -> list[str]:
        """The command line that enters the root. The upper layer must not be on an overlay itself: it is copied."""
        inner = f"cd {cwd or self.folder} && {command}"
        enter = (
            f"mount -t tmpfs none {self.upper.parent}/mount && cd {self.upper.parent}/mount && mkdir u w m && "
            f"cp -a {self.upper}/. u/ && mount -t overlay overlay -o lowerdir=/,upperdir=u,workdir=w m && "
            "mount --rbind /proc m/proc && mount --rbind /dev m/dev; "
            f'chroot --userspec={self.user} m bash -euc "$INNER"; code=$?; cp -a u/. {self.upper}/; exit $code'
        )
        self.env["INNER"] = inner
        return ["unshare", "-m", "bash", "-c", enter]


def context(folder: Path) -> Path:
    """What a build would be sent: the files under version control."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


def stage(tmp: Path, number: int) -> Stage:
    upper = tmp / f"stage{number}" / "upper"
    (upper.parent / "mount").mkdir(parents=True)
    for folder in [SHADOW, *SHADOW.parents]:  # Python stands in the superuser's home, which others may not enter
        if folder != Path("/"):
            (upper / folder.relative_to("/")).mkdir(parents=True, exist_ok=True, mode=0o755)
    path = f"{SHADOW}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    outer = {name: value for name, value in os.environ.items() if not name.startswith(("VIRTUAL_ENV", "CHENGCE_"))}
    return Stage(upper, env={**outer, "PATH": path})


def copy(value: str, now: Stage, stages: dict[str, Stage], sent: Path) -> None:
    """Do a COPY step."""
    *sources, target = [word for word in value.split() if not word.startswith("--")]
    named = next((word.partition("=")[2] for word in value.split() if word.startswith("--from=")), None)
    root = stages[named].upper if named else sent
    place = now.upper / ((Path(now.folder) / target).resolve().relative_to("/"))
    place.mkdir(parents=True, exist_ok=True)
    for source in sources:
        found = root / source.lstrip("/")
        assert found.exists(), f"COPY {source}: not there"
        subprocess.run(["cp", "-a", f"{found}/." if found.is_dir() else found, place], check=True)


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="a root of its own needs the superuser; run as root")
def test_each_step_of_the_dockerfile_works_in_a_clean_root(tmp_path: Path) -> None:
    parser = DockerfileParser(fileobj=io.BytesIO((ROOT / "Dockerfile").read_bytes()))
    sent, stages, now = context(tmp_path / "context"), dict[str, Stage](), Stage(Path())
    last: dict[str, str] = {}
    for step in parser.structure:
        kind, value = step["instruction"], step["value"]
        if kind == "FROM":
            now = stage(tmp_path, len(stages))
            stages[value.partition(" AS ")[2] or str(len(stages))] = now
        elif kind == "RUN":
            done = now.run(value)
            assert done.returncode == 0, f"RUN {value}\n{done.stdout}\n{done.stderr}"
        elif kind == "WORKDIR":
            now.folder = value
            (now.upper / value.lstrip("/")).mkdir(parents=True, exist_ok=True)
        elif kind == "ENV":
            for word in value.split():
                name, _, given = word.partition("=")
                now.env[name] = given.replace("$PATH", now.env["PATH"])
        elif kind == "USER":
            now.user = f"{value}:{value}"
        elif kind == "COPY":
            copy(value, now, stages, sent)
        else:
            assert kind in ("COMMENT", "EXPOSE", "HEALTHCHECK", "CMD"), kind
            last[kind] = value
    serve_and_ask(now, last)


def serve_and_ask(now: Stage, last: dict[str, str]) -> None:
    """Run the image's command; its own health check must say yes, and the API answer."""
    now.env["CHENGCE_PORT"] = "18765"
    health = " ".join(map(json.dumps, json.loads(last["HEALTHCHECK"].partition("CMD ")[2]))).replace("8000", "18765")
    with subprocess.Popen(now.words(f"exec {' '.join(json.loads(last['CMD']))}"), env=now.env):
        try:
            for _ in range(300):
                time.sleep(0.2)
                if subprocess.run(["bash", "-c", health], check=False, capture_output=True).returncode == 0:
                    break
            with urllib.request.urlopen("http://127.0.0.1:18765/api/v1/models/sanming/adoption") as answer:
                assert json.load(answer)["total"] > 0
        finally:
            subprocess.run(["pkill", "-f", "/app/.venv/bin/chengce serve"], check=False)
