"""Who is let in to the desk, and what its answers forbid."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from qazlint.web.app import create_app
from qazlint.web.desk import Desk
from qazlint.web.guard import Access
from tests.conftest import ROOT
from tests.web.serving import BAD


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.1.5", "", "[::ffff:1.2.3.4]"])
def test_dns_rebinding_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421
    assert client.post("/api/check", json={"text": BAD}, headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost", "[::1]:8765", "LOCALHOST:1"])
def test_its_own_names_are_let_in(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"},
     {"origin": "http://127.0.0.1:9999"}],
)  # fmt: skip
def test_pages_of_other_sites_are_refused(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/api/check", json={"text": BAD}, headers=headers).status_code == 403


def test_its_own_page_and_programs_are_let_in(client: TestClient) -> None:
    own = {"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}
    assert client.post("/api/check", json={"text": BAD}, headers=own).status_code == 200
    assert client.post("/api/check", json={"text": BAD}).status_code == 200


def test_beyond_this_machine_a_token_is_asked_for(desk: Desk) -> None:
    app = create_app(desk, Access(frozenset({"desk.example"}), "s3cret"))
    with TestClient(app, base_url="http://desk.example") as client:
        assert client.get("/").status_code == 401
        assert client.post("/api/check", json={"text": BAD}).status_code == 401
        assert client.get("/?token=wrong").status_code == 401
        bearer = {"authorization": "Bearer s3cret"}
        assert client.post("/api/check", json={"text": BAD}, headers=bearer).status_code == 200
        first = client.get("/?token=s3cret", follow_redirects=False)
        assert (first.status_code, first.headers["location"]) == (303, "/")
        assert "HttpOnly" in first.headers["set-cookie"]
        assert "SameSite=strict" in first.headers["set-cookie"]
        assert client.get("/").status_code == 200  # the cookie has come along
        assert client.get("/", headers={"host": "evil.example"}).status_code == 421
        assert client.get("/", headers={"host": "192.168.1.5:8765"}).status_code == 200


def test_every_answer_forbids_what_it_does_not_need(client: TestClient) -> None:
    for answer in (client.get("/"), client.get("/static/page.js"), client.get("/nothing"), client.post("/api/check", content=b"{")):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_the_page_has_no_script_or_style_of_its_own_and_loads_nothing_from_outside(client: TestClient) -> None:
    page = client.get("/").text
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick" not in page
    texts = [page, *(client.get(f"/static/{path.name}").text for path in (ROOT / "qazlint/web/static").iterdir())]
    for text in texts:
        outside = [line for line in text.splitlines() if "http://" in line or "https://" in line]
        assert all("www.w3.org/2000/svg" in line for line in outside)


def test_paths_out_of_the_folder_and_other_methods(client: TestClient) -> None:
    assert client.get("/static/..%2f..%2fapp.py").status_code == 404
    assert client.get("/static/%2e%2e/app.py").status_code == 404
    assert client.get("/api/check").status_code == 405
