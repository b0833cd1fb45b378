// Runs in the report. A drawing that comes into view is replaced by the same chart with tooltips; where anything fails, the
// drawing stays. Expressions are interpreted, not compiled, because the page's policy forbids making code from text.
import { transforms } from 'vega-dataflow';
import * as encode from 'vega-encode';
import { expressionInterpreter } from 'vega-interpreter';
import { loader } from 'vega-loader';
import { parse } from 'vega-parser';
import { textMetrics } from 'vega-scenegraph';
import * as basic from 'vega-transforms';
import { View } from 'vega-view';
import * as viewTransforms from 'vega-view-transforms';
import { close, estimateWidths } from './text.mjs';
import { hide, show } from './tooltip.mjs';

Object.assign(transforms, basic, viewTransforms, encode);
estimateWidths(textMetrics);

const specifications = JSON.parse(document.getElementById('chart-specifications').textContent);

async function bringToLife(place) {
  const drawing = place.querySelector('svg');
  const stage = document.createElement('div');
  const view = new View(parse(specifications[place.dataset.chart], null, { ast: true }), {
    renderer: 'svg',
    expr: expressionInterpreter,
    loader: close(loader()),
    tooltip: (_, event, item, value) => show(event, value),
  });
  await view.initialize(stage).runAsync();
  const chart = stage.querySelector('svg');
  chart.setAttribute('viewBox', drawing.getAttribute('viewBox'));
  chart.setAttribute('aria-hidden', 'true');
  stage.setAttribute('role', 'img');
  stage.removeAttribute('aria-roledescription');
  stage.setAttribute('aria-label', [...drawing.querySelectorAll(':scope > title, :scope > desc')].map((part) => part.textContent).join('. '));
  place.replaceChildren(stage);
}

async function arrive(place) {
  try {
    await bringToLife(place);
    place.dataset.state = 'interactive';
  } catch (problem) {
    place.dataset.state = 'static';
    console.warn(`chart ${place.dataset.chart} stays a drawing: ${problem}`);
  }
}

const seen = new IntersectionObserver((entries) => {
  for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
    seen.unobserve(target);
    arrive(target);
  }
});
for (const place of document.querySelectorAll('[data-chart]')) {
  seen.observe(place);
}
addEventListener('scroll', hide, { passive: true });
