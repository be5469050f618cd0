// Reads the built site by its sitemap.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { DIST, NPM } = process.env;

/** A package that `xtask/package.json` pins. */
export const load = createRequire(join(NPM, 'a file of the tests'));

/** Where the packages are. */
export const packages = NPM;

/** The text of a file below the site's root. */
export const text = (file) => readFileSync(join(DIST, file), 'utf8');

/** Where the site says it is. */
export const site = text('robots.txt').match(/^Sitemap: (.*)sitemap\.xml$/m)[1];

/** The file that an address of the site answers with. */
export const file = (address) => {
  if (!address.startsWith(site)) throw new Error(`${address} is not of ${site}`);
  const [path] = address.slice(site.length).split('#');
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
};

/** Whether an address of the site answers. */
export const answers = (address) => existsSync(join(DIST, file(address))) && statSync(join(DIST, file(address))).isFile();

/** Every address of the sitemap. */
export const addresses = [...text('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
