// Returns the classes of elements whose overflowing text is cut off.
[...document.querySelectorAll('body *')]
  .filter((part) => {
    const { overflowX, clipPath } = getComputedStyle(part);
    const canClip = overflowX !== 'visible' && clipPath === 'none' && part.checkVisibility() && !part.closest('svg');
    return canClip && part.scrollWidth > part.clientWidth + 1;
  })
  .map((part) => part.className)
