// Replaces every text by an element with another text, as a translator does. Does the same with later text. Returns
// nothing.
(() => {
  const translate = (root) => {
    const texts = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = walker.currentNode; text; text = walker.nextNode()) {
      if (text.nodeType === Node.TEXT_NODE && text.data.trim() && !text.parentNode?.closest('script, style, textarea, font')) texts.push(text);
    }
    for (const text of texts) {
      const font = document.createElement('font');
      font.textContent = text.data.replace(/[a-z]/g, 'x');
      text.replaceWith(font);
    }
  };
  translate(document.body);
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((node) => node.isConnected && translate(node))))
    .observe(document.body, { childList: true, subtree: true });
})()
