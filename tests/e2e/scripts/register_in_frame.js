// Starts the program in a frame and waits. Throws if it has registered a service worker. Returns nothing.
const frame = document.createElement('iframe');
frame.src = '../../../';
document.body.append(frame);
const page = () => frame.contentDocument?.documentElement;
while (page()?.dataset.ready === undefined) await new Promise(requestAnimationFrame);
page().querySelector('[data-action=expand-all]').click();
while (page().dataset.hydrated === undefined) await new Promise(requestAnimationFrame);
// The program registers the worker after a delay of three seconds.
await new Promise((next) => setTimeout(next, 4500));
for (let idle = 0; idle < 3; idle++) await new Promise((next) => frame.contentWindow.requestIdleCallback(next));
if ((await navigator.serviceWorker.getRegistrations()).length) throw 'registered';
