import { Page } from '../page/page.tsx';
export function BomPage() {
  return <Page title="Bills of materials">soon</Page>;
}
