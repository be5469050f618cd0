// Inlined into the head: applies what the reader has chosen before the first paint.
try {
  for (const name of ['theme', 'size', 'motion', 'keys']) {
    const chosen = localStorage.getItem(`chuhai:${name}`);
    if (chosen) document.documentElement.dataset[name] = chosen;
  }
} catch {} // Storage is denied: nothing was chosen.
