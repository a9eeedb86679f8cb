"""`qazlint serve`."""

from __future__ import annotations

import errno
from importlib.util import find_spec
from pathlib import Path

import click

from qazlint.cli.common import explained, fail, settle


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS",
              help="Where to listen. Anything but this machine asks its visitors for a token.")  # fmt: skip
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--allow-host", "names", multiple=True, metavar="NAME", help="A name that the server is called by, too.")
@click.option("--browser/--no-browser", default=True, show_default=True, help="Open the page in the browser.")
@click.option("--policy", default="", metavar="NAME|FOLDER",
              help="A policy that comes with qazlint (qazindustry by default), or a policy's folder.")  # fmt: skip
@click.option("--config", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="This configuration; by default the nearest one, from this folder upwards.")  # fmt: skip
def serve(host: str, port: int, names: tuple[str, ...], browser: bool, policy: str, config: Path | None) -> None:
    """Open a local page to paste drafts into.

    Drafts stay on this machine: nothing is logged, stored or sent. Ctrl-C ends it.
    """
    if not all(find_spec(name) for name in ("starlette", "uvicorn")):
        fail("the page needs more packages: pip install 'qazlint[web]'")
    from qazlint.config.checker import Wishes
    from qazlint.config.find import read
    from qazlint.web.desk import Desk
    from qazlint.web.serve import Place
    from qazlint.web.serve import serve as run

    settings = explained(lambda: read(config)) if config is not None else None
    desk = explained(lambda: Desk.of(Wishes(settings, policy)))
    settle(desk.checker.linter(None))
    try:
        run(desk, Place(host, port, names), lambda address: click.echo(address), browser)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            fail(f"port {port} is taken, perhaps by another qazlint serve: end that, or take a free one with --port 0")
        fail(f"cannot listen on {host}:{port}: {error.strerror or error}")
