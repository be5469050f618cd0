// Replaces every text by an element with another text, as a translator does. Returns nothing.
(() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (text.data.trim() && !text.parentNode.closest('script, style, textarea')) texts.push(text);
  }
  for (const text of texts) {
    const font = document.createElement('font');
    font.textContent = text.data.replace(/[a-z]/g, 'x');
    text.replaceWith(font);
  }
})()
