(function () {
  "use strict";
  // packed: plotly.js, gzip and base64; empty where this figure does not bring it along.
  const packed = "%LIBRARY%", key = "%KEY%", shelf = "hacklab-plotly-%VERSION%", arrived = "hacklab-plotly";
  const figure = %FIGURE%;

  // One page may show the same figure several times, and older runs' too: whichever is not drawn yet is meant.
  const boxes = [...document.querySelectorAll("[data-hacklab-plotly='" + key + "']:not([data-state])")];
  boxes.forEach(box => box.dataset.state = "waiting");

  // The browser's store keeps the library for a page that is loaded anew. Pages from files have no store.
  async function store() {
    return window.caches && location.protocol.startsWith("http") ? await caches.open(shelf) : null;
  }
  async function unpack() {
    const bytes = Uint8Array.from(atob(packed), c => c.charCodeAt(0));
    const code = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
    try {
      const place = await store();
      if (place) await place.put("/" + shelf, new Response(code));
    } catch (e) { /* no room or no permission: this page has the library all the same */ }
    return code;
  }
  async function recall() {
    try {
      const place = await store(), found = place && await place.match("/" + shelf);
      return found ? await found.text() : null;
    } catch (e) { return null; }
  }
  function run(code) {
    // Classic Jupyter's require.js would take the library for itself; another Plotly on the page stays what it is.
    const define = window.define, other = window.Plotly, script = document.createElement("script");
    window.define = undefined;
    try {
      script.textContent = code;
      document.head.appendChild(script);
      window.hacklabPlotly = window.Plotly;
    } finally {
      window.define = define;
      if (other) window.Plotly = other;
    }
    window.dispatchEvent(new Event(arrived));
  }
  // One figure after the other looks for the library, so that it is unpacked once.
  function library() {
    window.hacklabPlotlyTurn = (window.hacklabPlotlyTurn || Promise.resolve()).catch(() => { }).then(async () => {
      if (window.hacklabPlotly) return window.hacklabPlotly;
      const code = packed ? await unpack() : await recall();
      if (code) run(code);
      return window.hacklabPlotly;
    });
    return window.hacklabPlotlyTurn;
  }

  async function draw(box) {
    if (box.dataset.state === "drawn") return;
    const { width, height } = figure.layout, canvas = document.createElement("div");
    canvas.style.cssText = "transform-origin:0 0;width:" + width + "px;height:" + height + "px";
    // Shrinks with a narrow page as the picture does.
    function fit() {
      const scale = Math.min(1, box.clientWidth / width);
      if (!(scale > 0)) return;
      canvas.style.transform = scale < 1 ? "scale(" + scale + ")" : "";
      box.style.height = height * scale + "px";
    }
    box.dataset.state = "drawn";
    const picture = [...box.childNodes];
    box.append(canvas);
    try {
      await window.hacklabPlotly.newPlot(canvas, figure.data, figure.layout, figure.config);
      picture.forEach(node => node.remove());
      sharpen(canvas);
      canvas.on("plotly_afterplot", () => sharpen(canvas));
      fit();
      new ResizeObserver(fit).observe(box);
    } catch (e) {
      canvas.remove();
      say(box, "The interactive figure cannot be drawn: " + (e && e.message || e));
    }
  }
  // Pixels of small images stay squares, as in the picture.
  function sharpen(canvas) {
    canvas.querySelectorAll(".imagelayer image").forEach(shown => {
      const image = new Image();
      image.onload = () => {
        const isSmall = 2 * image.naturalWidth < 3 * shown.getBoundingClientRect().width;
        shown.style.imageRendering = isSmall ? "pixelated" : "";
      };
      image.src = shown.getAttribute("href") || shown.getAttributeNS("http://www.w3.org/1999/xlink", "href");
    });
  }
  function say(box, text) {
    const note = box.querySelector("p");
    if (note) note.textContent = text;
    if (note) note.hidden = false;
  }

  library().then(found => {
    if (found) return boxes.forEach(draw);
    boxes.forEach(box => say(box, "A still picture until plotly.js is on this page: run the first interactive figure's cell again, "
      + "or ask for Interactive(embed: true)."));
    window.addEventListener(arrived, () => boxes.forEach(draw), { once: true });
  }, error => boxes.forEach(box => say(box, "plotly.js did not load: " + (error && error.message || error))));
})();
