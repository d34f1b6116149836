// Completion, hover texts and complaints of a real yaml-language-server over our schemas.
// Usage: node editor_test.mjs. Exit status 77 where the server is not installed.
import assert from "node:assert/strict";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {LanguageServer, program, root} from "./language_server.mjs";

if (!existsSync(program)) {
  console.log("skipped: yaml-language-server is not installed (npm ci in tests/editor)");
  process.exit(77);
}
const kPatience = 60_000;  // ms; a server that hangs must not hang the tests
setTimeout(() => { console.error("the server does not answer"); process.exit(1); }, kPatience).unref();

const server = new LanguageServer();
let opened = 0;

/** A text with ‸ where the cursor stands, and the position of the cursor. */
function place(text) {
  const before = text.slice(0, text.indexOf("‸")).split("\n");
  return {text: text.replace("‸", ""),
          position: {line: before.length - 1, character: before.at(-1).length}};
}

async function ask(method, path, marked) {
  const {text, position} = place(marked);
  const uri = server.open(path.replace("#", String(++opened)), text);
  await server.diagnostics(uri);
  return server.request(`textDocument/${method}`, {textDocument: {uri}, position});
}

const words_of = (value) => typeof value === "string" ? value : value?.value ?? "";

async function offered(path, marked) {
  const answer = await ask("completion", path, marked);
  return new Map((answer.items ?? answer).map((item) => [item.label, words_of(item.documentation)]));
}

async function hovered(path, marked) {
  return words_of((await ask("hover", path, marked))?.contents);
}

async function complaints(path, text) {
  const uri = server.open(path.replace("#", String(++opened)), text);
  return (await server.diagnostics(uri)).map((one) => `${one.range.start.line + 1}: ${one.message}`);
}

const kPack = "rules/edited-#.yaml";
const kWaivers = "edited-#.waivers.yaml";
const kRoster = "edited-#.roster.yaml";
const kRule = "rules:\n  a-b:\n    title: 甲\n";

/** Every description that a schema gives has Chinese words. */
function* descriptions(schema, path) {
  for (const [key, value] of Object.entries(schema)) {
    if (key === "description" && typeof value === "string")
      yield [path, value];
    else if (value !== null && typeof value === "object")
      yield* descriptions(value, `${path}/${key}`);
  }
}

function* yaml_files(folder) {
  for (const entry of readdirSync(join(root, folder), {withFileTypes: true})) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== "cases")
      yield* yaml_files(path);
    else if (entry.name.endsWith(".yaml"))
      yield path;
  }
}

const tests = {
  async "a pack: keys are offered with chinese words"() {
    const top = await offered(kPack, "id: a\nversion: 0.1.0\ntitle: 甲\n‸\n");
    assert.match(top.get("elements"), /报告应有的内容要素/);
    assert.match(top.get("disable"), /停用所继承的规则/);
    const rule = await offered(kPack, `${kRule}    ‸\n`);
    assert.match(rule.get("severity"), /一个等级，或按状态分别书写/);
    assert.match(rule.get("points"), /分值/);
  },
  async "a pack: values are offered"() {
    const kinds = await offered(kPack, `${kRule}    check: ‸\n`);
    for (const kind of ["element", "text", "items", "rows"])
      assert(kinds.has(kind), kind);
  },
  async "a pack: hover explains keys in chinese"() {
    assert.match(await hovered(kPack, `${kRule}    che‸ck: text\n`), /检查方式/);
    assert.match(await hovered(kPack, "ter‸ms:\n  year: 甲\n"), /可在各处 pattern 中以 .*引用的片段/);
  },
  async "cases: keys are offered and explained in chinese"() {
    const cases = `${kRule}    cases:\n      pass:\n        - text: 甲\n`;
    const keys = await offered(kPack, `${cases}          ‸\n`);
    assert.match(keys.get("report_year"), /视为报告年度/);
    assert.match(await hovered(kPack, `${kRule}    cases:\n      not-appli‸cable:\n        - text: 甲\n`),
                 /规则不适用的例子/);
  },
  async "waivers: keys are offered and explained in chinese"() {
    const keys = await offered(kWaivers, "waivers:\n  - rule: wording\n    ‸\n");
    assert.match(keys.get("approver"), /批准的机关或人员/);
    assert.match(keys.get("unit"), /报告单位的全称/);
    assert.match(await hovered(kWaivers, "waivers:\n  - rule: wording\n    un‸til: '2026-12-31'\n"),
                 /有效期的最后一天/);
  },
  async "rosters: keys are offered and explained in chinese"() {
    const keys = await offered(kRoster, "units:\n  - name: 甲局\n    ‸\n");
    assert.match(keys.get("short"), /规范化简称/);
    assert.match(await hovered(kRoster, "units:\n  - name: 甲局\n    ki‸nd: 部门\n"), /单位的类别/);
    assert.notDeepEqual(await complaints(kRoster, "units:\n  - {name: 甲局, shrot: 甲}\n"), []);
    assert.deepEqual(await complaints(kRoster, "units:\n  - {name: 甲局, short: 甲}\n"), []);
  },
  async "mistakes are marked while typing"() {
    const wrong = await complaints(
        kWaivers, "waivers:\n  - {rule: wording, unit: 甲局, reason: 引用, aprover: 乙}\n");
    assert(wrong.some((one) => one.includes("aprover")), wrong.join("; "));
    assert.deepEqual(await complaints(
        kWaivers, "waivers:\n  - {rule: wording, unit: 甲局, reason: 引用, approver: 乙}\n"), []);
    assert.notDeepEqual(await complaints(kPack, `${kRule}    check: textt\n`), []);
  },
  async "contacts: keys are offered and mistakes are marked"() {
    const keys = await offered("#/contact.yaml", "office: 甲\n‸\n");
    assert.match(keys.get("deadline"), /重新报送的期限/);
    const wrong = await complaints("#/contact.yaml", "ofice: 甲\ndate: 2026年1月\n");
    assert.equal(wrong.length, 2, wrong.join("; "));
    assert.deepEqual(await complaints("#/contact.yaml", "office: 甲\nphone: 2201234\n"), []);
  },
  async "the shipped packs please the editor"() {
    for (const path of yaml_files("rules"))
      assert.deepEqual(await complaints(path, readFileSync(join(root, path), "utf8")), [], path);
  },
  async "every description is chinese"() {
    for (const name of ["pack-v1", "waivers-v1", "contact-v1", "roster-v1"]) {
      const schema = JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), "utf8"));
      for (const [path, words] of descriptions(schema, name))
        assert.match(words, /\p{Script=Han}/u, path);
    }
  },
};

await server.start();
let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    console.log(`ok   ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${name}\n${error.stack}`);
  }
}
server.stop();
console.log(`${Object.keys(tests).length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
