// Keys, tools and the start. Single-key shortcuts can be switched off (WCAG 2.1.4).
const seen = () => rows.filter(row => !row.hidden && (row.closest('details.more')?.open ?? true));

function go(row) {
  if (!row) return;
  const summary = one('summary', row);
  summary.focus({ preventScroll: true });
  const { top, bottom } = summary.getBoundingClientRect();
  if (top < 110 || bottom > innerHeight - 40) scrollBy({ top: top - innerHeight * 0.35, behavior: behavior() });
}

function step(by) {
  const list = seen();
  const at = list.indexOf(chosen);
  go(list[Math.max(0, Math.min(list.length - 1, at + by))]);
}

function jump(by) {
  const sections = all('section.s').filter(section => one('details.f:not([hidden])', section));
  const at = sections.findIndex(section => section.contains(chosen));
  const section = sections[Math.max(0, Math.min(sections.length - 1, at + by))];
  if (section) go(one('details.f:not([hidden])', section));
}

function judge(verdict) {
  if (!chosen || !isFinding(chosen)) return;
  chosen.open = true;
  buildReview(chosen);
  decide(chosen, verdict);
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  ']': () => jump(1),
  '[': () => jump(-1),
  a: () => judge('accept'),
  r: () => judge('reject'),
  t: () => judge('could not tell'),
  n: () => chosen && isFinding(chosen) && openNote(chosen),
  '?': () => one('#keys').showModal(),
};

function escape() {
  if (pane.classList.contains('open')) return closePane();
  if (chosen?.open) { chosen.open = false; go(chosen); }
}

addEventListener('keydown', event => {
  if (one('#keys').open) return;
  if (event.key === 'Escape') return escape();
  const typing = event.target.closest('input,textarea,select');
  if (typing || event.metaKey || event.ctrlKey || event.altKey || !one('#single').checked) return;
  if (/^[1-9]$/.test(event.key)) {
    const text = columns[event.key - 1];
    if (text) { openPane(siglum(text)); text.focus(); ribbonsSoon(); }
  } else if (KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
});

function theme() {
  const now = getComputedStyle(document.documentElement).colorScheme;
  const dark = now === 'dark' || (now !== 'light' && matchMedia('(prefers-color-scheme:dark)').matches);
  document.documentElement.style.colorScheme = dark ? 'light' : 'dark';
  ribbonsSoon();
}

// The address names a finding or words of an article: open the one, choose what the other belongs to.
function arrive(how) {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return false;
  const mark = target.closest?.('mark[data-f]');
  const row = target.closest('details.f') ?? (mark && rows.find(row => target.id.startsWith(`w-${row.dataset.f}-`)));
  if (!row) return false;
  reveal(row);
  if (mark) openPane(siglum(mark.closest('.col')));
  else row.open = true;
  choose(row, how);
  return true;
}

function section() {
  let current = '';
  for (const part of all('section.s[id]')) if (part.getBoundingClientRect().top < 160) current = part.id;
  for (const link of all('.secs a')) {
    if (link.hash === `#${current}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

document.documentElement.classList.add('js');
unfold(columns.map(siglum).slice(0, 2)); // before anything is measured, so that folded texts are never laid out
for (const tool of all('[data-tool]')) tool.hidden = false;
buildPane();
one('.cols').append(shape('svg', { class: 'ribbons', 'aria-hidden': 'true' }));
unfold(columns.map(siglum).slice(0, room()));
named();
showDecisions();
for (const row of rows) {
  row.addEventListener('toggle', () => { if (row.open) { buildReview(row); choose(row); remember(row); } });
  one('summary', row).addEventListener('focus', () => choose(row));
}
one('#filter').addEventListener('change', filter);
one('[data-tool=export]').addEventListener('click', download);
one('[data-tool=print]').addEventListener('click', () => print());
one('[data-tool=theme]').addEventListener('click', theme);
one('[data-tool=menu]').addEventListener('click', event => {
  const open = one('.tools').classList.toggle('open');
  event.currentTarget.setAttribute('aria-expanded', String(open));
});
one('[data-tool=keys]').addEventListener('click', () => one('#keys').showModal());
one('[data-tool=read]').addEventListener('click', () => openPane(siglum(columns.find(text => chosen && words(chosen, text).length) ?? columns[0])));
addEventListener('hashchange', () => arrive());
addEventListener('resize', () => { unfold(open.slice(0, room())); ribbonsSoon(); });
addEventListener('scroll', section, { passive: true });
section();
if (!arrive('auto') && rows.length) choose(rows[0], 'auto');
