// The desk: what is typed is checked after a pause, passages and clauses lead to each other.
import { ask, post } from "./ask.js";
import { card } from "./cards.js";
import { another, download, dropping, openFile } from "./files.js";
import { draw } from "./marks.js";
import { utf16 } from "./offsets.js";
import { $, complain, field, named, state, word } from "./state.js";
import { WORDS } from "./words.js";

const PAUSE = 350; // milliseconds without typing

// ---- asking the server

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

function render() {
  const verdict = $("verdict");
  verdict.className = `verdict ${state.verdict}`;
  verdict.textContent = state.verdict ? state.about.verdicts[state.verdict] : word("empty");
  $("notices").replaceChildren(...state.notices.map((notice) => {
    const item = document.createElement("li");
    item.textContent = (notice.clause ? `${named("clause", notice.clause)}. ` : "") + notice.text;
    return item;
  }));
  $("cards").replaceChildren(...state.found.map(made));
  $("passed").replaceChildren(...state.passed.map(made));
  $("passed-box").hidden = !state.passed.length;
  $("passed-title").textContent = `${word("passed")}: ${state.passed.length}`;
  $("report").disabled = !field.value.trim();
  paint();
}

const made = (found) => card(found, { toText, accept, restore });

function accept(found, reason) {
  state.accepted.set(found.fingerprint, reason);
  check().then(() => $("verdict").scrollIntoView({ block: "nearest" }));
}

function restore(found) {
  state.accepted.delete(found.fingerprint);
  check();
}

function paint() {
  draw($("marks"), field.value, state.found, state.current);
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

// ---- language

async function speak(lang) {
  const author = $("author").value;
  const isFirst = !state.about;
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
  if (isFirst) {
    state.author = state.about.author;
    $("approved").checked = state.about.approved;
  }
  await check();
}

async function take(file) {
  if (await openFile(file)) await check();
}

function start() {
  field.addEventListener("input", () => {
    if (!field.value) Object.assign(state, { name: "draft", format: "plain" }); // what comes is another draft
    paintStale();
    soon();
  });
  document.addEventListener("selectionchange", followCursor);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.ctrlKey) document.querySelector("#cards .card.current .place")?.focus();
  });
  $("author").addEventListener("change", () => { state.author = $("author").value; });
  for (const id of ["author", "approved", "publish"]) $(id).addEventListener("change", check);
  for (const button of document.querySelectorAll("[data-lang]")) {
    button.addEventListener("click", () => speak(button.dataset.lang).catch((error) => complain(error.message)));
  }
  $("open").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", (event) => {
    take(event.target.files[0]);
    event.target.value = "";
  });
  $("clear").addEventListener("click", clear);
  $("report").addEventListener("click", download);
  for (const kind of ["dragenter", "dragover"]) document.addEventListener(kind, (event) => dropping(event, true));
  for (const kind of ["dragleave", "drop"]) document.addEventListener(kind, (event) => dropping(event, false));
  document.addEventListener("drop", (event) => take(event.dataTransfer?.files[0]));
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
  another();
  $("hint").textContent = word("hint");
  field.focus();
  check();
}

start();
