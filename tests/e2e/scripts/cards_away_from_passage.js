// Scrolls through the story, and returns card groups in the wrong place. A group is level with its paragraph, or right
// below the previous group beside the text. With an open card it is right below its paragraph.
const done = arguments[0];
const frame = () => new Promise(requestAnimationFrame);
(async () => {
  const away = new Set();
  const { scrollingElement } = document;
  for (let top = 0; top < scrollingElement.scrollHeight; top += innerHeight / 2) {
    scrollTo({ top, behavior: 'instant' });
    await frame(); await frame();
    for (const section of document.querySelectorAll('.section')) {
      let before = -Infinity;
      for (const cards of section.querySelectorAll('.cards')) {
        if (!cards.checkVisibility({ contentVisibilityAuto: true })) continue;
        const box = cards.getBoundingClientRect();
        const passage = (cards.previousElementSibling ?? cards.parentElement).getBoundingClientRect();
        const isBeside = getComputedStyle(cards).position === 'absolute';
        const begins = isBeside ? Math.max(passage.top + 8, before + 16) : passage.bottom + 12;
        if (Math.abs(box.top - begins) > 2 || isBeside === Boolean(cards.querySelector('[open]'))) away.add(cards.querySelector('.anchor').id);
        if (isBeside) before = box.bottom;
      }
    }
  }
  done([...away]);
})();
