// Follows an import while its page is open: moves the bar, says each new stage, and shows the
// outcome when it is over. Without it the page refreshes itself and offers a link.
const PAUSE_MILLISECONDS = 1500;

/** Follows the import of an element that names the address of its progress. */
function follow(element) {
  const bar = element.querySelector('progress');
  const words = element.querySelector('[data-words]');
  const spoken = element.querySelector('[data-spoken]');
  let stage = '';

  function show(progress) {
    words.textContent = progress.words;
    if (progress.total > 0) {
      bar.max = progress.total;
      bar.value = progress.done;
    } else {
      bar.removeAttribute('value');
    }
    if (progress.stage !== stage) spoken.textContent = progress.words;
    stage = progress.stage;
  }

  async function look() {
    try {
      const answer = await fetch(element.dataset.importProgress, {
        headers: { accept: 'application/json' },
      });
      if (answer.ok) {
        const progress = await answer.json();
        if (progress.over || progress.state !== element.dataset.state) {
          spoken.textContent = progress.words;
          window.location.reload();
          return;
        }
        show(progress);
      }
    } catch {
      // The service may be restarting: the import goes on when it is back, and so does this.
    }
    setTimeout(look, PAUSE_MILLISECONDS);
  }

  for (const instead of document.querySelectorAll('[data-without-scripts]')) instead.hidden = true;
  look();
}

for (const element of document.querySelectorAll('[data-import-progress]')) follow(element);
