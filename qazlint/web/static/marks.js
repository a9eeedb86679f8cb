// The marked copy of the draft that lies behind the field in which it is typed.
const GRAVITY = ["error", "warning", "note"];

/** Pieces of the text: {text, found}, found being the findings that lie on it. Spans are in UTF-16 units. */
export function pieces(text, found) {
  const cuts = [...new Set([0, text.length, ...found.flatMap((item) => [item.start, item.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => ({
    text: text.slice(start, cuts[at + 1]),
    found: found.filter((item) => item.start <= start && item.end >= cuts[at + 1]),
  }));
}

/** Draw the pieces into a box; `current` is the finding that is being looked at. */
export function draw(box, text, found, current) {
  const drawn = pieces(text, found).map((piece) => {
    if (!piece.found.length) return document.createTextNode(piece.text);
    const mark = document.createElement("mark");
    mark.textContent = piece.text;
    mark.className = GRAVITY.find((level) => piece.found.some((item) => item.severity === level));
    if (piece.found.includes(current)) mark.classList.add("current");
    mark.dataset.numbers = piece.found.map((item) => item.number).join(" ");
    return mark;
  });
  // A last line that is empty has no height without a character on it.
  box.replaceChildren(...drawn, document.createTextNode("\u200b"));
}
