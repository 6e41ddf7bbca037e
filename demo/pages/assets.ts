// Style sheets, scripts and icons of the demo pages, taken into the build as text.
import airlineStyle from './assets/airline.css?raw';
import airlineIcon from './assets/airline.svg?raw';
import airlineSections from './assets/airline-sections.css?raw';
import faultsStyle from './assets/faults.css?raw';
import indexStyle from './assets/index.css?raw';
import pageStyle from './assets/page.css?raw';
import pageScript from './assets/page.js?raw';
import shopStyle from './assets/shop.css?raw';
import shopIcon from './assets/shop.svg?raw';
import themeStyle from './assets/theme.css?raw';
import themeScript from './assets/theme.js?raw';

export interface Asset {
  type: string;
  text: string;
}

const style = (text: string): Asset => ({ type: 'text/css; charset=utf-8', text });
const script = (text: string): Asset => ({ type: 'text/javascript; charset=utf-8', text });
const icon = (text: string): Asset => ({ type: 'image/svg+xml', text });

export const assets: Map<string, Asset> = new Map([
  ['page.css', style(pageStyle)],
  ['page.js', script(pageScript)],
  ['index.css', style(indexStyle + themeStyle)],
  ['theme.js', script(themeScript)],
  ['faults.css', style(faultsStyle)],
  ['airline.css', style(airlineStyle + airlineSections)],
  ['airline.svg', icon(airlineIcon)],
  ['shop.css', style(shopStyle)],
  ['shop.svg', icon(shopIcon)],
]);
