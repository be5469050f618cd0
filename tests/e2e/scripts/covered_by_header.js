// Focuses each control of two sections, from below. Returns those that the header then covers.
(() => {
  const covered = [];
  const header = document.querySelector('.site-header');
  const controls = [...document.querySelectorAll('#opening :is(a, button, summary), #harbour :is(a, button, summary)')];
  for (const control of controls.filter((control) => control.checkVisibility()).reverse()) {
    control.focus();
    const box = control.getBoundingClientRect();
    const isUnder = control.matches('.skip-link')
      ? document.elementFromPoint(box.left + 20, box.top + 20) !== control
      : box.top < header.getBoundingClientRect().bottom - 1;
    if (document.activeElement === control && isUnder) covered.push(control.outerHTML);
  }
  return covered;
})()
