// Drafts from files, and reports into files.
import { ask, post } from "./ask.js";
import { $, complain, field, state, word } from "./state.js";

/** Put a file's draft into the field; whether that went well. */
export async function openFile(file) {
  if (!file) return false;
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
    return true;
  } catch (error) {
    complain(error.message);
    return false;
  }
}

export async function download() {
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

export function dropping(event, on) {
  if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
  event.preventDefault();
  $("editor").classList.toggle("dropping", on);
}
