/** Where Office.js comes from. Microsoft supports it from its own network only; `self` is for an intranet without it. */
const SOURCES = {
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  'cdn-cn': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
  self: 'office-js/office.js',
};

/** The part of the npm package that Excel needs, for `self`: each host's file, two languages, telemetry's stub. */
const OFFICE_FILES = [
  'office.js',
  'o15apptofilemappingtable.js',
  'excel-android-16.00.js',
  'excel-ios-16.00.js',
  'excel-mac-16.00.js',
  'excel-web-16.00.js',
  'excel-win32-16.01.js',
  'excel-winrt-16.00.js',
  'en-us/office_strings.js',
  'zh-cn/office_strings.js',
  'telemetry/oteljs_agave.js',
];

/** The address of Office.js for one of the sources; throws for any other name. */
function officeScript(source) {
  const address = SOURCES[source];
  if (address === undefined) {
    throw new Error(`--env office=${source}：只能是 ${Object.keys(SOURCES).join('、')} 之一`);
  }
  return address;
}

module.exports = { OFFICE_FILES, officeScript };
