// Ribbons between the words of the chosen finding in neighbouring columns: decoration with a text twin.
const SVG = 'http://www.w3.org/2000/svg';
const shape = (tag, attributes) => {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

let waiting = 0;
function ribbonsSoon() {
  if (!waiting) waiting = requestAnimationFrame(() => { waiting = 0; ribbons(); });
}

function stretch(marks) {
  const boxes = marks.slice(0, 40).flatMap(mark => [...mark.getClientRects()]);
  if (!boxes.length) return null;
  return { top: Math.min(...boxes.map(box => box.top)), bottom: Math.max(...boxes.map(box => box.bottom)) };
}

// The first run of marks that follow one another closely: a finding may rest on words far apart.
function firstRun(marks) {
  const run = marks.slice(0, 1);
  for (const mark of marks.slice(1)) {
    if (mark.getBoundingClientRect().top - run.at(-1).getBoundingClientRect().bottom > 40) break;
    run.push(mark);
  }
  return run;
}

function ribbons() {
  const canvas = one('svg.ribbons', pane);
  canvas.replaceChildren();
  if (!chosen || narrow()) return;
  const frame = canvas.getBoundingClientRect();
  const shown = columns.filter(text => !text.classList.contains('spine'));
  for (let n = 0; n + 1 < shown.length; n++) {
    const [left, right] = [shown[n], shown[n + 1]].map(text => ({ box: text.getBoundingClientRect(), at: stretch(firstRun(words(chosen, text))) }));
    if (left.at && right.at) canvas.append(...ribbon(frame, left, right));
  }
}

function ribbon(frame, left, right) {
  const clamp = (y, box) => Math.min(Math.max(y, box.top + 46), box.bottom - 2) - frame.top;
  const [t1, e1] = [clamp(left.at.top, left.box), clamp(left.at.bottom, left.box)];
  const [t2, e2] = [clamp(right.at.top, right.box), clamp(right.at.bottom, right.box)];
  const [x1, x2] = [left.box.right - 24 - frame.left, right.box.left + 21 - frame.left];
  const middle = (x1 + x2) / 2;
  const band = `M${x1} ${t1}C${middle} ${t1} ${middle} ${t2} ${x2} ${t2}L${x2} ${e2}C${middle} ${e2} ${middle} ${e1} ${x1} ${e1}Z`;
  const bar = (x, top, bottom) => shape('line', { x1: x, x2: x, y1: top, y2: bottom, class: 'edge' });
  const glyph = shape('text', { x: middle, y: (t1 + e1 + t2 + e2) / 4 + 5, 'text-anchor': 'middle', class: 'glyph' });
  glyph.textContent = one('h2 .gl', chosen.closest('section'))?.textContent ?? '';
  const disc = shape('circle', { cx: middle, cy: (t1 + e1 + t2 + e2) / 4, r: 11, class: 'disc' });
  return [shape('path', { d: band, class: 'band' }), bar(x1, t1, e1), bar(x2, t2, e2), disc, glyph];
}
