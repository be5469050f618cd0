// Usage: first-use.mjs URL RUNS. Measures the time from the first press to the frame that shows the dialog, in
// milliseconds, throttled. `compiled`: the program was fetched and compiled while idle. `cold`: nothing was fetched, on
// slow 4G; `busy` is the time until the control is busy.
import { createRequire } from 'node:module';

const { chromium } = createRequire(process.env.NPM)('playwright-core');
const [url, runs] = process.argv.slice(2);
const CONTROL = '.site-header [data-action=share]';
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 188743, uploadThroughput: 86400 };

const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1];

// Runs in the page before its scripts.
const observe = (control) => {
  const { compile } = WebAssembly;
  WebAssembly.compile = async (bytes) => {
    const module = await compile(bytes);
    self.isCompiled = true;
    return module;
  };
  addEventListener('click', ({ target, timeStamp, isTrusted }) => {
    if (!isTrusted || !target.matches(control)) return;
    const step = () => {
      if (document.querySelector(control)?.ariaBusy === 'true') self.busyAfter ??= performance.now() - timeStamp;
      if (!document.querySelector('dialog.share[open], dialog:modal')) return requestAnimationFrame(step);
      requestAnimationFrame(() => { self.answered = performance.now() - timeStamp; });
    };
    requestAnimationFrame(step);
  }, true);
};

const measure = async (browser, isCold) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await page.addInitScript(`(${observe})(${JSON.stringify(CONTROL)})`);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await cdp.send('Network.enable');
  if (isCold) await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(isCold ? 'document.documentElement.dataset.ready !== undefined' : 'self.isCompiled');
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(() => idle())));
  if (isCold && await page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm')))) {
    throw new Error('the program was fetched before it was needed');
  }
  const { x, y, width, height } = await page.locator(CONTROL).boundingBox();
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.waitForFunction('self.answered');
  const figures = await page.evaluate('({ busy: self.busyAfter ?? null, answered: self.answered })');
  await context.close();
  return figures;
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const loads = { compiled: [], cold: [] };
for (let run = 0; run < Number(runs); run++) {
  for (const kind of ['compiled', 'cold']) loads[kind].push(await measure(browser, kind === 'cold'));
}
await browser.close();
const answered = (kind) => median(loads[kind].map((load) => load.answered));
const busy = median(loads.cold.map((load) => load.busy ?? Infinity));
console.log(JSON.stringify({ compiled: answered('compiled'), cold: answered('cold'), busy }));
