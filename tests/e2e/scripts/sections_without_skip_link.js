// Returns the ids of sections with cards that do not begin with a link to the next section.
[...document.querySelectorAll('main > .section')]
  .filter((section) => {
    const first = section.querySelector('a[href], button, summary');
    const leadsPast = first.matches('.skip-link') && document.getElementById(first.hash.slice(1)) === section.nextElementSibling;
    return section.querySelector('.fact') && !leadsPast;
  })
  .map(({ id }) => id)
