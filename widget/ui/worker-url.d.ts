// A script for a worker, which the build lays beside the page's own; imported as its address.
declare module '*?worker&url' {
  const url: string;
  export default url;
}
