// Selects twenty letters of the opening, and returns them.
(() => {
  const texts = document.createTreeWalker(document.querySelector('#opening .passage'), NodeFilter.SHOW_TEXT);
  let text;
  do text = texts.nextNode(); while (text.length < 20);
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(text, 20);
  getSelection().addRange(range);
  return range.toString();
})()
