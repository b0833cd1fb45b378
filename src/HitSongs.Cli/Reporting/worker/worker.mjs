// Draws charts. One JSON object per line in: {id, spec, fonts: [file], family, scale}; one per line out: {id, svg, png}
// (png in base64) or {id, error}. Ends when its input ends. Nothing outside the specification is ever loaded.
import readline from 'node:readline';
import { Resvg } from '@resvg/resvg-js';
import * as vega from 'vega';
import { compile } from 'vega-lite';

const loader = vega.loader();
for (const method of ['load', 'file', 'http']) {
  loader[method] = async (uri) => {
    throw new Error(`a chart may not load anything: ${uri}`);
  };
}
loader.sanitize = async (uri) => {
  throw new Error(`a chart may not link anywhere: ${uri}`);
};

// There is no canvas here to measure text on; Vega's own guess of 0.8 em a character leaves wide gaps.
vega.textMetrics.width = (item, text) => String(text ?? item.text ?? '').length * 0.6 * vega.textMetrics.height(item);

const escape = (text) =>
  String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

// Several charts stand in one page: their ids must differ, and each names and describes itself to screen readers.
function accessible(svg, id, title, description) {
  const unique = svg
    .replace(/\bid="([^"]+)"/g, (_, name) => `id="${id}-${name}"`)
    .replace(/url\(#([^)]+)\)/g, (_, name) => `url(#${id}-${name})`)
    .replace(/\shref="#([^"]+)"/g, (_, name) => ` href="#${id}-${name}"`)
    // Vega marks every group for screen readers; inside an image these are noise.
    .replace(/\s(role|aria-[a-z]+)="[^"]*"/g, '');
  return unique.replace(
    /<svg ([^>]*)>/,
    (_, attributes) =>
      `<svg ${attributes} role="img" aria-labelledby="${id}-title ${id}-description">` +
      `<title id="${id}-title">${escape(title)}</title><desc id="${id}-description">${escape(description)}</desc>`,
  );
}

async function draw({ id, spec, fonts, family, scale }) {
  const problems = [];
  const logger = vega.logger(vega.Warn);
  logger.error = logger.warn = (...parts) => (problems.push(parts.join(' ')), logger);
  const view = new vega.View(vega.parse(compile(spec, { logger }).spec), { renderer: 'none', loader, logger });
  const plain = await view.toSVG();
  view.finalize();
  if (problems.length > 0) {
    throw new Error(problems.join('; '));
  }
  const svg = accessible(plain, id, spec.title?.text ?? spec.title ?? id, spec.description ?? '');
  const font = { loadSystemFonts: false, fontFiles: fonts, defaultFontFamily: family, sansSerifFamily: family };
  const image = new Resvg(svg, { background: 'white', fitTo: { mode: 'zoom', value: scale }, font }).render();
  return { id, svg, png: Buffer.from(image.asPng()).toString('base64') };
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const answer = await draw(request).catch((error) => ({ id: request.id, error: String(error?.message ?? error) }));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
