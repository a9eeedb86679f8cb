// The desk: what is typed is checked after a pause, passages and clauses lead to each other, reports are downloaded.
import { utf16 } from "./offsets.js";
import { draw } from "./marks.js";
import { WORDS } from "./words.js";

const PAUSE = 350; // milliseconds without typing
const $ = (id) => document.getElementById(id);
const field = $("draft");

const state = {
  lang: "ru",
  about: null, // the policy's clauses and roles, and the words of reports
  format: "plain",
  name: "draft",
  found: [], // findings with their places in the field
  passed: [],
  current: null,
  verdict: "",
  accepted: new Map(), // fingerprint → reason
};

const word = (key) => WORDS[state.lang][key] ?? state.about?.words[key] ?? "";

// ---- asking the server

/** The answer to a request, or null when a newer one has taken its place; an error says what went wrong. */
async function ask(path, options, signal) {
  let response;
  try {
    response = await fetch(path, { ...options, signal });
  } catch (error) {
    if (error.name === "AbortError") return null;
    throw new Error(word("lost"));
  }
  if (response.ok) return response;
  const answer = await response.json().catch(() => null);
  throw new Error(answer?.error?.message ?? `${response.status}`);
}

function draft() {
  return {
    text: field.value, name: state.name, format: state.format, lang: state.lang, author: $("author").value,
    approved: $("approved").checked, publish: $("publish").value || null,
    accepted: [...state.accepted].map(([fingerprint, reason]) => ({ fingerprint, reason })),
  };
}

const post = (path, signal) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(draft()) }, signal);

let timer = 0;
let running = null;

function soon() {
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
}

async function check() {
  clearTimeout(timer);
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  if (!field.value.trim()) return show({ findings: [], suppressed: [], notices: [], verdict: "" });
  document.body.dataset.state = "checking";
  try {
    const response = await post("/api/check", signal);
    if (response) show((await response.json()).files[0]);
  } catch (error) {
    if (error.name !== "AbortError") complain(error.message);
  }
}

// ---- showing what was found

function show(file) {
  const place = utf16(field.value);
  const placed = (item, at) => ({ ...item, start: place(item.span.start), end: place(item.span.end), number: at + 1 });
  state.found = file.findings.map(placed);
  state.passed = file.suppressed.map(placed);
  state.notices = file.notices;
  state.verdict = file.verdict;
  state.current = null;
  document.body.dataset.state = "shown";
  render();
}

function complain(message) {
  document.body.dataset.state = "failed";
  const verdict = $("verdict");
  verdict.className = "verdict failed";
  verdict.textContent = message;
}

function render() {
  const verdict = $("verdict");
  verdict.className = `verdict ${state.verdict}`;
  verdict.textContent = state.verdict ? state.about.verdicts[state.verdict] : word("empty");
  $("notices").replaceChildren(...state.notices.map((notice) => {
    const item = document.createElement("li");
    item.textContent = (notice.clause ? `${word("clause")} ${notice.clause}. ` : "") + notice.text;
    return item;
  }));
  $("cards").replaceChildren(...state.found.map(card));
  $("passed").replaceChildren(...state.passed.map(card));
  $("passed-box").hidden = !state.passed.length;
  $("passed-title").textContent = `${word("passed")}: ${state.passed.length}`;
  $("report").disabled = !field.value.trim();
  paint();
}

function paint() {
  draw($("marks"), field.value, state.found, state.current);
}

function card(found) {
  const made = $("card").content.firstElementChild.cloneNode(true);
  const part = (name) => made.querySelector(name);
  const clause = state.about.clauses[found.clause];
  made.classList.add(found.severity);
  made.dataset.number = found.number;
  part(".number").textContent = found.suppression ? "" : `${found.number}. `;
  part(".sign").textContent = state.about.severities[found.severity];
  part(".clause").textContent = ` ${word("clause")} ${found.clause}. ${clause.title}`;
  part(".quote").textContent = `«${found.text.length > 160 ? `${found.text.slice(0, 160)}…` : found.text}»`;
  part(".message").textContent = found.message;
  part(".advice").textContent = found.advice ? `${word("advice")}: ${found.advice}` : "";
  part(".clause-text summary").textContent = `${word("official")} ${found.clause} · ${found.strength}`;
  part("blockquote").textContent = clause.text;
  part(".place").textContent = word("place");
  part(".place").addEventListener("click", () => toText(found));
  dress(made, part, found);
  return made;
}

/** The part of a card in which a finding is declared to be no violation, and back. */
function dress(made, part, found) {
  const taken = found.suppression;
  part(".accept").hidden = Boolean(taken);
  part(".accept").textContent = word("accept");
  part(".restore").textContent = word("restore");
  part(".restore").hidden = taken?.how !== "accepted";
  part(".reason").hidden = !taken?.reason;
  part(".reason").textContent = taken?.reason ?? "";
  const form = part(".why");
  part(".why span").textContent = word("why");
  part(".why .main").textContent = word("save");
  part(".cancel").textContent = word("cancel");
  const fold = (open) => {
    form.hidden = !open;
    part(".accept").hidden = open;
    (open ? form.querySelector("input") : part(".accept")).focus();
  };
  part(".accept").addEventListener("click", () => fold(true));
  part(".cancel").addEventListener("click", () => fold(false));
  form.addEventListener("keydown", (event) => event.key === "Escape" && fold(false));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const reason = form.querySelector("input").value.trim();
    if (!reason) return;
    state.accepted.set(found.fingerprint, reason);
    check().then(() => $("verdict").scrollIntoView({ block: "nearest" }));
  });
  part(".restore").addEventListener("click", () => {
    state.accepted.delete(found.fingerprint);
    check();
  });
}

// ---- from the text to the clause and back

function toText(found) {
  select(found, false);
  field.focus({ preventScroll: true });
  field.setSelectionRange(found.start, found.end);
  document.querySelector("#marks mark.current")?.scrollIntoView({ block: "center" });
}

function select(found, scroll) {
  state.current = found;
  for (const item of document.querySelectorAll("#cards .card")) {
    const isIt = Boolean(found) && item.dataset.number === String(found.number);
    item.classList.toggle("current", isIt);
    if (isIt && scroll) item.scrollIntoView({ block: "nearest" });
  }
  paint();
}

/** The finding that the cursor stands in; with Ctrl+Enter its card takes the focus. */
function underCursor() {
  const at = field.selectionStart;
  return state.found.find((item) => item.start <= at && at <= item.end) ?? null;
}

function followCursor() {
  if (document.activeElement !== field) return;
  const found = underCursor();
  if (found !== state.current) select(found, true);
}

// ---- files

async function openFile(file) {
  if (!file) return;
  const query = new URLSearchParams({ name: file.name, lang: state.lang });
  try {
    const response = await ask(`/api/document?${query}`, {
      method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file,
    });
    const opened = await response.json();
    field.value = opened.text;
    Object.assign(state, { name: opened.name, format: opened.format });
    state.accepted.clear();
    if (opened.author) $("author").value = opened.author;
    if (opened.approved !== null) $("approved").checked = opened.approved;
    if (opened.publish) $("publish").value = opened.publish.slice(0, 16);
    $("hint").textContent = [`${word("opened")}: ${opened.name}`, ...opened.notes].join(" · ");
    await check();
  } catch (error) {
    complain(error.message);
  }
}

async function download() {
  try {
    const response = await post("/api/report");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = `${state.name.replace(/\.[^.]*$/, "") || "draft"}-qazlint.html`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  } catch (error) {
    complain(error.message);
  }
}

function dropping(event, on) {
  if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
  event.preventDefault();
  $("editor").classList.toggle("dropping", on);
}

// ---- language

async function speak(lang) {
  const author = $("author").value;
  state.about = await (await ask(`/api/policy?lang=${lang}`)).json();
  state.lang = lang;
  document.documentElement.lang = lang;
  for (const button of document.querySelectorAll("[data-lang]")) {
    button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
  }
  for (const item of document.querySelectorAll("[data-word]")) item.textContent = word(item.dataset.word);
  for (const item of document.querySelectorAll("[data-label]")) item.setAttribute("aria-label", word(item.dataset.label));
  field.placeholder = word(field.dataset.placeholder);
  $("editor").dataset.drop = word("drop");
  $("policy").textContent = `${state.about.policy.name} · ${word("edition")} ${state.about.policy.version}`;
  $("author").replaceChildren(...Object.entries(state.about.roles).map(([name, text]) => new Option(text, name)));
  $("author").value = author || state.about.author;
  await check();
}

function start() {
  field.addEventListener("input", () => {
    paintStale();
    soon();
  });
  document.addEventListener("selectionchange", followCursor);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.ctrlKey) document.querySelector("#cards .card.current .place")?.focus();
  });
  for (const id of ["author", "approved", "publish"]) $(id).addEventListener("change", check);
  for (const button of document.querySelectorAll("[data-lang]")) {
    button.addEventListener("click", () => speak(button.dataset.lang).catch((error) => complain(error.message)));
  }
  $("open").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", (event) => {
    openFile(event.target.files[0]);
    event.target.value = "";
  });
  $("clear").addEventListener("click", clear);
  $("report").addEventListener("click", download);
  for (const kind of ["dragenter", "dragover"]) document.addEventListener(kind, (event) => dropping(event, true));
  for (const kind of ["dragleave", "drop"]) document.addEventListener(kind, (event) => dropping(event, false));
  document.addEventListener("drop", (event) => openFile(event.dataTransfer?.files[0]));
  const preferred = navigator.languages.map((lang) => lang.slice(0, 2)).find((lang) => lang in WORDS);
  speak(preferred ?? "ru").catch((error) => complain(error.message));
}

/** While the answer is awaited marks move with what is typed before them; those that were typed into go. */
function paintStale() {
  const before = $("marks").textContent.length - 1;
  const grown = field.value.length - before;
  const at = field.selectionStart - Math.max(grown, 0);
  state.found = state.found
    .map((item) => (item.start >= at ? { ...item, start: item.start + grown, end: item.end + grown } : item))
    .filter((item) => item.end <= at || item.start >= at);
  paint();
}

function clear() {
  field.value = "";
  Object.assign(state, { name: "draft", format: "plain" });
  state.accepted.clear();
  $("hint").textContent = word("hint");
  field.focus();
  check();
}

start();
