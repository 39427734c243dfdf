// The articles beside the findings: which are open, which words belong to the chosen row, where they scroll.
// Without this script the page is complete: findings, evidence and texts are links to each other.
'use strict';
const one = (query, root = document) => root.querySelector(query);
const all = (query, root = document) => [...root.querySelectorAll(query)];
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value != null) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
};
const narrow = () => matchMedia('(max-width:1099px)').matches;
const behavior = () => (matchMedia('(prefers-reduced-motion:reduce)').matches ? 'auto' : 'smooth');

const pane = one('#texts');
const columns = all('.col', pane);
const siglum = column => column.id.replace('article-', '');
const column = name => document.getElementById(`article-${name}`);
const rows = all('details.f');
const labelled = new Map(rows.map(row => [row.dataset.f, row]));
const kind = row => row.closest('section').id;
const isFinding = row => !/^(said|time)$/.test(kind(row));
const words = (row, within) => all(`mark[data-f~="${CSS.escape(row.dataset.f)}"]`, within);
const cell = (row, name) => one('.cells', row)?.children[columns.findIndex(text => siglum(text) === name)]?.textContent ?? '';

let chosen = null;

// Where each mark stands in its text, as a share of its characters: spines show it when the text is folded away.
// Counted once a text, when a spine first asks; nothing has to be laid out for it.
const places = new Map();
function place(text, mark) {
  if (!places.has(text)) {
    const walker = document.createTreeWalker(one('.text', text), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const found = new Map();
    let length = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) length += node.data.length;
      else if (node.tagName === 'MARK') found.set(node, length);
    }
    places.set(text, { found, length: Math.max(1, length) });
  }
  const { found, length } = places.get(text);
  return (found.get(mark) ?? 0) / length;
}

function room() {
  if (columns.length <= 2) return columns.length;
  const spine = columns.length > 8 ? 27 : 36;
  return Math.max(2, Math.min(columns.length, Math.floor((one('.cols').clientWidth - (columns.length - 2) * spine) / 300)));
}

let open = [];
function unfold(names) {
  open = columns.map(siglum).filter(name => names.includes(name));
  for (const text of columns) text.classList.toggle('spine', columns.length > 2 && !open.includes(siglum(text)));
}

function unfoldAlso(name) {
  if (open.includes(name)) return;
  const others = open.slice(-Math.max(1, room() - 1));
  unfold([...others, name]);
}

// One column a reading first, then the articles that have the words, then whatever was open.
function unfoldFor(row) {
  if (columns.length <= 2) return;
  const having = columns.map(siglum).filter(name => words(row, column(name)).length);
  const readings = new Map(having.map(name => [cell(row, name), name]).reverse());
  const wished = [...new Set([...[...readings.values()].reverse(), ...having, ...open, ...columns.map(siglum)])];
  unfold(wished.slice(0, room()));
}

function scrollToWords(text, marks, how) {
  if (!marks.length || text.classList.contains('spine')) return;
  const [words, view] = [marks[0].getBoundingClientRect(), text.getBoundingClientRect()];
  if (words.top > view.top + 80 && words.bottom < view.top + view.height * 0.6) return;
  const top = words.top - view.top + text.scrollTop - view.height * 0.3;
  text.scrollTo({ top: Math.max(0, top), behavior: how ?? behavior() });
}

// Go to a share of a text's characters: what a click on its bar means.
function scrollToShare(text, share) {
  const body = one('.text', text);
  text.scrollTo({ top: Math.max(0, body.scrollHeight * share - text.clientHeight * 0.3), behavior: behavior() });
}

function choose(row, how) {
  if (!row) return;
  const again = chosen === row;
  if (chosen && !again) chosen.classList.remove('on');
  chosen = row;
  row.classList.add('on');
  const layer = document.getElementById(`layer-${kind(row)}`);
  if (layer) layer.checked = true;
  pane.dataset.layer = kind(row);
  pane.style.setProperty('--hit', `var(--${kind(row)})`);
  pane.style.setProperty('--hit-t', `var(--${kind(row)}-t)`);
  if (!again) unfoldFor(row);
  showWords(row);
  if (!again) for (const text of columns) scrollToWords(text, words(row, text), how);
  ribbonsSoon();
}

// The address follows the finding that was opened, so that copying it leads back here.
const remember = row => history.replaceState(null, '', `#f-${row.id.slice(2)}`);

// A row may be folded behind a number, or filtered out: show it.
function reveal(row) {
  row.hidden = false;
  const fold = row.closest('details.more');
  if (fold) fold.open = true;
}

function showWords(row) {
  for (const mark of all('mark.hit', pane)) mark.classList.remove('hit');
  for (const note of all('.absent,.ticks', pane)) note.remove();
  for (const mark of all('mark[data-m]', pane)) mark.removeAttribute('data-m');
  for (const text of columns) {
    const marks = words(row, text);
    for (const mark of marks) mark.classList.add('hit');
    const letter = cell(row, siglum(text));
    if (marks.length && /^[a-z]\d*$/.test(letter)) marks[0].dataset.m = letter;
    if (letter === '–' && isFinding(row)) one('header', text).after(absent(row));
    if (text.classList.contains('spine')) text.append(ticks(text, new Set(marks)));
  }
}

function absent(row) {
  const said = one('.nf', row)?.textContent.split(' in th')[0] ?? 'Not found';
  return make('p', { class: 'absent' }, `${said} in this article: `, make('b', {}, one('h3', row).textContent));
}

function ticks(text, marks) {
  const strip = make('div', { class: 'ticks', 'aria-hidden': 'true' });
  const layer = kind(chosen);
  for (const mark of all('mark', text)) {
    if (!marks.has(mark) && !mark.classList.contains(layer)) continue;
    const tick = make('i', { class: marks.has(mark) ? 'hit' : '' });
    if (mark.dataset.m) tick.textContent = mark.dataset.m;
    tick.style.top = `${(100 * place(text, mark)).toFixed(1)}%`;
    strip.append(tick);
  }
  return strip;
}

// Words were clicked: the row they belong to; another click goes on to the next one on the same words.
function pick(mark) {
  const found = mark.dataset.f.split(' ').map(label => labelled.get(label)).filter(Boolean);
  const layer = chosen ? kind(chosen) : '';
  found.sort((a, b) => (kind(b) === layer) - (kind(a) === layer) || isFinding(b) - isFinding(a));
  const row = found[(found.indexOf(chosen) + 1) % found.length];
  if (!row) return;
  closePane();
  reveal(row);
  row.open = true;
  one('summary', row).focus({ preventScroll: true });
  row.scrollIntoView({ block: 'center', behavior: behavior() });
  choose(row);
  remember(row);
}

// On a phone the articles come over the findings, one at a time.
let before = null;
function openPane(name) {
  if (!narrow()) return unfoldAlso(name);
  before = document.activeElement;
  pane.classList.add('open');
  document.body.classList.add('reading');
  current(name);
}
function closePane() {
  if (!pane.classList.contains('open')) return;
  pane.classList.remove('open');
  document.body.classList.remove('reading');
  before?.focus({ preventScroll: true });
}
function current(name) {
  for (const text of columns) text.classList.toggle('current', siglum(text) === name);
  for (const button of all('.which button[data-siglum]')) button.setAttribute('aria-pressed', String(button.dataset.siglum === name));
  if (chosen) scrollToWords(column(name), words(chosen, column(name)), 'auto');
}

function buildPane() {
  const bar = make('div', { class: 'which' });
  for (const text of columns) {
    const name = siglum(text);
    const button = make('button', { class: 'sg', 'data-siglum': name, 'aria-pressed': 'false', 'aria-label': `Article ${name}` }, name);
    button.addEventListener('click', () => current(name));
    bar.append(button);
    const outlet = one('header b', text).textContent;
    const spine = make('button', { class: 'back', 'aria-label': `Open article ${name}, ${outlet}` }, make('span', { class: 'sg' }, name), make('em', {}, outlet));
    spine.addEventListener('click', () => { unfoldAlso(name); if (chosen) { showWords(chosen); scrollToWords(text, words(chosen, text)); } text.focus(); ribbonsSoon(); });
    text.append(spine);
    text.addEventListener('scroll', ribbonsSoon, { passive: true });
  }
  const close = make('button', { class: 'btn' }, 'Back to findings');
  close.addEventListener('click', closePane);
  bar.append(close);
  pane.prepend(bar);
  if (columns.length > 8) pane.classList.add('tight');
  pane.addEventListener('click', event => {
    const mark = event.target.closest('mark[data-f]');
    if (!mark || getSelection().toString()) return;
    event.preventDefault();
    pick(mark);
  });
  for (const drawn of all('.bar')) {
    drawn.addEventListener('click', event => {
      event.preventDefault();
      const text = column(drawn.hash.replace('#article-', ''));
      const { left, width } = drawn.getBoundingClientRect();
      openPane(siglum(text));
      scrollToShare(text, (event.clientX - left) / width);
    });
  }
}
