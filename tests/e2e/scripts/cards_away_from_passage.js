// Scrolls through the story and returns each group of notes that stands neither level with the paragraph before it nor right below
// the group before it.
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
      for (const notes of section.querySelectorAll('.cards')) {
        if (!notes.checkVisibility({ contentVisibilityAuto: true })) continue;
        const box = notes.getBoundingClientRect();
        const passage = notes.previousElementSibling ?? notes.parentElement;
        const begins = Math.max(passage.getBoundingClientRect().top + 8, before + 16);
        if (Math.abs(box.top - begins) > 2) away.add(notes.querySelector('.anchor').id);
        before = box.bottom;
      }
    }
  }
  done([...away]);
})();
