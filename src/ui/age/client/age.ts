/**
 * The age of this copy of the site by the clock of the reader's device. What shows it is loaded where the
 * copy is old (`data-old`), or where the page has a removal date (`.warn`).
 */
if (document.querySelector('[data-old],.warn')) {
  import('./show-age.ts').catch(() => 0);
}
