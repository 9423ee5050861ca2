/** Puts the focus on a field with something wrong, and brings into sight what is said of it and then the field itself. */
export function goToField(form: HTMLElement | null, selector = '[aria-invalid="true"]'): void {
  const field = form?.querySelector<HTMLElement>(selector);
  if (!field) return;
  field.focus();
  const words = (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id));
  // By itself the browser looks at the field alone, which may have been in sight, and had the focus, before.
  for (const part of [...words, field]) part?.scrollIntoView({ block: 'nearest' });
}
