/**
 * Says what a parameter does beside its name on the page of a model. What it says is loaded with the first
 * press. Without it, and by a press for a new tab, the page that explains all of them opens.
 */
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('[data-part=parameters] a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  import('./parameter-note.ts').then(
    (notes) => {
      notes.showParameter(link);
    },
    () => {
      location.href = link.href;
    },
  );
});
