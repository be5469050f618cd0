// What our markup means to the harness, as CSS selectors. Replaces the harness's own file of this name.
export const CARD = 'details[data-fact]';
export const CARD_ID = 'data-fact';
// The box of a card: what a filter hides.
export const BOX = 'article.fact';
// Sections have no card controls of their own: the page's control all cards.
export const SECTION = '[data-own-controls]';
// What the peers implement. They switch the theme at a press of the control that opens our dialog.
export const CONTROLS = {
  counter: '[data-counter]',
  expand: '[data-action=expand-all]',
  collapse: '[data-action=collapse-all]',
  search: '[data-action=search]',
  theme: '[data-action=open-preferences]',
};
export const PATTERN = 'data-counter';
export const THEME = { attr: 'data-theme', on: 'dark', off: 'light' };
// Skips these with their contents.
export const STRIP = 'script:not([type="application/ld+json"]), link[rel~=preload], link[rel~=modulepreload], template, dialog';
// Skips these unless they contain a card or one of CONTROLS: what the peers lack, and what waits for our scripts.
export const SHY = '[data-action]:not([popovertarget]), [hidden]';
