(() => {
  const form = document.querySelector("form[data-at-once]");
  if (form) {
    form.submit();
    return;
  }

  const main = document.getElementById("main");
  const status = document.getElementById("status");
  const gone = document.getElementById("gone");
  const pause = () => new Promise(resolve => setTimeout(resolve, 1000));

  // What the agent does not count (ConsentState.ReadingTime) is not sent either. The button keeps its focus meanwhile.
  const readingTime = 800;
  let resting;

  function rest() {
    const button = document.getElementById("continue");
    clearTimeout(resting);
    if (button) {
      button.setAttribute("aria-disabled", "true");
      delete button.dataset.ready;
      resting = setTimeout(() => {
        button.removeAttribute("aria-disabled");
        button.dataset.ready = "";
      }, readingTime);
    }
  }

  // A site's own window can lie over this one until the first click of a double click closes it: the second would land here. So the time of reading begins when the page is in front.
  addEventListener("focus", rest);
  document.addEventListener("visibilitychange", rest);

  document.addEventListener("submit", event => {
    if (event.submitter?.getAttribute("aria-disabled") === "true") {
      event.preventDefault();
    }
  });

  function show(markup) {
    const next = new DOMParser().parseFromString(markup, "text/html").getElementById("main");
    const focused = main.contains(document.activeElement) ? document.activeElement.id : "";
    const ticked = [...main.querySelectorAll("input:checked")].map(box => box.id);
    main.dataset.version = next.dataset.version ?? "";
    main.replaceChildren(...next.childNodes);
    for (const box of ticked.map(id => document.getElementById(id))) {
      box?.toggleAttribute("checked", true);
    }

    if (focused) {
      (document.getElementById(focused) ?? document.getElementById("cancel"))?.focus();
    }

    rest();
    status.textContent = [...main.querySelectorAll("h1, .lead, #remark")].map(part => part.textContent).join(" ");
  }

  // Browsers open six connections to one address: pages that wait for consent in hidden tabs must not use them all up.
  const asleep = () => document.hidden && main.querySelector("#continue, #stop-other");
  const woken = () => new Promise(resolve => document.addEventListener("visibilitychange", resolve, { once: true }));

  async function follow() {
    for (;;) {
      try {
        while (asleep()) {
          await woken();
        }

        const answer = await fetch(`${main.dataset.changes}?after=${main.dataset.version}`, {
          mode: "same-origin", credentials: "omit", cache: "no-store", redirect: "error",
        });
        gone.hidden = true;
        if (answer.status === 200) {
          show(await answer.text());
          if (!main.dataset.version) {
            return;
          }
        } else if (answer.status !== 204) {
          location.reload();
          return;
        }
      } catch {
        gone.hidden = false;
        await pause();
      }
    }
  }

  rest();
  if (main.dataset.changes) {
    follow();
  }
})();
