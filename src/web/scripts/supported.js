// Runs before the page is drawn: marks the page as able to run the scripts that enhance it.
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('govuk-frontend-supported');
}
