const { Compilation, sources } = require('webpack');

/** Chromium compiles a script that begins with this while it is loaded, beside the page, and not function by function when they are first called. */
const COMMENT = '//# allFunctionsCalledOnLoad\n';

/** Marks what is imported when it is asked for, by these requests, and is then needed nearly whole and at once. */
class CompileAhead {
  constructor(requests) {
    this.requests = requests;
  }

  apply(compiler) {
    const name = 'CompileAhead';
    // After the scripts are made smaller, which takes comments out, and before their names are made of what they hold.
    const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1;
    compiler.hooks.compilation.tap(name, (compilation) => {
      compilation.hooks.processAssets.tap({ name, stage }, () => {
        const wanted = compilation.chunkGroups.filter(({ origins }) =>
          origins.some(({ request }) => this.requests.includes(request)),
        );
        const files = wanted.flatMap(({ chunks }) => chunks.flatMap((chunk) => [...chunk.files]));
        for (const file of new Set(files.filter((one) => one.endsWith('.js')))) {
          compilation.updateAsset(file, (source) => new sources.ConcatSource(COMMENT, source));
        }
      });
    });
  }
}

module.exports = { CompileAhead };
