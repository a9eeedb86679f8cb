// What the page knows, and the ways to its parts and words that all modules use.
import { WORDS } from "./words.js";

export const $ = (id) => document.getElementById(id);
export const field = $("draft");

export const state = {
  lang: "ru",
  about: null, // the policy's clauses and roles, and the words of reports
  format: "plain",
  name: "draft",
  author: "", // the role that was chosen; a file may have another for itself
  found: [], // findings with their places in the field
  passed: [], // those that do not count
  notices: [],
  current: null,
  verdict: "",
  accepted: new Map(), // fingerprint → reason
};

export const word = (key) => WORDS[state.lang][key] ?? state.about?.words[key] ?? "";

/** What has a number, in the order of the language: «п. 3», but «3-тармақ». */
export const named = (key, what) => word(key).replace("{}", () => what);

/** Say in place of a verdict what went wrong. */
export function complain(message) {
  document.body.dataset.state = "failed";
  const verdict = $("verdict");
  verdict.className = "verdict failed";
  verdict.textContent = message;
}
