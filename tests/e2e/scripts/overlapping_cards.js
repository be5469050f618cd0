// Returns the first card of each group that overlaps the group above or the text beside it.
(() => {
  const over = [];
  let bottom = -Infinity;
  for (const cards of document.querySelectorAll('.story .cards')) {
    const box = cards.getBoundingClientRect();
    const text = cards.parentElement.querySelector(':scope > p')?.getBoundingClientRect();
    if (box.top < bottom || (text && box.left < text.right)) over.push(cards.querySelector('.fact > .anchor').id);
    bottom = box.bottom;
  }
  return over;
})()
