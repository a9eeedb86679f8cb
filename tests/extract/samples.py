"""Random documents with one known passage in a known place."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

from hypothesis import strategies as st

PASSAGE = "премия"  # the policy of `policy.small` minds it wherever it stands
WORDS = "сад дождь бүгін кітап 😀 reading Ёлка, тау. күн! 25 (зима) ой — a_b".split()

words = st.sampled_from(WORDS)
line_ends = st.sampled_from(["\n", "\r\n"])


def sentences(separator: str = " ") -> st.SearchStrategy[str]:
    """A few words that no rule minds."""
    return st.lists(words, min_size=1, max_size=6).map(separator.join)


def references(text: str, which: list[bool]) -> str:
    """Some of the characters written as numeric references of HTML."""
    return "".join(f"&#x{ord(c):x};" if flag else c for c, flag in zip(text, which, strict=True))


def escapes(text: str, which: list[bool]) -> str:
    """Some of the characters written as escapes of JSON, YAML and TOML."""
    return "".join(f"\\u{ord(c):04x}" if flag else c for c, flag in zip(text, which, strict=True))


flags = st.lists(st.booleans(), min_size=len(PASSAGE), max_size=len(PASSAGE))
literals = st.builds(references, st.just(PASSAGE), flags)  # how the passage stands in Markdown and HTML
escaped = st.builds(escapes, st.just(PASSAGE), flags)

# Blocks of Markdown around a sentence; each leaves the passage as prose.
MARKDOWN = (
    "{}", "# {}", "## {} ##", "{}\n=====", "- {}", "1. a\n2. {}", "- a\n\n  > {}\n  > b", "> {}\n> b", "> > {}",
    "| a | b |\n|---|---|\n| {} | c |", "| {} |\n|---|", "**{}**", "a *{}* b", "~~{}~~", "[{}](https://example.com/a)",
    "[a](<https://example.com> '{}')", "![{}](a.png)", '![a](a.png "{}")', "[{}][r] b", "a\n{}\nb", "a  \n{}", "a\\\n{}",
    "<div>\n<p>{}</p>\n</div>", "> <p title='a'>\n> {}\n> </p>", "a <b>{}</b> <br> c", '<img alt="{}" src="a">',
    "- [ ] {}", "b[^1]\n\n[^1]: {}", "&laquo;a&raquo; {}", "\\* {} \\*", "<!-- a --> {}",
)  # fmt: skip
MARKDOWN_NOISE = (
    "    code", "```\ncode\n```", "***", "<!-- a -->", "[r]: https://example.com 'b'", "<script>\nvar a;\n</script>", "a &copy; `c`",
    "<https://example.com>",
)  # fmt: skip
YAML = (
    "{}",
    '"{}"',
    "'{} it''s'",
    "|\n  a\n  {}",
    ">-\n  a\n  {}\n  b",
    "[a, {}]",
    "\n  - a\n  - '{}'",
    "{{ru: a, kk: {}}}",
)
TOML = ('"{}"', "'{}'", '"""\na {}"""', "'''\n{}'''", '["a", "{}"] # "b"', "[\n'a', # \"c\"\n'{}'\n]", '{{ru = "{}"}}')
HTML = (
    "<p>{}</p>", "<p>{}", "<div>a<p>{}<p>b</div>", "<h1>a</h1>{}", "<ul><li>a<li>{}</ul>", "<p>a<br>{}<br/>b</p>",
    "<table><tr><td>a<td>{}</table>", "<p>a <b>b </b> {} <i>c</i>", '<a href="https://example.com/?a=1&amp;b=2">{}</a>',
    '<img src=a alt="{}">', "<img alt = '{}' src=a />", '<meta name="description" content="{}">', "<p title='{}'>a</p>",
    "<title>{}</title>", "<pre> a\n {}\n</pre>", "<noscript>{}</noscript>", "<button>{}</button>", "<P CLASS=a>{}</P>",
    "a < b & c {}", "&nbsp;&lt;{}&gt;", "<p>\n   a   \n\t{}\n</p>", "<svg><title>{}</title></svg>", "<textarea>{}</textarea>",
)  # fmt: skip
HTML_NOISE = (
    "<script>var a = '<p>';</script>", "<style>p {color: red}</style>", "<!-- a -->", "<!DOCTYPE html>", "<hr>", "</b>", "<p",
    "<![CDATA[a]]>", "<?a?>", "<template><p>b</p></template>", "&copy &unknown; &",
)  # fmt: skip


@st.composite
def inline(draw: st.DrawFn, literal: str) -> str:
    """A sentence with the passage somewhere in it."""
    before, after = draw(st.lists(words, max_size=4)), draw(st.lists(words, max_size=4))
    return " ".join([*before, literal, *after])


@st.composite
def markdown(draw: st.DrawFn) -> tuple[str, str]:
    """A page, and the passage as it stands there."""
    literal = draw(literals)
    blocks = draw(st.lists(st.one_of(sentences(), st.sampled_from(MARKDOWN_NOISE)), max_size=4))
    blocks.insert(draw(st.integers(0, len(blocks))), draw(st.sampled_from(MARKDOWN)).format(draw(inline(literal))))
    front = draw(st.sampled_from(["", "---\ntitle: сад\ntags: [a]\n---\n", "+++\ntitle = 'сад'\n+++\n"]))
    text = front + "\n\n".join([*blocks, "[r]: https://example.com"])
    return text.replace("\n", draw(line_ends)), literal


@st.composite
def front_matter(draw: st.DrawFn) -> tuple[str, str]:
    """A page with the passage in its front matter."""
    kind = draw(st.sampled_from(["yaml", "toml"]))
    shape = draw(st.sampled_from(YAML if kind == "yaml" else TOML))
    literal = draw(escaped) if '"{}"' in shape else PASSAGE
    value = shape.format(" ".join([*draw(st.lists(st.just("сад"), max_size=3)), literal]))
    key = draw(st.sampled_from(["title", "description", "Tags"]))
    text = f"---\nid: 5\n{key}: {value}\n---\nтау" if kind == "yaml" else f"+++\nid = 5\n{key} = {value}\n+++\nтау"
    return text.replace("\n", draw(line_ends)), literal


@st.composite
def html(draw: st.DrawFn) -> tuple[str, str]:
    """A page, and the passage as it stands there."""
    literal = draw(literals)
    blocks = draw(st.lists(st.one_of(sentences("  "), st.sampled_from(HTML_NOISE)), max_size=4))
    blocks.insert(draw(st.integers(0, len(blocks))), draw(st.sampled_from(HTML)).format(draw(inline(literal))))
    return "\n".join(f"<div>{block}</div>" for block in blocks).replace("\n", draw(line_ends)), literal


@st.composite
def jsonl(draw: st.DrawFn) -> tuple[bytes, str, int]:
    """An archive, the passage as it stands there, and the number of its line."""
    literal = draw(escaped)
    lines = [json.dumps({"id": 1, "text": text}) for text in draw(st.lists(sentences(), max_size=3))]
    at = draw(st.integers(0, len(lines)))
    before = json.dumps(draw(st.text("\\/\n\té😀 ", max_size=5)), ensure_ascii=draw(st.booleans()))[:-1]
    lines.insert(at, f'{{"a": {{"text": []}}, "text" : {before} {literal} \\nb"}}')
    return draw(line_ends).join(lines).encode(), literal, at + 1


# ---- Word documents: the smallest that a reader takes
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def paragraph(*runs: str) -> str:
    """A paragraph of runs."""
    return "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" + "".join(map(run, runs)) + "</w:p>"


def run(text: str) -> str:
    """A run, with its line breaks and tabs."""
    inner = escape(text).replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
    return f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{inner}</w:t></w:r>'


def table(*cells: str) -> str:
    """A table of one row."""
    return "<w:tbl><w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr></w:tbl>"


def archive(body: str, parts: dict[str, str] | None = None, relations: str = "") -> bytes:
    """A document with this body; other parts by their kind."""
    contents = {"document": ("main", f"<w:document {W} {R}><w:body>{body}</w:body></w:document>")}
    for kind, inner in (parts or {}).items():
        contents[kind] = (kind, f"<w:x {W} {R}>{inner}</w:x>")
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE.format("document.main" if kind == "main" else kind)}"/>'
        for name, (kind, _) in contents.items()
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", f"<Types>{overrides}</Types>")
        file.writestr("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>")
        for name, (_, xml) in contents.items():
            file.writestr(f"word/{name}.xml", '<?xml version="1.0" encoding="UTF-8"?>' + xml)
    return stream.getvalue()


WRAPPERS: tuple[Callable[[str], str], ...] = (
    paragraph,
    lambda text: table("a", text),
    lambda text: paragraph("a ", text, " b"),
)


@st.composite
def docx(draw: st.DrawFn) -> tuple[bytes, int, int]:
    """A document, and the number of the paragraph and the column of the passage."""
    texts = draw(st.lists(sentences(), max_size=3))
    at = draw(st.integers(0, len(texts)))
    before, wrapper = draw(st.lists(words, max_size=4)), draw(st.integers(0, len(WRAPPERS) - 1))
    text = draw(st.sampled_from([" ", "\n", "\t"])).join([*before, PASSAGE, "сад"])
    cut = draw(st.integers(0, len(text)))
    block = paragraph(text[:cut], text[cut:]) if wrapper == 0 else WRAPPERS[wrapper](text)
    column = text.index(PASSAGE) + 1 + 2 * (wrapper == 2)
    if draw(st.booleans()):
        return (
            archive("".join(map(paragraph, texts)), {draw(st.sampled_from(["header", "comments"])): block}),
            (len(texts) + 1 + (wrapper == 1)),
            column,
        )
    body = [paragraph(one) for one in texts]
    body.insert(at, block)
    return archive("".join(body)), at + 1 + (wrapper == 1), column
