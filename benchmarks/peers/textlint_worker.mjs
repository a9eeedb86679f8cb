// As worker.py, for textlint with textlint-rule-prh: `node textlint_worker.mjs HOME FOLDER`, HOME having node_modules.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [home, folder] = process.argv.slice(2);
const require = createRequire(join(home, "package.json"));
const { createLinter } = require("textlint");
const { TextlintKernelDescriptor } = require("@textlint/kernel");
const { moduleInterop } = require("@textlint/module-interop");

// prh knows no inflection: each word is a pattern for its beginning.
const terms = JSON.parse(readFileSync(join(folder, "lists.json"), "utf-8"))[0];
const rules = terms.map((term) => ({ expected: "***", pattern: `/${term}/` }));
const path = join(folder, "prh.yml");
writeFileSync(path, JSON.stringify({ version: 1, rules })); // JSON is YAML

const descriptor = new TextlintKernelDescriptor({
  rules: [{ ruleId: "prh", rule: moduleInterop(require("textlint-rule-prh")), options: { rulePaths: [path] } }],
  filterRules: [],
  plugins: [{ pluginId: "text", plugin: moduleInterop(require("@textlint/textlint-plugin-text")) }],
});
const linter = createLinter({ descriptor });
const check = async (text) => (await linter.lintText(text, "post.txt")).messages.length > 0;
const seconds = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
const answer = (cpu, done, found) =>
  console.log(JSON.stringify([cpu, done, found, process.resourceUsage().maxRSS / 1024]));

await check("Проба, сынақ, test");
answer(seconds(), 0, 0);
for await (const line of createInterface({ input: process.stdin })) {
  const started = seconds();
  let found = 0;
  const texts = JSON.parse(line);
  for (const text of texts) found += await check(text);
  answer(seconds() - started, texts.length, found);
}
