// Returns the first card of each group of notes that lies on the group above, or on the text beside it.
(() => {
  const over = [];
  let bottom = -Infinity;
  for (const notes of document.querySelectorAll('.story .cards')) {
    const box = notes.getBoundingClientRect();
    const text = notes.parentElement.querySelector(':scope > p')?.getBoundingClientRect();
    if (box.top < bottom || (text && box.left < text.right)) over.push(notes.querySelector('.fact > .anchor').id);
    bottom = box.bottom;
  }
  return over;
})()
