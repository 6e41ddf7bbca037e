// Style sheets and scripts of the demo pages are imported as text and served as they are.
declare module '*?raw' {
  const text: string;
  export default text;
}
