"""The three things run.py does: start Demarche, test it, run one of its commands."""

import argparse
import errno
import http.client
import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from launch import environment, folder
from launch.environment import ROOT
from launch.errors import CannotStart
from launch.supervisor import Child, Supervisor

_SETTINGS = "DJANGO_SETTINGS_MODULE"
_EVERYWHERE = {"0.0.0.0", "::", ""}


def main(arguments: list[str]) -> int:
    """Run what the arguments ask for; the exit code. What is in the way is said in one sentence."""
    try:
        if os.name != "posix":
            raise CannotStart("Demarche runs on Linux and macOS: on Windows, run it inside WSL.")
        if arguments[:1] == ["test"]:
            return _test(arguments[1:])
        if arguments[:1] == ["manage"]:
            return _manage(arguments[1:])
        return _start(_options(arguments))
    except CannotStart as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="run.py",
        description="Start Demarche: pages and worker, until Ctrl-C.",
        epilog="`run.py test` runs the tests, `run.py manage COMMAND` one of the commands.",
    )
    parser.add_argument("--port", type=int, default=8000, help="port of the pages (8000; 0 takes a free one)")
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (127.0.0.1; 0.0.0.0: everywhere)"
    )
    parser.add_argument(
        "--data",
        type=Path,
        default=Path(os.environ.get("DEMARCHE_DATA") or ROOT / "data"),
        help="folder for database, originals and queue (data/)",
    )
    parser.add_argument("--no-demo", action="store_true", help="start empty, without the demo collection")
    return parser.parse_args(arguments)


def _test(arguments: list[str]) -> int:
    python = environment.ready("requirements.txt", "requirements-dev.txt")
    # Which settings tests use stands in pyproject.toml; a shell that has them for another project is no help.
    variables = {name: value for name, value in os.environ.items() if name != _SETTINGS}
    # A file's tests stay together, as several share a started installation or a browser.
    spread = [] if arguments else ["-n", str(os.cpu_count() or 1), "--dist", "loadfile"]
    return subprocess.run(
        [python, "-m", "pytest", *spread, *arguments], cwd=ROOT, env=variables, check=False
    ).returncode


def _manage(arguments: list[str]) -> int:
    python = environment.ready("requirements.txt")
    # From where the user stands: paths in the arguments mean what they say.
    variables = {**os.environ, _SETTINGS: "config.settings"}
    return subprocess.run(
        [python, str(ROOT / "manage.py"), *arguments], env=variables, check=False
    ).returncode


def _start(options: argparse.Namespace) -> int:
    data = folder.writable(options.data.absolute())
    lock = folder.locked(data)
    listener = _listener(options.host, options.port)
    port = listener.getsockname()[1]
    python = str(environment.ready("requirements.txt"))
    variables = _variables(data, options.host)
    prepared = _prepare(python, variables, demo=not options.no_demo)
    supervisor = Supervisor(_children(python, listener, lock.fileno()), variables)
    try:
        supervisor.start()
        if _answering(supervisor, options.host, port):
            _greet(_address(options.host, port), prepared)
        supervisor.keep()
    finally:
        print("\nStopping Demarche, once what is being read has been read", flush=True)
        supervisor.end()
    return 0


def _listener(host: str, port: int) -> socket.socket:
    """The open port, handed on to the web server: nobody can take it between here and there."""
    try:
        family = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0][
            0
        ]
        return socket.create_server((host, port), family=family, backlog=512)
    except (OSError, OverflowError) as error:
        raise CannotStart(_why_not(error, host, port)) from None


def _why_not(error: Exception, host: str, port: int) -> str:
    code = getattr(error, "errno", None)
    if code == errno.EADDRINUSE:
        return (
            f"Port {port} is taken: stop the program that uses it, or choose another with --port {port + 1}."
        )
    if code == errno.EACCES:
        return f"Port {port} is not allowed to you: choose one above 1023, such as --port 8000."
    if isinstance(error, OverflowError):
        return f"There is no port {port}: choose one from 1024 to 65535, such as --port 8000."
    return f"This machine has no address {host}: leave --host out, or give one of its own addresses."


def _variables(data: Path, host: str) -> dict[str, str]:
    """The environment of everything that is started; what the operator set wins."""
    ours = {"LOG_LEVEL": "WARNING", "ALLOWED_HOSTS": ",".join(_names(host))}
    return {
        **ours,
        **os.environ,
        _SETTINGS: "config.settings",
        "DEMARCHE_DATA": str(data),
        "COLLECTED_STATIC": "1",
        "PYTHONUNBUFFERED": "1",
    }


def _names(host: str) -> list[str]:
    names = ["localhost", "127.0.0.1", "[::1]", f"[{host}]" if ":" in host else host]
    if host in _EVERYWHERE:
        here = socket.gethostname()
        names += [here, f"{here}.local", *_own_addresses(here)]
    return [name for name in dict.fromkeys(names) if name and name not in _EVERYWHERE]


def _own_addresses(name: str) -> list[str]:
    try:
        return [str(found[4][0]) for found in socket.getaddrinfo(name, None, socket.AF_INET)]
    except OSError:
        return []


def _prepare(python: str, variables: dict[str, str], *, demo: bool) -> dict[str, Any]:
    command = [python, str(ROOT / "manage.py"), "prepare", *([] if demo else ["--no-demo"])]
    done = subprocess.run(command, env=variables, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise CannotStart("The database could not be made ready: the lines above say why.")
    return json.loads(done.stdout.splitlines()[-1])


def _children(python: str, listener: socket.socket, lock: int) -> list[Child]:
    web = [python, "-m", "gunicorn", "-c", "config/web.py", "config.wsgi"]
    worker = [python, "-m", "celery", "-q", "-A", "config", "worker"]
    worker += ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    return [
        Child(
            "web server", [*web, "--bind", f"fd://{listener.fileno()}"], inherits=(listener.fileno(), lock)
        ),
        Child("worker", worker, inherits=(lock,)),
    ]


def _answering(supervisor: Supervisor, host: str, port: int) -> bool:
    """Wait until the pages answer; False when told to stop before."""
    target = "127.0.0.1" if host in _EVERYWHERE - {"::"} else "::1" if host == "::" else host
    while not supervisor.stopping(wait=0.1):
        supervisor.revive()
        connection = http.client.HTTPConnection(target, port, timeout=2)
        try:
            connection.request("GET", "/healthz", headers={"Host": "localhost"})
            if connection.getresponse().status == http.HTTPStatus.OK:
                return True
        except (OSError, http.client.HTTPException):
            continue
        finally:
            connection.close()
    return False


def _address(host: str, port: int) -> str:
    shown = socket.gethostname() if host in _EVERYWHERE else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"


def _greet(address: str, prepared: dict[str, Any]) -> None:
    print(f"\nDemarche is running. Open\n\n    {address}{prepared['link']}\n")
    print(f"The link signs you in once, as {prepared['user']}; the address alone is {address}/")
    if prepared["demo"]:
        print(f"The worker is reading the {prepared['demo']} articles of the demo collection.")
    print("Ctrl-C stops Demarche; what was handed over stays.", flush=True)
