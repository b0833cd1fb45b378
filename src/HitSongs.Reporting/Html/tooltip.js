// What the charts say in their <title> elements, told at once: near the pointer, on touch, and by the arrow keys.
const box = Object.assign(document.createElement('div'), { className: 'tooltip', hidden: true });
box.setAttribute('role', 'status');
document.body.append(box);
for (const title of document.querySelectorAll('.marks title')) {
  title.parentNode.dataset.told = title.textContent;
  title.remove();
}

function tell(mark, x, y) {
  document.querySelector('.marks .told')?.classList.remove('told');
  box.hidden = !mark;
  if (!mark) return;
  mark.classList.add('told');
  box.textContent = mark.dataset.told;
  const { width, height } = box.getBoundingClientRect();
  box.style.left = `${Math.max(0, x + 14 + width > innerWidth ? x - 14 - width : x + 14)}px`;
  box.style.top = `${Math.max(0, y + 14 + height > innerHeight ? y - 14 - height : y + 14)}px`;
}

function point(event) {
  tell(event.target.closest?.('[data-told]'), event.clientX, event.clientY);
}

function step(event) {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const marks = [...(event.target.matches?.('.chart') ? event.target.querySelectorAll('[data-told]') : [])].filter((mark) => mark.checkVisibility());
  if (event.key === 'Escape') tell(null);
  if (!by || !marks.length) return;
  event.preventDefault();
  const at = marks.findIndex((mark) => mark.classList.contains('told'));
  const next = marks[at < 0 ? (by > 0 ? 0 : marks.length - 1) : (at + by + marks.length) % marks.length];
  const place = next.getBoundingClientRect();
  tell(next, place.right, place.bottom);
}

addEventListener('pointermove', point);
addEventListener('pointerdown', point);
addEventListener('keydown', step);
addEventListener('scroll', () => tell(null), { passive: true });
