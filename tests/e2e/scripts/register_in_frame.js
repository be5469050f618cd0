// Starts the program in a frame, and ends its delay before registration at once. Throws if it has registered a service
// worker. Returns nothing.
const frame = document.createElement('iframe');
frame.src = '../../../';
document.body.append(frame);
const page = () => frame.contentDocument?.documentElement;
const nextFrame = () => new Promise(requestAnimationFrame);
while (page()?.dataset.ready === undefined) await nextFrame();
const { setTimeout } = frame.contentWindow;
const delay = 3000;
frame.contentWindow.setTimeout = (then, after) => setTimeout(then, after === delay ? 0 : after);
page().querySelector('[data-action=expand-all]').click();
while (page().dataset.hydrated === undefined || page().querySelector('[data-island]:not([data-alive])')) await nextFrame();
await new Promise((next) => frame.contentWindow.setTimeout(next, delay));
for (let idle = 0; idle < 3; idle++) await new Promise((next) => frame.contentWindow.requestIdleCallback(next));
if ((await navigator.serviceWorker.getRegistrations()).length) throw 'registered';
