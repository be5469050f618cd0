// Focuses every fifth mark of the story at three heights of the screen. Returns each whose preview covers the mark or
// leaves the screen.
const done = arguments[0];
const frame = () => new Promise(requestAnimationFrame);
(async () => {
  const wrong = [];
  const marks = [...document.querySelectorAll('.passage > p a:is([data-entity], [data-fact-link])')];
  for (const mark of marks.filter((_, at) => at % 5 === 0)) {
    for (const block of ['start', 'center', 'end']) {
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
      document.activeElement.blur();
      mark.scrollIntoView({ block });
      await frame(); await frame();
      mark.scrollIntoView({ block });
      mark.focus({ preventScroll: true });
      while (!mark.hasAttribute('aria-describedby')) await frame();
      const shown = document.querySelector('.preview').getBoundingClientRect();
      const words = mark.getBoundingClientRect();
      const covers = shown.left < words.right && shown.right > words.left && shown.top < words.bottom && shown.bottom > words.top;
      const whole = shown.left >= 0 && shown.top >= 0 && shown.right <= document.documentElement.clientWidth && shown.bottom <= innerHeight;
      if (covers || !whole || shown.height < 60) wrong.push([mark.textContent, block, covers, JSON.stringify(shown)].join(' '));
    }
  }
  done(wrong);
})();
