import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromium as browserPath } from '../../scripts/lib/chromium.mjs';
import { ROOT } from '../../scripts/lib/run.mjs';
import { buildStale } from '../../scripts/lib/steps.mjs';
import { differences } from './differences.mjs';

/*
 * The main job on a real sheet, as a person does it: open the page, sign in, drop the file, read the Dashboard, under
 * each dedupe rule that the expected answers hold. Usage:
 *
 *   node test/acceptance/main-job.mjs <sheet.csv> [expected.json]
 */
const { positionals } = parseArgs({ allowPositionals: true });
const [file, answers = file?.replace(/\.csv$/, '.expected.json')] = positionals;
if (!file) {
  console.error('Usage: node test/acceptance/main-job.mjs <sheet.csv> [expected.json]');
  process.exit(2);
}
const expected = JSON.parse(readFileSync(answers, 'utf8'));
const VIEW = 'Market';
const RULES = {
  client_stage: 'Rows with the same client and stage',
  link: 'Rows with the same HubSpot link',
  none: 'Every row',
};

await buildStale();
const dataDir = mkdtempSync(join(tmpdir(), 'acceptance-'));
const product = await startProduct();
const { CHROMIUM_PATH, CHROMIUM_LIBRARIES } = await browserPath();
const browser = await chromium.launch({
  executablePath: CHROMIUM_PATH,
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  env: CHROMIUM_LIBRARIES ? { ...process.env, LD_LIBRARY_PATH: CHROMIUM_LIBRARIES } : process.env,
});

let wrong = 0;
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  await signIn(page);
  const rules = Object.entries(expected.rules ?? { client_stage: expected });
  for (const [rule, answer] of rules) wrong += await under(page, rule, answer);
} finally {
  await browser.close();
  product.kill('SIGTERM');
  rmSync(dataDir, { recursive: true, force: true });
}
console.log(wrong === 0 ? 'Everything as expected.' : `${wrong} numbers differ.`);
process.exit(wrong === 0 ? 0 : 1);

/** Drops the file, then takes the rule with one click in the report where it is not the view's yet. */
async function under(page, rule, answer) {
  await openData(page);
  const started = performance.now();
  await page.getByLabel(/Choose a file|Upload another file/).setInputFiles(file);
  const row = page.getByRole('row', { name: new RegExp(RULES[rule]) });
  const anyway = page.getByRole('button', { name: 'Publish anyway' });
  // The sheet is meant as it is, whatever it does to what is there.
  await row.or(anyway).first().waitFor({ timeout: 60_000 });
  if ((await anyway.count()) > 0) await anyway.click();
  await row.waitFor({ timeout: 60_000 });
  const use = row.getByRole('button', { name: /Use this rule/ });
  if ((await use.count()) > 0) {
    await use.click();
    await page.getByRole('button', { name: 'Change the rule' }).click();
  }
  const published = page.getByRole('heading', { name: `Published: ${count(answer.report.kept)} deals` });
  await published.or(anyway).first().waitFor({ timeout: 60_000 });
  if ((await anyway.count()) > 0) await anyway.click();
  await published.waitFor({ timeout: 60_000 });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const wrongHere = await compare(page, answer);
  console.log(`${basename(file)} under ${rule}: ${wrongHere} differences, report after ${seconds} s`);
  return wrongHere;
}

async function compare(page, answer) {
  const id = /\/v\/([^/?]+)/.exec(page.url())?.[1];
  const get = async (path) => {
    const response = await page.request.get(`${product.address}/api/views/${id}${path}`);
    if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
    return response.json();
  };
  const runs = await get('/ingestions?limit=1');
  const found = differences('report', runs.items[0].report, answer.report);
  for (const period of answer.periods) {
    const asked = `from=${period.from}&to=${period.to}&as_of=${period.as_of}`;
    found.push(...differences(asked, (await get(`/analytics?${asked}`)).metrics, period.metrics));
  }
  for (const breakdown of answer.breakdowns ?? []) {
    const { metric, by, from, to, as_of, rows, total } = breakdown;
    const path = `/analytics/breakdown?metric=${metric}&by=${by}&from=${from}&to=${to}&as_of=${as_of}`;
    const got = await get(path);
    const byKey = (list) => Object.fromEntries(list.map(({ key, value }) => [String(key), value]));
    found.push(...differences(path, { total: got.total, ...byKey(got.rows) }, { total, ...byKey(rows) }));
  }
  found.push(...(await dashboardDiffers(page, id, answer.periods[0])));
  for (const line of found.slice(0, 20)) console.error(`  ${line}`);
  return found.length;
}

/** The page itself, not only its API: what the cards say. */
async function dashboardDiffers(page, id, { from, to, as_of, metrics }) {
  await page.goto(`${product.address}/v/${id}/dashboard?period=custom:${from}..${to}&as_of=${as_of}`);
  const money = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    notation: 'compact',
    maximumSignificantDigits: 3,
  });
  const cards = { 'New pipe created': 'pipe.created', 'Revenue, year to date': 'revenue.ytd' };
  const found = [];
  for (const [label, metric] of Object.entries(cards)) {
    const card = page.locator('app-headline').getByRole('button', { name: label });
    const want = money.format(metrics[metric].value);
    const text = await card.innerText();
    if (!text.includes(want))
      found.push(`the card "${label}" says ${text.replaceAll('\n', ' ')}, not ${want}`);
  }
  return found;
}

async function signIn(page) {
  await page.goto(product.address);
  await page.getByRole('button', { name: 'admin@example.com' }).click();
  await page.getByRole('button', { name: /^View: / }).click();
  await page.getByRole('menuitemradio', { name: VIEW }).click();
  await page.waitForURL(/view-market/);
}

async function openData(page) {
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  await page.getByRole('heading', { name: 'Import a sheet' }).waitFor();
}

function startProduct() {
  const child = spawn(process.execPath, [join(ROOT, 'apps/api/dist/main.js')], {
    cwd: ROOT,
    env: { ...process.env, MONGO_URL: '', PORT: '0', DATA_DIR: dataDir, SEED: 'none' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      const address = /Ready: open (\S+)/.exec(output)?.[1];
      if (address) resolve(Object.assign(child, { address }));
    });
    child.once('exit', (code) => reject(new Error(`The product ended with ${code}:\n${output}`)));
  });
}

function count(value) {
  return new Intl.NumberFormat('en-US').format(value);
}
