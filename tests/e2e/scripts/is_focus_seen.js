// Returns whether the focused element is outlined and in the viewport.
(() => {
  const focused = document.activeElement;
  const box = focused.getBoundingClientRect();
  const isOutlined = focused.matches(':focus-visible') && focused.checkVisibility() && parseFloat(getComputedStyle(focused).outlineWidth) >= 2;
  return isOutlined && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
})()
