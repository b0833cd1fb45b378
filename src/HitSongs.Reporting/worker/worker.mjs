// Draws charts. One JSON object per line in: {id, spec, fonts: [file], family, scale}; one per line out: {id, svg, png, vega}
// (png in base64, vega the specification that the page's script takes) or {id, error}. Ends when its input ends.
import readline from 'node:readline';
import { Resvg } from '@resvg/resvg-js';
import * as vega from 'vega';
import { compile } from 'vega-lite';
import { close, estimateWidths } from './text.mjs';

const loader = close(vega.loader());
estimateWidths(vega.textMetrics);

const escape = (text) =>
  String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

// Several charts stand in one page: their ids must differ, and each names and describes itself to screen readers.
function accessible(svg, id, title, description) {
  const unique = svg
    .replace(/\bid="([^"]+)"/g, (_, name) => `id="${id}-${name}"`)
    .replace(/url\(#([^)]+)\)/g, (_, name) => `url(#${id}-${name})`)
    .replace(/\shref="#([^"]+)"/g, (_, name) => ` href="#${id}-${name}"`);
  return unique.replace(
    /<svg ([^>]*)>/,
    (_, attributes) =>
      `<svg ${attributes} role="img" aria-labelledby="${id}-title ${id}-description">` +
      `<title id="${id}-title">${escape(title)}</title><desc id="${id}-description">${escape(description)}</desc>`,
  );
}

// In a page a drawing is one image: what is there to be pointed at, what nobody sees and what says the default only makes it long.
function slim(svg) {
  return svg
    .replace(/<path [^>]*(?:display="none"|\sopacity="0")[^>]*\/>/g, '')
    .replace(/<[^>]+>/g, (tag) =>
      tag
        .replace(/ (?:opacity="1"|pointer-events="none"|aria-hidden="true"|aria-roledescription="[^"]*"|role="graphics-[^"]*")/g, '')
        .replace(/\d+\.\d{3,}/g, (number) => String(Math.round(number * 100) / 100)),
    );
}

function picture(svg, fonts, family, scale) {
  const font = { loadSystemFonts: false, fontFiles: fonts, defaultFontFamily: family, sansSerifFamily: family };
  return Buffer.from(new Resvg(svg, { background: 'white', fitTo: { mode: 'zoom', value: scale }, font }).render().asPng());
}

async function draw({ id, spec, fonts, family, scale }) {
  const problems = [];
  const logger = vega.logger(vega.Warn);
  logger.error = logger.warn = (...parts) => (problems.push(parts.join(' ')), logger);
  const specification = compile(spec, { logger }).spec;
  const view = new vega.View(vega.parse(specification), { renderer: 'none', loader, logger });
  const plain = await view.toSVG();
  view.finalize();
  if (problems.length > 0) {
    throw new Error(problems.join('; '));
  }
  const image = picture(plain, fonts, family, scale);
  const svg = accessible(slim(plain), id, spec.title?.text ?? spec.title ?? id, spec.description ?? '');
  return { id, svg, png: image.toString('base64'), vega: specification };
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const answer = await draw(request).catch((error) => ({ id: request.id, error: String(error?.message ?? error) }));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
