/** Where `npm start` serves the pages; every address in manifest.xml begins with it. */
const DEVELOPMENT = 'https://localhost:3000';

/**
 * The place that the pages will be served from, without a slash at its end. Office takes add-ins over https only, and
 * adds `?check` and host information to addresses, so that the base may have neither.
 *
 * @throws with a sentence for the administrator
 */
function baseAddress(text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    throw new Error(`--base ${text}：不是网址，应为 https://主机名/路径`);
  }
  if (url.protocol !== 'https:') throw new Error(`--base ${text}：必须以 https:// 开头，Office 不加载其他地址的加载项`);
  if (url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new Error(`--base ${text}：只能有主机名和路径，不能带参数、锚点或用户名`);
  }
  return url.href.replace(/\/$/, '');
}

function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll("'", '&apos;');
}

/** The manifest for an add-in whose pages are served from `base`. */
function manifestFor(xml, base) {
  return xml.replaceAll(DEVELOPMENT, escapeXml(baseAddress(base)));
}

module.exports = { baseAddress, DEVELOPMENT, manifestFor };
