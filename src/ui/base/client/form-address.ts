/** Reads a form and its URL parameters, `name=value`. Empty fields are left out. */

/** The current values of the form. */
export function readForm(form: HTMLFormElement): URLSearchParams {
  const wanted = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim() !== '') wanted.append(name, value.trim());
  }
  return wanted;
}

/** The URL's parameters that match a field and a value of the form. */
export function readAddress(form: HTMLFormElement): URLSearchParams {
  const given = new URLSearchParams(location.search);
  const wanted = new URLSearchParams();
  for (const name of new Set(fieldsOf(form).map((field) => field.name))) {
    for (const value of new Set(given.getAll(name))) {
      if (offers(form, name, value)) wanted.append(name, value);
    }
  }
  return wanted;
}

export function fillForm(form: HTMLFormElement, wanted: URLSearchParams): void {
  for (const field of fieldsOf(form)) {
    if (isChoice(field)) field.checked = wanted.getAll(field.name).includes(field.value);
    else field.value = wanted.get(field.name) ?? '';
  }
}

type Field = HTMLInputElement | HTMLSelectElement;

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (field): field is Field =>
      (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && field.name !== '',
  );
}

/** Whether the form accepts a value. Text fields accept anything, others only their own options. */
function offers(form: HTMLFormElement, name: string, value: string): boolean {
  return fieldsOf(form).some((field) => {
    if (field.name !== name || value.trim() === '') return false;
    if (field instanceof HTMLSelectElement)
      return [...field.options].some((option) => option.value === value);
    return !isChoice(field) || field.value === value;
  });
}

function isChoice(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && field.type === 'checkbox';
}
