"""The HTTP API: its answers, its errors, its limits, its description."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import validate
from starlette.testclient import TestClient

from qazlint.config.checker import Wishes
from qazlint.config.settings import Post, Settings
from qazlint.web.app import create_app
from qazlint.web.desk import Desk
from qazlint.web.requests import LONGEST_TEXT
from tests.conftest import ROOT
from tests.extract.samples import archive, paragraph
from tests.web.serving import BAD

ACTIVITY = "QazIndustry объявила приём заявок на возмещение затрат экспортёрам."
SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def api(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/openapi.json").json()
    return found


def check(client: TestClient, **fields: Any) -> dict[str, Any]:
    answer = client.post("/api/check", json={"text": BAD, **fields})
    assert answer.status_code == 200, answer.text
    jsonschema.validate(answer.json(), SCHEMA)
    found: dict[str, Any] = answer.json()["files"][0]
    return found


def clauses(found: dict[str, Any]) -> set[str]:
    return {finding["clause"] for finding in found["findings"]}


def test_a_draft_is_checked(client: TestClient) -> None:
    found = check(client)
    assert clauses(found) == {"20"}
    assert found["verdict"] == "stop"
    span = found["findings"][0]["span"]
    assert BAD[span["start"] : span["end"]] == found["findings"][0]["text"]


def test_languages_roles_approval_and_time(client: TestClient) -> None:
    assert "Company" in check(client, lang="en")["findings"][0]["message"]
    assert clauses(check(client, author="management")) == set()
    assert clauses(check(client, text=ACTIVITY)) == {"21"}
    approved = check(client, text=ACTIVITY, approved=True)
    assert (clauses(approved), approved["verdict"]) == (set(), "publish")
    assert [notice["kind"] for notice in check(client, publish="2026-03-02T10:00")["notices"]] == ["working-time"]


def test_what_the_page_says_goes_before_front_matter(client: TestClient) -> None:
    text = f"---\nqazlint: {{author: management}}\n---\n{BAD}"
    assert clauses(check(client, text=text, format="markdown")) == set()
    assert clauses(check(client, text=text, format="markdown", author="employee")) == {"20"}


def test_accepted_findings_come_back_with_their_reason(client: TestClient) -> None:
    (finding, *others) = check(client)["findings"]
    found = check(client, accepted=[{"fingerprint": finding["fingerprint"], "reason": "пресс-секретарь видел"}])
    assert len(found["findings"]) == len(others)
    assert found["suppressed"][0]["suppression"] == {"how": "accepted", "reason": "пресс-секретарь видел"}


def test_the_report_is_a_file_that_has_what_was_accepted(client: TestClient) -> None:
    finding = check(client)["findings"][0]
    accepted = [{"fingerprint": finding["fingerprint"], "reason": "<b>видел</b>"}]
    answer = client.post("/api/report", json={"text": BAD, "accepted": accepted, "lang": "kk"})
    assert answer.headers["content-disposition"].startswith("attachment")
    assert '<html lang="kk">' in answer.text
    assert "&lt;b&gt;видел&lt;/b&gt;" in answer.text


def test_the_policy_is_told(client: TestClient, api: dict[str, Any]) -> None:
    for lang in ("ru", "kk", "en"):
        about = client.get("/api/policy", params={"lang": lang}).json()
        assert about["clauses"]["20"]["text"]
        assert set(about["verdicts"]) == {"publish", "agree", "stop"}
    assert client.get("/api/policy?lang=de").status_code == 422


@pytest.mark.parametrize(
    ("name", "data", "text", "form"),
    [
        ("a.txt", "Привет, мир".encode("cp1251"), "Привет, мир", "plain"),
        ("б.md", "# Да\n\nнет".encode(), "# Да\n\nнет", "markdown"),
        ("a.html", "<p>Раз</p><script>x</script><p>два</p>".encode(), "Раз\n\nдва", "plain"),
        ("a.docx", archive(paragraph("Раз") + paragraph("два")), "Раз\nдва", "plain"),
    ],
)
def test_files_are_opened(client: TestClient, name: str, data: bytes, text: str, form: str) -> None:
    found = client.post("/api/document", params={"name": name}, content=data).json()
    assert (found["text"].strip(), found["format"], found["name"]) == (text, form, name)


def test_the_page_begins_with_what_the_configuration_says() -> None:
    with TestClient(create_app(Desk.of(Wishes(Settings(post=Post("official", True))))), base_url="http://127.0.0.1:8765") as client:
        about = client.get("/api/policy").json()
    assert (about["author"], about["approved"]) == ("official", True)


def test_a_file_tells_of_itself(client: TestClient) -> None:
    data = "---\nqazlint: {author: official, approved: true, publish: 2026-03-02 10:00}\n---\nТекст".encode()
    found = client.post("/api/document", params={"name": "a.md"}, content=data).json()
    assert (found["author"], found["approved"], found["publish"]) == ("official", True, "2026-03-02T10:00:00")
    guessed = client.post("/api/document", params={"name": "a.txt", "lang": "kk"}, content="Қазақстан".encode("utf-16")).json()
    assert guessed["text"] == "Қазақстан"


@pytest.mark.parametrize(
    ("name", "data", "status", "code"),
    [
        ("a.jsonl", b"{}", 415, "archive"),
        ("a.json", b"[]", 415, "archive"),
        ("a.rtf", b"{\\rtf1 a}", 415, "format"),
        ("a.docx", b"text", 415, "no-word"),
        ("a.txt", b"\x00\x01\x02\x03" * 100, 415, "binary"),
        ("a.docx", b"PK nothing", 415, "damaged"),
    ],
)
def test_files_that_cannot_be_opened(client: TestClient, name: str, data: bytes, status: int, code: str) -> None:
    answer = client.post("/api/document", params={"name": name}, content=data)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        (b"{", 400, "not JSON"),
        (b"\xff", 400, "not JSON"),
        (b"[]", 400, "JSON object"),
        (b"[" * 100_000, 400, "not JSON"),
        (b"{}", 422, "«text» is missing"),
        (b'{"text": 1}', 422, "text: a string"),
        (b'{"text": "", "tekst": ""}', 422, "unknown field «tekst»"),
        (b'{"text": "", "lang": "de"}', 422, "lang: «de»"),
        (b'{"text": "", "author": "boss"}', 422, "author: «boss»"),
        (b'{"text": "", "approved": "yes"}', 422, "approved: true or false"),
        (b'{"text": "", "publish": "soon"}', 422, "publish: «soon»"),
        (b'{"text": "", "accepted": [{"fingerprint": "1"}]}', 422, "accepted: objects"),
        (b'{"text": "", "accepted": [{"fingerprint": "1", "reason": " "}]}', 422, "accepted: a reason"),
    ],
)
def test_bad_requests_are_told_what_is_wrong(client: TestClient, body: bytes, status: int, said: str) -> None:
    answer = client.post("/api/check", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == status
    assert said in answer.json()["error"]["message"]


def test_too_much_is_refused(client: TestClient) -> None:
    assert client.post("/api/check", json={"text": "я" * (LONGEST_TEXT + 1)}).status_code == 413
    assert client.post("/api/check", content=b" " * (8 * LONGEST_TEXT + 1)).status_code == 413
    chunks = (b" " * 100_000 for _ in range(20))  # no length is declared
    assert client.post("/api/check", content=chunks).json()["error"]["code"] == "too-large"


def test_a_check_that_takes_too_long_is_given_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "report", lambda self, draft, form: time.sleep(0.5) or "")
    with TestClient(create_app(desk, seconds=0.05), base_url="http://127.0.0.1") as client:
        answer = client.post("/api/check", json={"text": BAD})
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "too-slow")


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "\u0301" * 50_000, "а" + "\u0335" * 100_000, "\u202e" * 1000, "\x00\x1b[31m", "((((" * 10_000, "х*й " * 5000],
    ids=["script", "marks", "marks on a letter", "bidi", "controls", "brackets", "masks"],
)  # fmt: skip
def test_hostile_drafts_harm_nothing(client: TestClient, text: str) -> None:
    found = check(client, text=text)
    assert all(finding["span"]["end"] <= len(text) for finding in found["findings"])
    assert client.post("/api/report", json={"text": text}).status_code == 200


def test_lone_surrogates(client: TestClient) -> None:
    for path in ("/api/check", "/api/report"):
        answer = client.post(path, content=b'{"text": "\\ud800 \\u043f"}', headers={"content-type": "application/json"})
        assert answer.status_code == 200


def test_the_description_is_one(api: dict[str, Any]) -> None:
    validate(api)


def test_answers_are_as_described(client: TestClient, api: dict[str, Any]) -> None:
    answers = {
        ("/api/check", "post"): client.post("/api/check", json={"text": BAD}),
        ("/api/document", "post"): client.post("/api/document?name=a.txt", content=b"x"),
        ("/api/policy", "get"): client.get("/api/policy"),
    }
    for (path, method), answer in answers.items():
        described = api["paths"][path][method]["responses"]["200"]["content"]["application/json"]["schema"]
        jsonschema.validate(answer.json(), {**described, "components": api["components"]})
    error = client.post("/api/check", content=b"{").json()
    jsonschema.validate(error, {**api["components"]["schemas"]["Error"], "components": api["components"]})
    assert api["components"]["schemas"]["Draft"]["properties"]["text"]["maxLength"] == LONGEST_TEXT


def test_every_path_of_the_api_is_described(desk: Desk, api: dict[str, Any]) -> None:
    paths = {route.path for route in create_app(desk).routes if route.path.startswith("/api/")}  # type: ignore[attr-defined]
    assert paths - {"/api/openapi.json"} == set(api["paths"])


def test_what_is_typed_is_written_nowhere(client: TestClient, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    caplog.set_level(0)
    check(client, text="тайнопись QazIndustry: пишу от имени компании")
    client.post("/api/check", content='{"text": "тайнопись", "lang": 1}'.encode())
    assert "тайнопись" not in caplog.text
    assert capfd.readouterr() == ("", "")
