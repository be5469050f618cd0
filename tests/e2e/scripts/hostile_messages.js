// Sends the page hostile messages: from strangers, then from the page that embeds it. Returns nothing.
(() => {
  const send = (source, all) => all.forEach((data) => dispatchEvent(new MessageEvent('message', { source, data })));
  const asked = ['[iFrameSizer]thief:8:false:true:32:true:true:', { type: 'iframe-child-init' }, { sentinel: 'amp', type: 'frames-init' }];
  send(self, asked);
  send(null, asked);
  const trap = () => { throw new Error('a trap'); };
  send(parent, [
    0, 1, true, null, undefined, [], {}, Symbol(), () => {}, new Proxy({}, { get: trap }), { get type() { return trap(); } },
    'x'.repeat(1e7), '[iFrameSizer]', '[iFrameSizer]' + ':'.repeat(1e6), { type: {}, kind: [] },
    { message: 'ready', secret: {} }, 'pymxPYMxxPYMxnavigateToxPYMxhttps://example.org/',
    '[iFrameSizer]moveToAnchor:x', '[iFrameSizer]message:{}',
  ]);
})()
