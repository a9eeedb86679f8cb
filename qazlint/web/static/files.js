// Drafts from files, and reports into files.
import { ask, post } from "./ask.js";
import { $, complain, field, state, word } from "./state.js";

/** What is known of another draft: what it says of itself; nothing of the one before. Who publishes stays as chosen. */
export function another({ name = "draft", format = "plain", author, approved, publish } = {}) {
  Object.assign(state, { name, format });
  state.accepted.clear();
  $("author").value = author ?? state.author;
  $("approved").checked = approved ?? state.about.approved;
  $("publish").value = publish?.slice(0, 16) ?? "";
}

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
    another(opened);
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
