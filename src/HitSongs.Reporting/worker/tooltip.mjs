// One tooltip for all charts. It says nothing that the table under the chart does not say, so screen readers pass it by.
const box = document.createElement('div');
box.className = 'tooltip';
box.hidden = true;
box.setAttribute('aria-hidden', 'true');
document.body.append(box);

const gap = 14;

export function hide() {
  box.hidden = true;
}

export function show(event, value) {
  if (value === null || value === undefined || value === '') {
    hide();
    return;
  }
  const rows = typeof value === 'object' ? Object.entries(value) : [['', value]];
  box.replaceChildren(...rows.map(([name, text]) => line(name, text)));
  box.hidden = false;
  const { width, height } = box.getBoundingClientRect();
  const left = event.clientX + gap + width > innerWidth ? event.clientX - gap - width : event.clientX + gap;
  const top = event.clientY + gap + height > innerHeight ? event.clientY - gap - height : event.clientY + gap;
  box.style.left = `${Math.max(0, left)}px`;
  box.style.top = `${Math.max(0, top)}px`;
}

function line(name, text) {
  const row = document.createElement('div');
  const strong = document.createElement('strong');
  strong.textContent = String(text);
  row.append(name === '' ? '' : `${name}: `, strong);
  return row;
}

addEventListener('keydown', (event) => event.key === 'Escape' && hide());
