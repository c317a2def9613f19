import type { Analytics, View } from '@app/contracts';
import { readXlsx } from 'hucre/xlsx';
import { type Product, startProduct } from './product-with-database.js';
import { sheetOf } from './sheets.js';
import { ingest, viewNamed, viewsOf } from './views.js';

/** The columns of a sheet, as its header has them. */
export const HEADER =
  'Month,Discovery date,Client,Hubspot link,Stage,Relevance,Show/Nowshow,POA date,Expected MRR,Expected ARR,' +
  'Pipeline,Type of deal,BDR,Type of source,Product,Owner,Supporters,Billing start';
/** The period that the specs ask about. */
export const PERIOD = 'from=2026-07-01&to=2026-12-31&as_of=2026-11-22';
export const BOM = '\uFEFF';

// A sheet as people keep it: spellings, formulas, quotes, amounts of all kinds.
const DIRTY = [
  HEADER,
  'Oct,03/10/2026,"Acme, Inc.",https://hub.example.com/1,Closed Won,relevant,show,,100,"$1,200.50",,up-sell,BO,Inbound,Pro,Rémi,,15/10/2026',
  'Oct,04/10/2026,=cmd(),,B Legals,,no show,,,,"12k",,,outbound,,REMI,,',
  'Oct,05/10/2026,"Say ""hi""",,D POA Booked,Maybe,Show,25/11/2026,,,(500),,bo,Client,pro,Rémi,,',
  ',,Zoé & Co,,Waiting,,,,,,0,,none,,,,"a; b",',
].join('\n');

/** The product with four untidy deals in Organic and one in Signal, and the files that it exports, read. */
export class ProductWithDeals {
  private constructor(
    private readonly running: Product,
    private readonly views: ReadonlyMap<string, View>,
  ) {}

  static async start(): Promise<ProductWithDeals> {
    const product = await startProduct();
    const made = new ProductWithDeals(product, await viewsOf(product.admin));
    await ingest(product.admin, made.idOf('Organic'), 'deals.csv', DIRTY);
    const dune = sheetOf([{ client: 'Dune', pipe: 250, owner: 'Inès' }]);
    await ingest(product.admin, made.idOf('Signal'), 'deals.csv', dune);
    return made;
  }

  get admin() {
    return this.running.admin;
  }

  get app() {
    return this.running.app;
  }

  stop(): Promise<void> {
    return this.running.stop();
  }

  idOf(view: string): string {
    return viewNamed(this.views, view).id;
  }

  pathOf(view: string, route: string): string {
    return `/api/views/${this.idOf(view)}/${route}`;
  }

  /** A file with its lines; the last line end leaves no empty line. */
  async csv(view: string, route: string) {
    const { status, headers, bytes } = await this.admin.download(this.pathOf(view, route));
    expect({ status, text: status === 200 ? '' : bytes.toString() }).toEqual({ status: 200, text: '' });
    const text = bytes.toString();
    return { headers, bytes, text, lines: text.slice(BOM.length).split('\r\n').slice(0, -1) };
  }

  /** A workbook with the rows of its first sheet. */
  async workbook(view: string, route: string) {
    const { headers, bytes } = await this.admin.download(this.pathOf(view, route));
    const { sheets } = await readXlsx(bytes);
    return { headers, rows: sheets[0]?.rows ?? [] };
  }

  async numbers(view: string) {
    return (await this.admin.get<Analytics>(this.pathOf(view, `analytics?${PERIOD}`))).body.metrics;
  }
}
