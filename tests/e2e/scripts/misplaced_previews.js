// Focuses every fifth link of the story at three heights of the viewport. Returns links whose preview covers them or
// leaves the viewport.
const done = arguments[0];
const frame = () => new Promise(requestAnimationFrame);
(async () => {
  const wrong = [];
  const links = [...document.querySelectorAll('.passage > p a:is([data-entity], [data-fact-link])')];
  for (const link of links.filter((_, at) => at % 5 === 0)) {
    for (const block of ['start', 'center', 'end']) {
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
      document.activeElement.blur();
      link.scrollIntoView({ block });
      await frame(); await frame();
      link.scrollIntoView({ block });
      link.focus({ preventScroll: true });
      while (!link.hasAttribute('aria-describedby')) await frame();
      const shown = document.querySelector('.preview').getBoundingClientRect();
      const words = link.getBoundingClientRect();
      const covers = shown.left < words.right && shown.right > words.left && shown.top < words.bottom && shown.bottom > words.top;
      const whole = shown.left >= 0 && shown.top >= 0 && shown.right <= document.documentElement.clientWidth && shown.bottom <= innerHeight;
      if (covers || !whole || shown.height < 60) wrong.push([link.textContent, block, covers, JSON.stringify(shown)].join(' '));
    }
  }
  done(wrong);
})();
