// Returns those of the first forty links within the site that lead nowhere.
(() => {
  const links = [...document.querySelectorAll('a[href], link[href]')].map((link) => link.href);
  const own = links.filter((href) => href.startsWith(origin)).slice(0, 40);
  return Promise.all(own.map((href) => fetch(href).then(({ ok }) => ok ? [] : [href]))).then((dead) => dead.flat());
})()
