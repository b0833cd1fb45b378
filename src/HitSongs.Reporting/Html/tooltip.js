// What the charts say in their <title> elements, told at once: near the pointer, on touch, and by the arrow keys.
const box = Object.assign(document.createElement('div'), { className: 'tooltip', hidden: true, role: 'status' });
document.body.append(box);
document.querySelectorAll('.marks title').forEach((title) => { title.parentNode.dataset.told = title.textContent; title.remove(); });

function tell(mark, x, y) {
  document.querySelector('.told')?.classList.remove('told');
  if ((box.hidden = !mark)) return;
  mark.classList.add('told');
  box.textContent = mark.dataset.told;
  const beside = (at, size, room) => `${Math.max(0, at + 14 + size > room ? at - 14 - size : at + 14)}px`;
  Object.assign(box.style, { left: beside(x, box.offsetWidth, innerWidth), top: beside(y, box.offsetHeight, innerHeight) });
}

for (const moved of ['pointermove', 'pointerdown']) addEventListener(moved, (event) => tell(event.target.closest?.('[data-told]'), event.clientX, event.clientY));
// A focus scrolls too, after the key that follows it: the keys go on from where they were.
addEventListener('scroll', () => (box.hidden = true), { passive: true });
addEventListener('keydown', (event) => {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const marks = [...document.querySelectorAll('.chart:focus [data-told]')].filter((mark) => mark.checkVisibility());
  if (event.key === 'Escape') tell(null);
  if (!by || !marks.length) return;
  event.preventDefault();
  const next = marks[(Math.max(marks.findIndex((mark) => mark.matches('.told')), by < 0 ? 0 : -1) + by + marks.length) % marks.length];
  const { right, bottom } = next.getBoundingClientRect();
  tell(next, right, bottom);
});
