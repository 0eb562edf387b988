const fs = require('node:fs');
const path = require('node:path');
const { transformSync } = require('@swc/core');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const { BannerPlugin } = require('webpack');
const { CompileAhead } = require('./scripts/compileAhead');
const { contentSecurityPolicy } = require('./scripts/csp');
const { devServer } = require('./scripts/devServer');
const { OFFICE_FILES, officeScript } = require('./scripts/office');

const at = (...parts) => path.resolve(__dirname, ...parts);

/** Starts before Office.js and tells the officer when it does not come; apart from the bundles, for any engine. */
const GUARD = 'officeGuard.js';

function guardScript(source) {
  const options = { jsc: { target: 'es5', parser: { syntax: 'typescript' } }, isModule: false, minify: true };
  return transformSync(String(source), options).code;
}

/** Each html page: its script, its template and whether it runs inside Excel. */
const PAGES = {
  taskpane: { script: './src/taskpane/index.tsx', template: 'src/taskpane/taskpane.html', office: true },
  commands: { script: './src/commands/index.ts', template: 'src/commands/commands.html', office: true },
  browser: { script: './src/taskpane/browser.tsx', template: 'src/taskpane/browser.html', office: false },
  workbench: { script: './src/workbench/index.ts', template: 'src/workbench/workbench.html', office: false },
};

function typescript(target) {
  return {
    test: /\.tsx?$/,
    exclude: /node_modules/,
    loader: 'swc-loader',
    options: {
      jsc: {
        target,
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  };
}

/** Puts the guard and Office.js before the page's own scripts; they run in this order, after the first screen is shown. */
function addOfficeScript(compiler) {
  compiler.hooks.compilation.tap('OfficeScript', (compilation) => {
    HtmlWebpackPlugin.getHooks(compilation).alterAssetTagGroups.tap('OfficeScript', (data) => {
      const src = data.plugin.options.officeScript;
      if (src === null) return data;
      const first = data.headTags.findIndex(({ tagName }) => tagName === 'script');
      const tags = [GUARD, src].map((one) =>
        HtmlWebpackPlugin.createHtmlTagObject('script', { src: one, defer: true }, undefined, {}),
      );
      data.headTags.splice(first, 0, ...tags);
      return data;
    });
  });
}

/**
 * The pages. `--env office=cdn|cdn-cn|self` says where Office.js comes from (see scripts/office.js), `--env workbench`
 * adds the emulated Excel, which is for development and tests and is never deployed.
 */
function pages({ office, workbench, serve }, mode) {
  const production = mode === 'production';
  const chosen = Object.entries(PAGES).filter(([name]) => name !== 'workbench' || workbench);
  return {
    name: 'pages',
    mode,
    target: ['web', 'es2021'],
    // No eval, in development either: the content security policy forbids it.
    devtool: production ? false : 'cheap-module-source-map',
    entry: Object.fromEntries(chosen.map(([name, page]) => [name, page.script])),
    output: {
      path: at('dist'),
      filename: production ? 'js/[name].[contenthash:8].js' : 'js/[name].js',
      chunkFilename: production ? 'js/[name].[contenthash:8].js' : 'js/[name].js',
      assetModuleFilename: 'media/[name].[hash:8][ext]',
      publicPath: 'auto',
      clean: { keep: /^cli\// },
    },
    resolve: {
      extensions: ['.tsx', '.ts', '.js'],
      alias: { 'rtl-css-js/core$': at('scripts/leftToRight.js') },
    },
    module: {
      // A name that a package does not export is a fault of the build, not of the day when it is clicked.
      parser: { javascript: { exportsPresence: 'error' } },
      rules: [
        typescript('es2021'),
        { test: /office\.helpers\.js$/, loader: at('scripts/officeHelpers.js') },
        { test: /@fluentui[\\/]tokens[\\/]lib[\\/]tokens\.js$/, loader: at('scripts/fluentTokens.js') },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      ],
    },
    optimization: {
      // A dozen small scripts for one view cost more than the code that two views hold twice.
      splitChunks: { chunks: 'all', maxAsyncRequests: 3 },
      // Takes a third of the time that terser does, and the scripts are no larger.
      minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })],
    },
    performance: { hints: false },
    plugins: [
      new MiniCssExtractPlugin({ filename: production ? 'css/[name].[contenthash:8].css' : 'css/[name].css' }),
      ...chosen.map(
        ([name, page]) =>
          new HtmlWebpackPlugin({
            filename: `${name}.html`,
            template: page.template,
            favicon: 'assets/icon-32.png',
            chunks: [name],
            chunksSortMode: 'manual',
            inject: 'head',
            scriptLoading: 'defer',
            meta: {
              csp: {
                'http-equiv': 'Content-Security-Policy',
                content: contentSecurityPolicy({ page: name, office: page.office ? office : null, live: serve }),
              },
            },
            officeScript: page.office ? officeScript(office) : null,
          }),
      ),
      { apply: addOfficeScript },
      // What reads and checks a sheet.
      new CompileAhead(['./startPane', '../host/excel/excelHost']),
      new CopyPlugin({
        patterns: [
          { from: 'assets/*.png' },
          {
            from: 'src/taskpane/officeGuard.ts',
            to: GUARD,
            info: { minimized: true },
            transform: (source) => guardScript(source),
          },
          { from: 'docs/manual/*.{html,css,png}', to: 'manual/[name][ext]' },
          ...(office === 'self'
            ? OFFICE_FILES.map((file) => ({
                from: file,
                context: at('node_modules/@microsoft/office-js/dist'),
                to: `office-js/${file}`,
                // Copied as it is published: Microsoft's licence allows no modified copy.
                info: { minimized: true },
              }))
            : []),
        ],
      }),
    ],
    stats: 'errors-warnings',
    infrastructureLogging: { level: 'warn' },
  };
}

/** The command line: a supervisor, which loads the rest of it when that is asked for, and the worker that it starts. They need nothing but Node. */
function commandLine(mode) {
  return {
    name: 'cli',
    mode,
    target: 'node20',
    devtool: false,
    entry: { zipingbiao: './src/cli/main.ts', worker: './src/cli/worker.ts' },
    output: { path: at('dist/cli'), filename: '[name].js', clean: true },
    resolve: { extensions: ['.ts', '.js'] },
    module: { rules: [typescript('es2022')] },
    optimization: { minimize: false, chunkIds: 'named' },
    performance: { hints: false },
    plugins: [
      new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, include: /^zipingbiao\.js$/ }),
      {
        apply: (compiler) =>
          compiler.hooks.afterEmit.tap('Executable', () =>
            fs.chmodSync(path.join(compiler.outputPath, 'zipingbiao.js'), 0o755),
          ),
      },
    ],
    stats: 'errors-warnings',
  };
}

module.exports = async (env = {}, { mode = 'production' } = {}) => {
  const serve = Boolean(env.WEBPACK_SERVE);
  const options = { office: env.office ?? 'cdn', workbench: Boolean(env.workbench), serve };
  const web = pages(options, mode);
  if (serve) return { ...web, devServer: await devServer() };
  return [web, commandLine(mode)];
};
