/** Contents as an office lays them before a verifier, as small as they may be. */
const TEXT = 'BT /F1 48 Tf 40 700 Td (2025) Tj ET';
const OBJECTS = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
  `<< /Length ${TEXT.length} >>\nstream\n${TEXT}\nendstream`,
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
];

/** A PDF of one page. */
export const PAPER = Buffer.from(
  `%PDF-1.4\n${OBJECTS.map((of, at) => `${at + 1} 0 obj\n${of}\nendobj\n`).join('')}trailer << /Size 6 /Root 1 0 R >>\n%%EOF`,
);

/** A PNG of two points by two. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGM4saANghggFAAwDgV9zPhFegAAAABJRU5ErkJggg==',
  'base64',
);
