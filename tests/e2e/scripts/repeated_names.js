// Returns accessible names that two controls, articles or tables share, and empty ones.
(() => {
  const name = (part) => part.ariaLabel || document.getElementById(part.getAttribute('aria-labelledby'))?.textContent || part.textContent;
  const parts = document.querySelectorAll('.fact summary, .fact-actions > *, .plot summary, .plot .files a, article, table');
  const names = [...parts].map((part) => `${part.localName} ${name(part)}`);
  return names.filter((name, at) => !name.includes(' ') || names.indexOf(name) !== at);
})()
