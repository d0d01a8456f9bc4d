"""docker-compose.yml: the same processes, with the same commands and settings, without Docker."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, Any] = COMPOSE["services"]
TIMEOUT_S = 90


def test_every_service_is_built_or_pulled_and_waits_for_what_it_needs() -> None:
    assert set(SERVICES) == {"postgres", "api", "worker", "web"}
    for name in ("api", "worker"):
        assert (ROOT / SERVICES[name]["build"] / "Dockerfile").is_file()
    web = SERVICES["web"]["build"]
    assert (ROOT / web["context"] / web["dockerfile"]).is_file()
    for service in SERVICES.values():
        for needed, wait in service.get("depends_on", {}).items():
            assert wait["condition"] == "service_healthy"
            assert "healthcheck" in SERVICES[needed]


def test_what_the_images_copy_is_there() -> None:
    for dockerfile, context in (
        ("backend/Dockerfile", "backend"),
        ("frontend/Dockerfile", "."),
    ):
        for line in (ROOT / dockerfile).read_text().splitlines():
            if line.startswith("COPY ") and "--from" not in line:
                for source in line.split()[1:-1]:
                    assert (ROOT / context / source).exists(), line


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _environment(service: str, database_url: str, data: Path) -> dict[str, str]:
    """The service's environment, its `${NAME:-default}` resolved, on the test's database."""
    given = {
        name: re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", str(value))
        for name, value in SERVICES[service]["environment"].items()
    }
    own = {"WAYMARK_DATABASE_URL": database_url, "WAYMARK_DATA_DIR": str(data)}
    return {**os.environ, **given, **own}


@contextmanager
def _process(service: str, environment: dict[str, str], port: int, log: Path) -> Iterator[None]:
    command = [str(port) if word == "8000" else word for word in SERVICES[service]["command"]]
    assert command[0] == "waymark"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", *command],
            env=environment,
            stdout=output,
            stderr=output,
        )
        try:
            yield
            assert process.poll() is None, log.read_text()
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(TIMEOUT_S) in {0, -signal.SIGTERM}, log.read_text()


def _wait_for(url: str, log: Path) -> None:
    deadline = time.monotonic() + TIMEOUT_S
    while time.monotonic() < deadline:
        try:
            if httpx.get(url, timeout=5).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise AssertionError(log.read_text())


@contextmanager
def _web(port: int, api_port: int, directory: Path) -> Iterator[bool]:
    """nginx with the image's configuration, where there is an nginx."""
    template = (ROOT / "frontend/nginx.conf.template").read_text()
    site = (
        template.replace("${WAYMARK_WEB_PORT}", str(port))
        .replace("${WAYMARK_WEB_ROOT}", str(directory / "www"))
        .replace("${WAYMARK_API}", f"127.0.0.1:{api_port}")
    )
    assert "${" not in site
    binary = shutil.which("nginx")
    if binary is None:
        yield False
        return
    (directory / "www" / "assets").mkdir(parents=True)
    (directory / "www" / "index.html").write_text("<title>Waymark</title>")
    config = directory / "nginx.conf"
    # Started as root, nginx would serve as a user who may not read the test's directory.
    user = "user root;" if os.geteuid() == 0 else ""
    config.write_text(
        f"{user} daemon off; pid {directory}/nginx.pid; error_log stderr;"
        f"events {{}} http {{ access_log off; {site} }}"
    )
    process = subprocess.Popen([binary, "-c", str(config)], cwd=directory)
    try:
        yield True
    finally:
        process.terminate()
        process.wait(TIMEOUT_S)


def _sent_until_processed(
    client: httpx.Client, path: str, event: dict[str, str], headers: dict[str, str]
) -> bool:
    """Send an event, again if need be, until the worker's process has dealt with it."""
    deadline = time.monotonic() + TIMEOUT_S
    while time.monotonic() < deadline:
        if client.post(path, json=event, headers=headers).status_code == 200:
            return True
    return False


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_api_worker_and_web_work_together(database_url: str, tmp_path: Path) -> None:
    port, web_port, log = _free_port(), _free_port(), tmp_path / "api.log"
    worker_log = tmp_path / "worker.log"
    api = f"http://127.0.0.1:{port}"
    with ExitStack() as running:
        environment = _environment("api", database_url, tmp_path)
        running.enter_context(_process("api", environment, port, log))
        _wait_for(f"{api}/readyz", log)
        environment = _environment("worker", database_url, tmp_path)
        running.enter_context(_process("worker", environment, 0, worker_log))
        client = running.enter_context(httpx.Client(base_url=api, timeout=30))
        link = re.search(r"/welcome#(\S+)", log.read_text())
        assert link is not None
        session = client.post("/api/v1/session/link", json={"token": link[1]}).json()
        workspace = session["workspaces"][0]["id"]
        source = client.post(
            f"/api/v1/workspaces/{workspace}/sources", json={"name": "Shop"}
        ).json()
        event = {
            "customer": "mara",
            "touchpoint": "checkout",
            "occurred_at": "2026-11-01T10:00:00Z",
        }
        headers = {"Authorization": f"Bearer {source['secret']}", "Prefer": "wait=10"}
        assert _sent_until_processed(client, f"/ingest/{source['key']}", event, headers), (
            worker_log.read_text()
        )
        with _web(web_port, port, tmp_path) as served:
            if served:
                site = f"http://127.0.0.1:{web_port}"
                _wait_for(site, log)
                assert "Waymark" in httpx.get(f"{site}/maps/any/page").text
                assert httpx.get(f"{site}/api/v1/session").status_code == 401
                assert httpx.get(f"{site}/ingest/unknown").status_code == 404
                assert httpx.get(f"{site}/assets/missing.js").status_code == 404
