'use strict';

(() => {
  const find = id => document.getElementById(id);
  const reader = find('reader');
  const slot = find('slot');
  const inserted = find('inserted');
  const title = document.title;
  const language = document.documentElement.lang;
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const keyNames = { Backspace: 'c', Delete: 'c', Escape: 'cancel', Enter: 'ok' };

  // One request after another, so that digits arrive in the order they were typed.
  let last = Promise.resolve();
  const post = (action, body, method = 'POST') => {
    last = last.then(() => fetch('/api/' + action, {
      method,
      headers: { 'Content-Type': 'application/json', 'X-EidAuth-Reader': '1' },
      body: JSON.stringify(body),
    })).catch(() => {});
  };

  const placeOf = id => [...document.querySelectorAll('.place')].find(place => place.dataset.place === id);

  // The first time, a card is only now made: that can take a second or two.
  const fetchCard = card => {
    const place = placeOf(card);
    place.dataset.busy = 'true';
    post('insert', { card });
    last.then(() => { delete place.dataset.busy; });
  };

  const act = {
    '/insert': fetchCard,
    '/remove': () => post('remove', {}),
    '/press': key => post('press', { keys: [key] }),
    '/fault': (_, form) => post('fault', { kind: form.elements.kind.value, atCommand: form.elements.command.valueAsNumber }),
    '/fault/clear': () => post('fault', undefined, 'DELETE'),
  };

  document.addEventListener('submit', event => {
    event.preventDefault();
    act[new URL(event.target.action).pathname](event.submitter?.value, event.target);
  });

  const keypad = document.querySelector('.keypad');

  // A click leaves the focus where it was, so that Enter means OK and not the last digit again.
  keypad?.addEventListener('mousedown', event => event.preventDefault());

  document.addEventListener('keydown', event => {
    const key = /^[0-9]$/.test(event.key) ? event.key : keyNames[event.key];
    if (event.target.closest?.('input, select') || !key || !keypad || reader.dataset.waits !== 'true' || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }

    if (event.key === 'Enter' && document.activeElement?.closest('button, a')) {
      return;
    }

    event.preventDefault();
    if (!event.repeat || key === 'c') {
      const button = keypad.querySelector(`[value="${key}"]`);
      button.classList.add('down');
      setTimeout(() => button.classList.remove('down'), 120);
      act['/press'](key);
    }
  });

  // From the card's place on the table to below the slot, turned, and up into it; or the same way back.
  const travel = async (place, direction) => {
    if (calm.matches || !place) {
      return;
    }

    const here = inserted.getBoundingClientRect();
    const there = place.getBoundingClientRect();
    const x = there.left + there.width / 2 - here.left - here.width / 2;
    const y = there.top + there.height / 2 - here.top - here.height / 2;
    const movement = inserted.animate([
      { transform: `translate(${x}px, ${y}px) rotate(-90deg)`, easing: 'ease-in-out' },
      { transform: `translate(0, ${here.height * .56}px)`, offset: .65, easing: 'ease-in-out' },
      { transform: 'none' },
    ], { duration: 750, direction });
    await movement.finished;
  };

  let shown = slot.dataset.empty === 'true' ? null : inserted.firstElementChild?.dataset.face ?? null;

  const pullOut = async () => {
    const place = placeOf(shown);
    await travel(place, 'reverse');
    inserted.replaceChildren();
    slot.dataset.empty = 'true';
    if (place) {
      place.dataset.empty = 'false';
      if (document.activeElement === document.body) {
        place.querySelector('button').focus({ preventScroll: true });
      }
    }
  };

  const putIn = async id => {
    const place = placeOf(id);
    const face = place?.querySelector('.face');
    if (!face) {
      return;
    }

    inserted.replaceChildren(face.cloneNode(true));
    slot.dataset.empty = 'false';
    place.dataset.empty = 'true';
    if (place.contains(document.activeElement) || document.activeElement === document.body) {
      reader.focus({ preventScroll: true });
    }

    await travel(place, 'normal');
  };

  let moving = Promise.resolve();
  const show = panel => {
    moving = moving.then(async () => {
      if (panel.card !== shown) {
        if (shown !== null) {
          await pullOut();
        }

        shown = panel.card;
        if (shown !== null) {
          await putIn(shown);
        }
      }
    }).catch(() => {});

    reader.dataset.display = panel.display;
    reader.dataset.waits = panel.keypadWaits;
    find('text').textContent = panel.text;
    find('dots').textContent = '\u2022'.repeat(panel.digits);
    find('digits').dataset.count = panel.digits;
    find('count').textContent = panel.digits;
    find('planned').replaceChildren(...panel.faults.map(fault => {
      const item = document.createElement('li');
      item.textContent = fault.text;
      return item;
    }));
    find('calm').dataset.idle = panel.faults.length === 0;
    document.title = panel.keypadWaits ? panel.text + ' – ' + title : title;
    for (const hint of document.querySelectorAll('[data-hint]')) {
      hint.textContent = panel.hints[hint.dataset.hint] ?? '';
    }
  };

  const events = new EventSource('/events?lang=' + language);
  events.onmessage = event => show(JSON.parse(event.data));
  events.onopen = () => { find('lost').hidden = true; };
  events.onerror = () => { find('lost').hidden = false; };
})();
