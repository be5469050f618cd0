// Returns the first card of each group that overlaps the group above or, beside the text, the text.
(() => {
  const over = [];
  let bottom = -Infinity;
  for (const cards of document.querySelectorAll('.story .cards')) {
    if (getComputedStyle(cards).position !== 'absolute') continue;
    const box = cards.getBoundingClientRect();
    const text = cards.parentElement.querySelector(':scope > p')?.getBoundingClientRect();
    if (box.top < bottom || (text && box.left < text.right)) over.push(cards.querySelector('.fact > .anchor').id);
    bottom = box.bottom;
  }
  return over;
})()
