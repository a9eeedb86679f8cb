// Requests to the server.
import { $, field, state, word } from "./state.js";

/** The answer to a request, or null when a newer one has taken its place; an error says what went wrong. */
export async function ask(path, options, signal) {
  let response;
  try {
    response = await fetch(path, { ...options, signal });
  } catch (error) {
    if (error.name === "AbortError") return null;
    throw new Error(word("lost"));
  }
  if (response.ok) return response;
  const answer = await response.json().catch(() => null);
  const code = answer?.error?.code;
  const known = code === "too-large" && !path.startsWith("/api/document") ? "too-long" : code;
  throw new Error(word(known) || (answer?.error?.message ?? `${response.status}`));
}

function draft() {
  return {
    text: field.value, name: state.name, format: state.format, lang: state.lang, author: $("author").value,
    approved: $("approved").checked, publish: $("publish").value || null,
    accepted: [...state.accepted].map(([fingerprint, reason]) => ({ fingerprint, reason })),
  };
}

export const post = (path, signal) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(draft()) }, signal);
