// scores.mjs URL KIND=FILE …: a Markdown table of what Lighthouse (its phone) and axe say of each kind of page.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const load = createRequire(process.env.NPM);
const { chromium } = load('playwright-core');
const lighthouse = (await import(pathToFileURL(load.resolve('lighthouse')).href)).default;
const chrome = await import(pathToFileURL(load.resolve('chrome-launcher')).href);
const [site, ...pages] = process.argv.slice(2);
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

const chromeOf = await chrome.launch({ chromePath: executablePath, chromeFlags: ['--headless=new', '--no-sandbox'] });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
console.log(`| | ${CATEGORIES.join(' | ')} | axe: violations |\n|---|---:|---:|---:|---:|---:|`);
for (const [kind, file] of pages.map((page) => page.split('='))) {
  const { lhr } = await lighthouse(site + file, { port: chromeOf.port, onlyCategories: CATEGORIES, logLevel: 'error' });
  const scores = CATEGORIES.map((category) => Math.round((lhr.categories[category].score ?? 0) * 100));
  const failed = Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative');
  console.error(kind, failed.map(({ id, score }) => `${id} ${score}`).join(', '));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(site + file);
  await page.addScriptTag({ path: load.resolve('axe-core/axe.min.js') });
  const { violations } = await page.evaluate((rules) => self.axe.run(document, rules), RULES);
  await context.close();
  console.log(`| ${kind} | ${scores.join(' | ')} | ${violations.length ? violations.map(({ id }) => id).join(', ') : 'none'} |`);
}
await browser.close();
chromeOf.kill();
console.log(`\nLighthouse ${(load('lighthouse/package.json')).version}, axe ${(load('axe-core/package.json')).version}.`);
