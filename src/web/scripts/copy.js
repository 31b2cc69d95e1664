// Adds a button that copies what an element shows, and says that it did. Without it one click selects
// the whole text, as the styles say.

/** Offers to copy the text of an element whose `data-copy` names the button. */
function offer(element) {
  const text = element.querySelector('code').textContent;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'govuk-button govuk-button--secondary wellplaced-copy';
  button.textContent = element.dataset.copy;
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = 'Copied';
    } catch {
      // Browsers may refuse; the text can still be selected.
      said.textContent = 'Your browser does not allow it: select the text and copy it';
    }
  });
  element.append(button, said);
}

if (navigator.clipboard !== undefined) {
  for (const element of document.querySelectorAll('[data-copy]')) offer(element);
}
