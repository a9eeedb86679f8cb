// The server counts code points, the browser UTF-16 units: an emoji is one there and two here.

/** For every code point of a text (and its end) the UTF-16 offset; null where both count alike. */
function table(text) {
  if (!/[\ud800-\udfff]/.test(text)) return null;
  const offsets = [];
  let at = 0;
  for (const character of text) {
    offsets.push(at);
    at += character.length;
  }
  offsets.push(at);
  return offsets;
}

/** A function that turns code-point offsets of a text into its UTF-16 offsets. */
export function utf16(text) {
  const offsets = table(text);
  return (offset) => (offsets ? offsets[Math.min(offset, offsets.length - 1)] : offset);
}
