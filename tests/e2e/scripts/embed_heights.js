// Shows each fact's embed as WordPress does, in a frame 600 pixels wide, then 320. Returns wrong heights: those that
// differ from oEmbed, and those that do not fit once a part is open.
const [facts, done] = arguments;
const frame = document.createElement('iframe');
frame.style.cssText = 'position: fixed; inset: 0 auto auto 0; height: 1200px; border: 0; background: white';
document.body.append(frame);
const wrong = [];
const height = () => frame.contentDocument.querySelector('.embed').getBoundingClientRect().height;
(async () => {
  for (const fact of facts) {
    const oembed = await fetch(`/oembed/f/${fact}.json`).then((answer) => answer.json());
    frame.style.width = '600px';
    frame.src = `/e/f/${fact}/#?secret=aB3dE5gH7j`;
    await new Promise((loaded) => frame.addEventListener('load', loaded, { once: true }));
    const spare = oembed.height - height();
    if (!(spare >= 0 && spare < 40)) wrong.push(`${fact}: ${spare} px too high`);
    frame.style.width = '320px';
    const heights = [height()];
    for (const part of frame.contentDocument.querySelectorAll('details')) {
      part.open = true;
      heights.push(height());
    }
    for (const one of heights) if (!(one >= 200 && one < 1000)) wrong.push(`${fact}: ${one} px high`);
    const page = frame.contentDocument.documentElement;
    if (page.scrollWidth !== page.clientWidth) wrong.push(`${fact} is cut off`);
  }
  done(wrong);
})();
