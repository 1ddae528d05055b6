// The studio's own script: one event stream a tab, buttons that act, and clocks. Everything else is the server's markup.

const seal = () => document.querySelector('meta[name="seal"]')?.content ?? '';

/** Fields of which the user has changed something since the page was opened. */
const changed = new WeakSet();
document.addEventListener('input', event => changed.add(event.target), true);

/** Shows a newer look of a part; focus, scrolling and what the user has chosen stay as they are. */
function morph({ id, html, into }) {
  const old = document.getElementById(id);
  if (!old) {
    if (into) document.getElementById(into)?.append(new DOMParser().parseFromString(html, 'text/html').body.firstElementChild);
    return;
  }
  const video = old.querySelector('video');
  if (video && html.includes(`src="${video.getAttribute('src')}"`)) return; // a playing film is not disturbed
  const held = old.contains(document.activeElement) ? document.activeElement : null;
  const chosen = [...old.querySelectorAll('input:not([type=file]), select, textarea')].filter(field => changed.has(field)).map(field => [field, field.value, field.checked]);
  // What is being typed stays; a part that has the focus without being a field changes like any other.
  window.Idiomorph.morph(old, html, {
    morphStyle: 'outerHTML',
    ignoreActiveValue: !!held?.matches('input, select, textarea'),
    callbacks: { beforeAttributeUpdated: (name, node) => !(name === 'open' && node.matches('details')) }, // what the user opened stays open
  });
  for (const [field, value, checked] of chosen) {
    if (field.options && ![...field.options].some(option => option.value === value)) continue; // it cannot be chosen any more
    field.value = value;
    if (checked !== undefined) field.checked = checked;
  }
  if (held && document.activeElement !== held) document.getElementById(id)?.focus({ preventScroll: true }); // what had the focus is gone; its place is not
}

/**
 * An event stream that comes back by itself, and says on the page when it is away. A tab that nobody looks at needs none, and a browser keeps only six
 * connections to a studio: it is closed and opened again with the tab.
 */
function stream(address, heard) {
  let source, lost, hidden;
  const open = () => {
    source = new EventSource(address);
    for (const [name, hear] of Object.entries(heard)) source.addEventListener(name, event => hear(event, source));
    source.addEventListener('open', () => { clearTimeout(lost); lost = undefined; document.body.classList.remove('away'); });
    source.addEventListener('error', () => { lost ??= setTimeout(() => document.body.classList.add('away'), 1500); });
  };
  const close = () => { source?.close(); source = undefined; clearTimeout(lost); lost = undefined; };
  open();
  // A closed stream is closed for good (the browser gives up on some errors): come back by ourselves, but only to a studio that is there,
  // or the browser would show its own error in place of the page, and for good.
  setInterval(async () => {
    if (source?.readyState !== EventSource.CLOSED || document.getElementById('making')) return;
    if (await fetch('/assets/rushes.svg', { cache: 'no-store' }).then(() => true, () => false)) location.reload();
  }, 5000);
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hidden);
    if (document.hidden) hidden = setTimeout(close, 5000);
    else if (!source) open();
  });
  addEventListener('pagehide', close);
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
}

function listen() {
  const root = document.querySelector('[data-live]');
  if (root) {
    stream(root.dataset.live, {
      parts: (event, source) => {
        for (const part of JSON.parse(event.data)) morph(part);
        const room = document.getElementById('making')?.dataset.room;
        if (room) { source.close(); location.replace(room); return; }
        tick();
      },
    });
  } else if (document.querySelector('[data-fresh]')) {
    stream('/live/changes', { changed: refresh });
    document.addEventListener('visibilitychange', () => { if (!document.hidden) refresh(); });
    document.addEventListener('input', event => event.target.closest?.('[data-fresh]')?.setAttribute('data-typed', ''));
  }
}

/** Shows the parts of this page that tell a state as they are now; one in which somebody types stays. */
async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-fresh]:not([data-typed])')) {
    const now = page.getElementById(part.id);
    if (now && now.outerHTML !== part.outerHTML) morph({ id: part.id, html: now.outerHTML });
  }
  tick();
}

/** Open blocks grow, the now-line moves, rests count down. */
function tick() {
  const board = document.getElementById('lanes');
  if (board && !document.body.classList.contains('away')) {
    const share = Math.min(1, (Date.now() - skew - Number(board.dataset.begun)) / 1000 / Number(board.dataset.horizon));
    if (board.dataset.busy === 'true' && share > 0) {
      for (const block of board.querySelectorAll('svg[data-open]')) {
        const start = Number(block.dataset.start) / Number(board.dataset.horizon);
        block.setAttribute('width', `${Math.max(0.4, (share - start) * 100)}%`);
      }
      for (const line of board.querySelectorAll('.now')) {
        line.setAttribute('x1', `${share * 100}%`);
        line.setAttribute('x2', `${share * 100}%`);
      }
    }
  }
  for (const clock of document.querySelectorAll('[data-until]')) {
    const left = Math.max(0, Math.round((Number(clock.dataset.until) - Date.now() + skew) / 1000));
    if (left === 0 && clock.closest('.who')) clock.closest('.trouble').hidden = true; // the rest is over
    clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  }
}

/** Milliseconds that this browser's clock is ahead of the studio's. */
let skew = 0;
const servedAt = Number(document.documentElement.dataset.now ?? 0);
if (servedAt) skew = Math.max(0, Date.now() - servedAt - 2000) > 3000 ? Date.now() - servedAt : 0;

// A button that rests does nothing; unlike a disabled one it keeps the focus.
document.addEventListener('click', event => {
  if (!event.target.closest('button[aria-disabled="true"]')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

document.addEventListener('click', async event => {
  const button = event.target.closest('button[data-post]');
  if (!button) return;
  event.preventDefault();
  if (button.dataset.ask && !confirm(button.dataset.ask)) return;
  button.setAttribute('aria-disabled', 'true');
  try {
    const answer = await fetch(button.dataset.post, { method: 'POST', headers: { 'X-Antiforgery': seal(), Accept: 'application/json' }, body: button.form && new FormData(button.form) });
    if (!answer.ok) tell(await sentenceOf(answer));
    else if (button.dataset.then === 'reload') location.reload();
    else if (button.dataset.then === 'room') location.assign((await answer.json()).room);
  } catch {
    tell(document.body.dataset.away ?? '');
  } finally {
    button.removeAttribute('aria-disabled');
  }
});

// What was typed into other scenes of a script is kept first, whatever is pressed or followed.
const typed = new Set();
document.addEventListener('input', event => { const form = event.target.closest?.('.scene-edit form, form.about'); if (form) typed.add(form); });
async function keepTyped(forms) {
  for (const form of forms) {
    typed.delete(form); // who goes on after a refusal means it
    const body = new FormData(form);
    body.set('do', 'save');
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', headers: { 'X-Antiforgery': seal(), Accept: 'application/json' }, body });
    if (!answer.ok) { form.querySelector('input:not([type=hidden]), textarea')?.focus(); tell(await sentenceOf(answer)); return false; }
    const { was } = await answer.json().catch(() => ({}));
    if (was) form.elements.was.value = was;
  }
  return true;
}
document.addEventListener('submit', async event => {
  const others = [...typed].filter(form => form !== event.target);
  if (event.defaultPrevented || others.length === 0) return;
  event.preventDefault();
  if (await keepTyped(others)) event.target.requestSubmit(event.submitter);
});
document.addEventListener('click', async event => {
  const link = event.target.closest('a[href]');
  if (!link || typed.size === 0 || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.download || link.getAttribute('href').startsWith('#')) return;
  event.preventDefault();
  if (await keepTyped([...typed])) location.assign(link.href);
});

// A form that is on its way is not sent again.
document.addEventListener('submit', event => {
  if (event.defaultPrevented) return;
  const buttons = [...event.target.querySelectorAll('button:not(:disabled)')];
  setTimeout(() => buttons.forEach(button => { button.disabled = true; })); // after the browser has read which one was pressed
  addEventListener('pageshow', shown => { if (shown.persisted) buttons.forEach(button => { button.disabled = false; }); }, { once: true });
});

// A form that comes back to its page gives the focus back: who works by keys does not begin at the top again.
const goalOf = field => field.getAttribute('formaction') ?? field.form?.getAttribute('action');
const fieldsOf = (part, goal) => [...part.querySelectorAll('button, input:not([type=hidden]), select, textarea')].filter(field => !field.hidden && (!goal || goalOf(field) === goal));
document.addEventListener('submit', event => {
  const held = event.target.contains(document.activeElement) ? document.activeElement : event.submitter;
  if (event.defaultPrevented || !held) return;
  const goal = goalOf(held);
  sessionStorage.setItem('held', JSON.stringify({ page: location.pathname, goal, name: held.name, value: held.type === 'submit' ? held.value : null, place: fieldsOf(document, goal).indexOf(held) }));
});

function giveFocusBack() {
  const held = JSON.parse(sessionStorage.getItem('held') ?? 'null');
  if (!held || location.pathname.startsWith('/making/')) return; // it comes back when it is written
  sessionStorage.removeItem('held');
  if (![held.page, held.goal].includes(location.pathname) || document.activeElement !== document.body) return;
  const wrong = document.querySelector('main > .notice.bad');
  if (wrong) wrong.tabIndex = -1;
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (target && !wrong && held.value === 'remove') return; // the browser begins there, and the next one is not under the finger
  const fields = fieldsOf(target || document, target ? null : held.goal);
  const same = fields.find(field => field.name === held.name && (field.type !== 'submit' || field.value === held.value));
  const near = fields[held.place]; // such as what switches on again what was switched off
  for (const part of [wrong, same, near, near?.closest('details')?.querySelector('summary'), document.getElementById('main')]) {
    part?.focus();
    if (part && document.activeElement === part) return;
  }
}

// A voice says a sentence: the one of the row, or the one that is named in the field beside the button.
const speaker = new Audio();
document.addEventListener('click', async event => {
  const link = event.target.closest('a[data-hear]');
  if (!link) return;
  event.preventDefault();
  const name = link.dataset.voice ?? link.parentElement.querySelector('input').value.trim();
  if (!name) { tell(link.dataset.none); return; }
  const address = `${link.dataset.hear}?name=${encodeURIComponent(name)}`;
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) { tell(answer ? await sentenceOf(answer) : document.body.dataset.away ?? ''); return; }
  speaker.src = address;
  await speaker.play();
});

document.addEventListener('click', async event => {
  const button = event.target.closest('button[data-copy]');
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  const words = button.textContent;
  button.textContent = button.dataset.done;
  setTimeout(() => { button.textContent = words; }, 1500);
});

document.addEventListener('click', event => {
  const button = event.target.closest('button[data-confirm]');
  if (button && !confirm(button.dataset.confirm)) event.preventDefault();
});

// Takes side by side run in step: what one does, the others do.
for (const group of document.querySelectorAll('[data-compare]')) {
  const videos = [...group.querySelectorAll('video')];
  for (const video of videos) {
    const others = () => videos.filter(other => other !== video);
    video.addEventListener('play', () => others().forEach(other => { other.muted = true; other.play(); }));
    video.addEventListener('pause', () => others().forEach(other => other.pause()));
    video.addEventListener('seeked', () => others().forEach(other => { if (Math.abs(other.currentTime - video.currentTime) > 0.1) other.currentTime = video.currentTime; }));
  }
}

// What was chosen, in the language of the page; the browser's own words are in the browser's language.
document.documentElement.classList.add('js');
for (const input of document.querySelectorAll('.drop input[type="file"]')) {
  const said = input.parentElement.querySelector('[data-chosen]');
  input.addEventListener('change', () => { said.textContent = input.files.length ? [...input.files].map(file => file.name).join(', ') : said.dataset.chosen; });
}

// Which picture goes with which prompt, shown before any picture is sent: the studio is told their names alone.
for (const input of document.querySelectorAll('input[data-pairs]')) {
  const list = document.getElementById(input.dataset.pairs);
  const prompts = document.querySelector('[data-prompts]');
  const mistake = document.getElementById('pairing-mistake');
  let turn = 0;
  const show = async () => {
    const mine = ++turn;
    const files = [...input.files];
    const form = new FormData();
    for (const file of files) form.append('names', file.name);
    form.append('prompts', prompts.value);
    const answer = await fetch('/new/images/pairing', { method: 'POST', headers: { 'X-Antiforgery': seal(), Accept: 'application/json' }, body: form });
    const { pairs = [], mistake: wrong } = answer.ok ? await answer.json() : {};
    if (mine !== turn) return; // something else was typed meanwhile
    mistake.textContent = wrong ?? '';
    mistake.hidden = !wrong;
    list.replaceChildren(...files.map((file, index) => {
      const item = document.createElement('li');
      const picture = document.createElement('img');
      picture.src = URL.createObjectURL(file);
      picture.alt = '';
      picture.onload = () => URL.revokeObjectURL(picture.src);
      const text = document.createElement('span');
      text.textContent = `${file.name} — ${pairs[index] || '…'}`;
      item.append(picture, text);
      return item;
    }));
  };
  let waiting;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(show, 150); };
  input.addEventListener('change', soon);
  prompts.addEventListener('input', soon);
}

// The emotional curve: a point is dragged, or moved by the arrow keys, and saved when it is let go.
for (const curve of document.querySelectorAll('svg.curve[data-save]')) {
  const points = [...curve.querySelectorAll('circle')];
  const at = point => [Number(point.getAttribute('cx')), Number(point.getAttribute('cy'))];
  const draw = () => {
    let line = '';
    points.map(at).forEach(([x, y], index, all) => {
      const [left, above] = all[index - 1] ?? [];
      line += index === 0 ? `M${x} ${y}` : ` C${(left + x) / 2} ${above} ${(left + x) / 2} ${y} ${x} ${y}`;
    });
    curve.querySelector('.line')?.setAttribute('d', line);
    curve.querySelector('.area')?.setAttribute('d', `${line} L600 120 L0 120 Z`);
  };
  const move = (point, height) => {
    const value = Math.round(Math.max(-1, Math.min(1, height)) * 10) / 10;
    point.setAttribute('cy', 60 - value * 50);
    point.setAttribute('aria-valuenow', value);
    point.querySelector('title').textContent = `${point.dataset.label}: ${value}`;
    draw();
  };
  const save = async point => {
    const value = point.getAttribute('aria-valuenow');
    if (value === point.dataset.height) return;
    const form = new FormData();
    form.append('intensity', value);
    const answer = await fetch(`${curve.dataset.save}/${point.dataset.scene}/height`, { method: 'POST', headers: { 'X-Antiforgery': seal(), Accept: 'application/json' }, body: form });
    if (!answer.ok) { move(point, Number(point.dataset.height)); tell(await sentenceOf(answer)); return; }
    point.dataset.height = value;
    const field = document.querySelector(`#scene-${point.dataset.scene} [name=intensity]`);
    if (field) field.value = value;
  };
  for (const point of points) {
    point.setAttribute('tabindex', '0');
    point.setAttribute('role', 'slider');
    point.setAttribute('aria-label', point.dataset.label);
    point.setAttribute('aria-valuemin', '-1');
    point.setAttribute('aria-valuemax', '1');
    point.setAttribute('aria-valuenow', point.dataset.height);
    let waiting;
    point.addEventListener('pointerdown', event => { event.preventDefault(); point.setPointerCapture(event.pointerId); point.focus(); });
    point.addEventListener('pointermove', event => {
      if (!point.hasPointerCapture(event.pointerId)) return;
      const box = curve.getBoundingClientRect();
      move(point, (60 - (event.clientY - box.top) / box.height * 120) / 50);
    });
    point.addEventListener('pointerup', () => save(point));
    point.addEventListener('keydown', event => {
      const step = { ArrowUp: .1, ArrowRight: .1, ArrowDown: -.1, ArrowLeft: -.1 }[event.key];
      if (!step) return;
      event.preventDefault();
      move(point, Number(point.getAttribute('aria-valuenow')) + step);
      clearTimeout(waiting);
      waiting = setTimeout(() => save(point), 400);
    });
  }
}

// What the film would last with the seconds as they are typed.
const total = document.querySelector('[data-total]');
if (total) {
  const seconds = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2, useGrouping: false });
  document.addEventListener('input', event => {
    if (event.target.name !== 'duration') return;
    const sum = [...document.querySelectorAll('.scene-edit [name=duration]')].reduce((all, field) => all + (field.valueAsNumber || 0), Number(total.dataset.rest));
    total.textContent = total.dataset.total.replace('{0}', seconds.format(sum));
  });
}

async function sentenceOf(answer) {
  const text = await answer.text();
  try { return JSON.parse(text).title ?? answer.statusText; }
  catch { return new DOMParser().parseFromString(text, 'text/html').querySelector('.notice')?.textContent ?? answer.statusText; }
}

function tell(sentence) {
  let box = document.getElementById('toast');
  if (!box) {
    box = document.createElement('p');
    box.id = 'toast';
    box.setAttribute('role', 'alert');
    document.body.append(box);
  }
  box.textContent = sentence;
  setTimeout(() => box.remove(), 8000);
}

document.querySelector('.rail [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
// What comes into sight may be higher than was thought and push the focused part out of it again.
document.addEventListener('focusin', ({ target }) => requestAnimationFrame(() => { if (target.matches(':focus-visible')) target.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }));

// After the browser has been to the address's own place on the page, which takes the focus.
addEventListener('load', () => requestAnimationFrame(() => setTimeout(giveFocusBack)));
listen();
tick();
if (document.querySelector('#lanes, [data-fresh], [data-until]')) setInterval(tick, matchMedia('(prefers-reduced-motion: reduce)').matches ? 1000 : 100);
