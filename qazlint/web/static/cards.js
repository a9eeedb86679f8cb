// A finding as a card: what was understood, the clause, and the form that declares it to be no violation.
import { $, named, state, word } from "./state.js";

/** ways: toText(found), accept(found, reason), restore(found) */
export function card(found, ways) {
  const made = $("card").content.firstElementChild.cloneNode(true);
  const part = (name) => made.querySelector(name);
  const clause = state.about.clauses[found.clause];
  made.classList.add(found.severity);
  made.dataset.number = found.number;
  part(".number").textContent = found.suppression ? "" : `${found.number}. `;
  part(".sign").textContent = state.about.severities[found.severity];
  part(".clause").textContent = ` ${named("clause", found.clause)}. ${clause.title}`;
  part(".quote").textContent = `«${found.text.length > 160 ? `${found.text.slice(0, 160)}…` : found.text}»`;
  part(".message").textContent = found.message;
  part(".advice").textContent = found.advice ? `${word("advice")}: ${found.advice}` : "";
  part(".clause-text summary").textContent = `${named("official", found.clause)} · ${found.strength}`;
  part("blockquote").textContent = clause.text;
  part(".place").textContent = word("place");
  part(".place").addEventListener("click", () => ways.toText(found));
  dress(part, found, ways);
  return made;
}

/** The part of a card in which a finding is declared to be no violation, and back. */
function dress(part, found, ways) {
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
    if (reason) ways.accept(found, reason);
  });
  part(".restore").addEventListener("click", () => ways.restore(found));
}
