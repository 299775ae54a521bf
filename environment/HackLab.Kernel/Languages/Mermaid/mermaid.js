(function () {
  "use strict";
  const packed = "%LIBRARY%", kept = "hacklab-mermaid-11", arrived = "hacklab-mermaid";
  const box = document.getElementById("%ID%");
  if (!box) return;
  const source = box.querySelector("pre").textContent;

  // Where an earlier page left the library: a reloaded notebook then needs no cell to run again. Not every page has such a store.
  async function store() {
    return window.caches && location.protocol.startsWith("http") ? await caches.open(kept) : null;
  }
  async function unpack() {
    const bytes = Uint8Array.from(atob(packed), c => c.charCodeAt(0));
    const code = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
    try {
      const place = await store();
      if (place) await place.put("/" + kept, new Response(code));
    } catch (e) { /* a full or forbidden store: the library is on this page all the same */ }
    return code;
  }
  async function recall() {
    try {
      const place = await store(), found = place && await place.match("/" + kept);
      return found ? await found.text() : null;
    } catch (e) { return null; }
  }
  async function fetchLibrary() {
    const code = packed ? await unpack() : await recall();
    if (!code) return null;
    if (!window.mermaid) {
      // Classic Jupyter has require.js, which would claim parts of the library for itself.
      const define = window.define, script = document.createElement("script");
      window.define = undefined;
      try {
        script.textContent = code;
        document.head.appendChild(script);
      } finally { window.define = define; }
    }
    window.dispatchEvent(new Event(arrived));
    return window.mermaid;
  }
  async function library() {
    if (window.mermaid) return window.mermaid;
    let loading = window.hacklabMermaid;
    if (!loading || packed) {
      loading = (async () => (loading && await loading) || await fetchLibrary())();
      window.hacklabMermaid = loading;
      loading.catch(() => { }).then(found => { if (!found && window.hacklabMermaid === loading) window.hacklabMermaid = undefined; });
    }
    return await loading;
  }
  function isDark() {
    for (let e = box; e; e = e.parentElement) {
      const rgb = (getComputedStyle(e).backgroundColor.match(/[\d.]+/g) || []).map(Number);
      if (rgb.length >= 3 && (rgb.length < 4 || rgb[3] > 0.5)) return 0.3 * rgb[0] + 0.6 * rgb[1] + 0.1 * rgb[2] < 110;
    }
    return false;
  }
  // One after the other: the library measures in elements of the page that two drawings would share.
  function draw(mermaid) {
    window.hacklabMermaidLast = (window.hacklabMermaidLast || Promise.resolve()).catch(() => { }).then(async () => {
      try {
        mermaid.initialize({ startOnLoad: false, securityLevel: "strict", suppressErrorRendering: true, theme: isDark() ? "dark" : "default" });
        const drawn = await mermaid.render("%ID%-svg", source);
        box.innerHTML = drawn.svg;
      } catch (e) { say("The diagram cannot be drawn: " + (e && e.message || e)); }
    });
  }
  function say(text) {
    box.querySelector("p").textContent = text;
    box.querySelector("p").style.whiteSpace = "pre-wrap";
  }
  async function start() {
    try {
      const mermaid = await library();
      if (mermaid) draw(mermaid);
      else {
        say(box.querySelector("p").textContent.replace("this page runs no scripts", "the drawing library did not load"));
        window.addEventListener(arrived, () => draw(window.mermaid), { once: true });
      }
    } catch (e) { say("The drawing library did not load: " + (e && e.message || e)); }
  }
  start();
})();
