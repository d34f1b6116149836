// Drives the page of --format html in Chromium. Usage: node page_test.mjs PROGRAM [PICTURE-FOLDER]
// Exit status 77 where Chromium or playwright-core is missing.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

const program = process.argv[2];
const pictures = process.argv[3];
const samples = join(dirname(fileURLToPath(import.meta.url)), "../../samples");
const browser_path = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);

function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}
if (!browser_path)
  skip("chromium is not installed");
const {chromium} = await import("playwright-core").catch(
    () => skip("playwright-core is not installed (npm ci in tests/web)"));

const kIdNumber = "110101197903150042";
const kHostile = `甲县水利局关于2024年度法治政府建设情况的报告

县政府：

<script>document.title = "owned"</script><img src=x onerror="document.title='owned'">
[点这里](javascript:document.title='owned') \u202e倒写\u202c \u200b零宽 \u0001控制 法制政府

一、主要举措和成效</p></div><h1>假标题</h1>

=HYPERLINK("http://example.invalid") 联系人：某某，身份证号码${kIdNumber}

甲县水利局
2025年1月10日
`;

/** Runs the program; findings and losses are no failure. */
function make_page(folder, name, ...paths) {
  const page = join(folder, name);
  try {
    execFileSync(program, ["check", ...paths, "--output", `html=${page}`], {stdio: "pipe"});
  } catch (error) {
    if (error.status !== 1 && error.status !== 3)
      throw error;
  }
  return page;
}

/** What follows a link comes with the next event: asks until the answer is right or time is up. */
async function becomes(ask, wanted) {
  let got;
  for (let i = 0; i < 200 && (got = await ask()) !== wanted; i++)
    await new Promise((resolve) => setTimeout(resolve, 25));
  assert.equal(got, wanted);
}

const tests = {
  async "findings are reached by keys, buttons, marks and links"({open}) {
    const page = await open("faults.html");
    const count = await page.locator(".findings > li").count();
    assert.ok(count > 10);
    const current = () => page.locator(".findings > li[aria-current]").getAttribute("id");
    await page.keyboard.press("n");
    await becomes(current, "f1-1");
    await page.keyboard.press("j");
    await becomes(current, "f1-2");
    await page.keyboard.press("k");
    await becomes(current, "f1-1");
    await page.keyboard.press("p");
    await becomes(current, `f1-${count}`);
    await page.keyboard.press("Control+n").catch(() => {});
    await becomes(current, `f1-${count}`);
    await page.click("[data-step='1']");
    await becomes(current, "f1-1");
    assert.match(await page.locator("output").innerText(), new RegExp(`^第1条，共${count}条$`));
    await page.locator("mark[data-finding='4']").first().click();
    await becomes(current, "f1-4");
    assert.equal(await page.locator("mark.now").first().getAttribute("data-finding"), "4");
    await page.click("#m1-3");
    await becomes(current, "f1-3");
    await page.click("#f1-5 dd a");
    await becomes(current, "f1-5");
    assert.ok(await page.locator("#m1-5").isVisible());
    assert.match(page.url(), /#m1-5$/);
    await page.keyboard.press("n");
    await page.click("#f1-5 dd a");
    await becomes(current, "f1-5");
    assert.equal(await page.evaluate(() => document.activeElement.id), "f1-5");
  },

  async "every finding has its place and its marks hold its quote"({open}) {
    const page = await open("faults.html");
    const wrong = await page.evaluate(() => [...document.querySelectorAll(".findings > li")]
      .filter((finding) => {
        const {doc, from, to} = finding.dataset;
        let words = "";
        for (let i = Number(from); i < Number(to); i++)
          words += document.getElementById(`s${doc}-${i}`).textContent;
        const quote = finding.querySelector("q")?.textContent ?? "";
        return words !== quote || !document.getElementById(finding.id.replace("f", "m"));
      }).map((finding) => finding.id));
    assert.deepEqual(wrong, []);
  },

  async "filters hide findings and their marks and say how many are left"({open}) {
    const page = await open("faults.html");
    const errors = page.locator(".findings > li.error");
    const count = await errors.count();
    await page.click(".filter.warning");
    await page.click(".filter.note");
    assert.equal(await page.locator(".findings > li:visible").count(), count);
    assert.equal(await page.locator("output").innerText(), `共${count}条`);
    assert.equal(await page.locator(".source .ref.warning:visible").count(), 0);
    assert.equal(await page.locator(".filter.note").getAttribute("aria-pressed"), "false");
    for (let i = 0; i < count; i++) {
      await page.keyboard.press("n");
      assert.match(await page.locator("[aria-current]").getAttribute("class"), /error/);
    }
    await page.click(".filter.error");
    assert.equal(await page.locator(".findings > li:visible").count(), 0);
    await page.keyboard.press("n");
    await page.click(".filter.error");
    assert.equal(await page.locator(".findings > li:visible").count(), count);
  },

  async "the ledger adds up and shows only losses on demand"({open}) {
    const page = await open("faults.html");
    const sums = await page.evaluate(() => {
      let possible = 0;
      let earned = 0;
      for (const row of document.querySelectorAll(".ledger tbody tr:not(.outside)")) {
        possible += Number(row.dataset.possible);
        earned += Number(row.dataset.earned);
      }
      const total = [...document.querySelectorAll(".ledger tfoot .n")].map((c) => c.textContent);
      return {own: [String(possible), String(earned)], total};
    });
    assert.deepEqual(sums.own, sums.total);
    const rows = page.locator(".ledger tbody tr:visible");
    const all = await rows.count();
    await page.click("[data-lost]");
    assert.equal(await rows.count(), await page.locator(".ledger tr.lost, .ledger tr.undecided").count());
    await page.click("[data-lost]");
    assert.equal(await rows.count(), all);
  },

  async "print shows every finding whatever the filter and no tools"({open}) {
    const page = await open("faults.html");
    const count = await page.locator(".findings > li").count();
    await page.click(".filter.error");
    await page.emulateMedia({media: "print"});
    assert.equal(await page.locator(".findings > li:visible").count(), count);
    assert.equal(await page.locator(".tools:visible").count(), 0);
    assert.equal(await page.locator(".source .ref:visible").count(), count);
    const washes = await page.locator(".source mark.error").evaluateAll(
        (marks) => marks.map((mark) => getComputedStyle(mark).backgroundColor));
    assert.ok(washes.length > 0 && washes.every((colour) => colour === "rgb(251, 233, 231)"));
    const pdf = await page.pdf({preferCSSPageSize: true, printBackground: true});
    assert.ok(pdf.subarray(0, 5).toString() === "%PDF-");
    if (pictures)
      writeFileSync(join(pictures, "print.pdf"), pdf);
  },

  async "hostile text stays text and personal data is masked"({open, folder}) {
    const page = await open("hostile.html");
    assert.notEqual(await page.title(), "owned");
    assert.equal(await page.locator("img").count(), 0);
    assert.equal(await page.locator("script").count(), 1);
    assert.equal(await page.locator("a[href^='javascript']").count(), 0);
    const words = await page.locator(".source").innerText();
    for (const part of ["<script>document.title", "javascript:", "<h1>假标题</h1>", "=HYPERLINK"])
      assert.ok(words.includes(part), part);
    const odd = await page.locator(".source .odd").allInnerTexts();
    for (const mark of ["U+202E", "U+202C", "U+200B"])
      assert.ok(odd.includes(mark), mark);
    const bytes = readFileSync(join(folder, "hostile.html"), "utf8");
    assert.ok(!bytes.includes(kIdNumber));
    assert.ok(!/[\u202a-\u202e\u2066-\u2069\u0001]/.test(bytes));
  },

  async "the policy lets no other script or style take effect"({open}) {
    const page = await open("faults.html", {quiet: false});
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'owned'";
      document.body.append(script);
      document.body.setAttribute("style", "display: none");
    });
    assert.notEqual(await page.title(), "owned");
    assert.ok(await page.locator("main").isVisible());
  },

  async "several documents have an index and one is shown at a time"({open}) {
    const page = await open("all.html");
    const count = await page.locator(".document").count();
    assert.ok(count > 5);
    assert.equal(await page.locator("#index tbody tr").count(), count);
    assert.equal(await page.locator(".document:visible").count(), 0);
    const shown = () => page.evaluate(() =>
        [...document.querySelectorAll("#index, .document")].filter((one) => !one.hidden)
          .map((one) => one.id).join());
    await page.locator("#index tbody a").nth(1).click();
    await becomes(shown, "d2");
    await page.locator("#d2 .around a").last().click();
    await becomes(shown, "d3");
    await page.goBack();
    await becomes(shown, "d2");
    await page.locator("#d2 .around a").first().click();
    await becomes(shown, "index");
  },

  async "without script everything can be read"({browser, url}) {
    const context = await browser.newContext({javaScriptEnabled: false});
    const page = await context.newPage();
    await page.goto(url("all.html"));
    assert.equal(await page.locator(".document").count(),
                 await page.locator(".document:visible").count());
    assert.equal(await page.locator(".tools:visible").count(), 0);
    await context.close();
  },

  async "a narrow screen does not scroll sideways and contrast is enough"({open}) {
    const page = await open("faults.html");
    await page.setViewportSize({width: 390, height: 800});
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    const weak = await page.evaluate(weak_contrasts);
    assert.deepEqual(weak, []);
  },
};

/** In the page: texts whose contrast with the nearest background is below 4.5. */
function weak_contrasts() {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0)
        return colour;
    }
    return [255, 255, 255];
  };
  const weak = new Set();
  for (const element of document.querySelectorAll("body *:not(script)")) {
    if (![...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== ""))
      continue;
    const own = light(channels(getComputedStyle(element).color));
    const back = light(ground(element));
    const contrast = (Math.max(own, back) + 0.05) / (Math.min(own, back) + 0.05);
    if (contrast < 4.5)
      weak.add(`${element.tagName}.${element.className}: ${contrast.toFixed(2)}`);
  }
  return [...weak];
}

const folder = mkdtempSync(join(tmpdir(), "plumbline-web-"));
writeFileSync(join(folder, "hostile.txt"), kHostile);
make_page(folder, "faults.html", join(samples, "07-many-faults.txt"));
make_page(folder, "hostile.html", join(folder, "hostile.txt"));
make_page(folder, "all.html", samples);
const browser = await chromium.launch({executablePath: browser_path, args: ["--no-sandbox"]});
const url = (name) => pathToFileURL(join(folder, name)).href;
let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  const complaints = [];
  const context = await browser.newContext({viewport: {width: 1360, height: 900},
                                            reducedMotion: "reduce"});
  const open = async (file, {quiet = true} = {}) => {
    const page = await context.newPage();
    page.setDefaultTimeout(20000);
    if (quiet) {
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("request", (request) => {
        if (!request.url().startsWith(url(file)))
          complaints.push(`asks for ${request.url()}`);
      });
    }
    await page.goto(url(file));
    return page;
  };
  try {
    await test({open, browser, url, folder});
    assert.deepEqual(complaints, []);
    console.log(`passed: ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED: ${name}\n${error.stack}`);
  }
  if (pictures)
    await context.pages()[0]?.screenshot({path: join(pictures, `${name.replaceAll(" ", "-")}.png`)});
  await context.close();
}
await browser.close();
rmSync(folder, {recursive: true});
console.log(`${Object.keys(tests).length - failed} of ${Object.keys(tests).length} tests passed`);
process.exit(failed === 0 ? 0 : 1);
