export { inputsOf, openCatalogue } from './catalogue-file.ts';
export { writeCatalogue } from './catalogue-writer.ts';
