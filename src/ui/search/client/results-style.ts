import css from './search-results.css?inline';

let sheet: CSSStyleSheet | undefined;

/** Adds the styles of result rows to the page, once. */
export function addResultsStyle(): void {
  if (sheet) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
