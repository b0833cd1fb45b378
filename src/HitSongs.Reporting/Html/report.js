// A link may lead into something folded: unfold it. Where scripts are off, browsers of today do that by themselves.
function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) {
    fold.open = true;
  }
  // What is printed is short; at this address it is all of it.
  document.documentElement.classList.toggle('print-all', location.hash === '#print-all');
  target?.scrollIntoView();
}

addEventListener('hashchange', unfold);
if (location.hash.length > 1) {
  unfold();
}
