// Returns Indian, Japanese, Chinese and Korean texts that are marked as English.
(() => {
  const stray = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement: part } = texts.currentNode;
    const isForeign = /[\u0900-\u097f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(data) && !part.closest('script, style, option');
    if (isForeign && part.closest('[lang]').getAttribute('lang').startsWith('en')) stray.push(data);
  }
  return stray;
})()
