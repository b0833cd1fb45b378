// Worker and page measure text alike, so that a chart keeps its size when it becomes interactive. There is no canvas in Node
// to measure text on; Vega's own guess of 0.8 em a character leaves wide gaps.
export function estimateWidths(textMetrics) {
  textMetrics.width = (item, text) => String(text ?? item.text ?? '').length * 0.6 * textMetrics.height(item);
}

// Nothing outside a specification is ever loaded.
export function close(loader) {
  for (const method of ['load', 'file', 'http']) {
    loader[method] = async (uri) => {
      throw new Error(`a chart may not load anything: ${uri}`);
    };
  }
  loader.sanitize = async (uri) => {
    throw new Error(`a chart may not link anywhere: ${uri}`);
  };
  return loader;
}
