(function () {
  "use strict";
  // One page may show the same figures several times: whichever has no slider yet is meant.
  for (const box of document.querySelectorAll("[data-hacklab-slider='%KEY%']:not([data-state])")) {
    box.dataset.state = "ready";
    const frames = [...box.querySelectorAll("[data-place]")];
    const range = box.querySelector("input"), place = box.querySelector("output");
    const show = () => {
      const at = Number(range.value);
      frames.forEach((frame, i) => { frame.style.width = "100%"; frame.style.display = i === at ? "" : "none"; });
      place.textContent = frames[at].dataset.place;
      range.setAttribute("aria-valuetext", frames[at].dataset.place);
    };
    const label = box.querySelector("label");
    label.hidden = false;
    label.style.display = "block";
    range.addEventListener("input", show);
    show();
  }
})();
