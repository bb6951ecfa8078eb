/** Asks for a file of JSON, and gives its text. */
export function chooseFile(): Promise<string> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'application/json,.json';
  return new Promise((done) => {
    input.addEventListener('change', async () => done((await input.files?.[0]?.text()) ?? ''));
    input.click();
  });
}
