// The preview's own script: see ../panel.rs.
(() => {
  "use strict";
  const me = document.getElementById("planverk-preview");
  const { page, tag } = me.dataset;
  const events = new EventSource("/_planverk/events?page=" + encodeURIComponent(page));
  events.onmessage = (event) => {
    const state = JSON.parse(event.data);
    if (state.tag !== tag) location.reload();
  };
})();
