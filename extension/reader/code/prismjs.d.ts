declare module 'prismjs/components/prism-core.min.js' {
  const core: typeof import('prismjs');
  export default core;
}
