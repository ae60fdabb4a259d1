/** People of a filed list (workbook or CSV) before accounts are opened for them: who, where, as what, and what is wrong. */
import Type from 'typebox';
import { type CellPlan, readCsv, readWorkbook, writeWorkbook } from '../../../engines/sheet/index.ts';
import { type Finding, sayInBoth } from '../../../kernel/index.ts';
import { query } from '../../action/action.ts';
import { civilDay } from '../civil-day.ts';
import { en } from '../messages.en.ts';
import { zh } from '../messages.zh.ts';
import { mayKeepAccounts } from '../policy.ts';
import { AccessProblem } from '../problems.ts';
import { ROLE_WORDS } from '../role-words.ts';
import { loginsTaken, unitsOn } from './people.store.ts';
import { HEADS, readPeople } from './read-people.ts';

const PEOPLE_MOST = 500;
const said = sayInBoth({ zh, en });

/** Departments stay as written: they are a scheme's. Throws `access.peopleColumns`, `peopleMany`, and what reading throws. */
export const previewPeople = query({
  name: 'access.people.preview',
  input: Type.Object(
    { name: Type.String({ minLength: 1, maxLength: 200 }), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
    { additionalProperties: false },
  ),
  may: mayKeepAccounts,
  async run(tx, { name, sha256 }, { who, now, files }) {
    const bytes = await files.read(sha256);
    const sheets = /\.csv$/i.test(name) ? [readCsv(bytes, name)] : readWorkbook(bytes, name).sheets;
    const { rows, findings: unread } = readPeople(sheets, name);
    if (rows.length > PEOPLE_MOST) throw AccessProblem.peopleMany({ count: rows.length, most: PEOPLE_MOST });
    const units = await unitsOn(tx, who.tenant, civilDay(now));
    const taken = await loginsTaken(
      tx,
      rows.map(({ login }) => login),
    );
    const findings: Finding[] = [...unread];
    const people = rows.flatMap(({ unit: named, at, ...row }) => {
      const found = units.filter(({ code, name: of }) => code === named || of === named);
      const [unit] = found;
      const tell = (fault: string, data: Finding['data']): readonly [] => {
        findings.push({
          code: `access.people.${fault}`,
          severity: 'error',
          at,
          data: { row: rowOf(at.cell), ...data },
        });
        return [];
      };
      if (unit === undefined || found.length > 1) return tell('unit', { unit: named });
      if (taken.has(row.login)) return tell('taken', { login: row.login });
      return [{ ...row, unit: unit.unit, unitName: unit.name, row: rowOf(at.cell) }];
    });
    return { people, findings: said(findings) };
  },
});

const rowOf = (cell = ''): number => Number(cell.slice(1));

const text = (words: string, look: CellPlan['look']): CellPlan => ({ content: { kind: 'text', text: words }, look });

/** An empty list with its heads, to be filled. */
export const downloadPeopleForm = query({
  name: 'access.people.form',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayKeepAccounts,
  run: async () =>
    writeWorkbook({
      sheets: [
        {
          name: '人员名单',
          widths: [14, 18, 24, 18, 18, 28],
          frozenRows: 1,
          rows: [HEADS.map((head) => text(head, 'head'))],
          validations: [
            {
              range: `E2:E${PEOPLE_MOST + 1}`,
              rule: {
                kind: 'list',
                choices: [...ROLE_WORDS.values()].map((words) => words.zh),
                says: '请从列表中选岗位。',
              },
            },
          ],
        },
      ],
    }),
});
