/** Says what a parameter does beside its name on the page of a model. What it says is loaded with the first press. */
document.addEventListener('click', (event) => {
  const { target, altKey, ctrlKey, metaKey, shiftKey } = event;
  const link =
    target instanceof Element ? target.closest<HTMLAnchorElement>('[data-part=parameters] a') : null;
  // Other presses open the page that explains all of them.
  if (!link || altKey || ctrlKey || metaKey || shiftKey) return;
  event.preventDefault();
  import('./parameter-note.ts').then(
    ({ showParameter }) => {
      showParameter(link);
    },
    () => {
      location.href = link.href;
    },
  );
});
