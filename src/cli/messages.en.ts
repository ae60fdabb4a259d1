import type { Sentences } from '../kernel/index.ts';

export const en = {
  'cli.unknownCommand': (d: { given: string; known: readonly string[] }) =>
    `There is no command "${d.given}". Commands: ${d.known.join(', ')}.`,
  'cli.argumentCount': (d: { usage: string; least: number; most: number; got: number }) =>
    `The command takes ${d.least === d.most ? d.least : `${d.least} to ${d.most}`} arguments, ${d.got} were given. Usage: ${d.usage}`,
  'cli.optionMissing': (d: { usage: string; option: string }) => `${d.option} is missing. Usage: ${d.usage}`,
  'cli.optionUnknown': (d: { usage: string; option: string }) =>
    `Option ${d.option} is unknown or wrongly written. Usage: ${d.usage}`,
  'cli.fileMissing': (d: { file: string }) => `${d.file} was not found. Check the path.`,
  'cli.fileUnreadable': (d: { file: string; fault: string }) =>
    `${d.file} cannot be read (${d.fault}). Check the rights and try again.`,
  'cli.notWritable': (d: { file: string; fault: string }) =>
    `${d.file} cannot be written (${d.fault}); nothing was written. Choose a place you may write to.`,
  'cli.dateUnreadable': (d: { given: string }) => `"${d.given}" is not a date. Write it as 2025-12-31.`,
  'cli.yearDiffers': (d: { given: string; scheme: number }) =>
    `--year ${d.given} differs from the scheme's evaluation year ${d.scheme}. Use that year's scheme.`,
  'cli.kindUnknown': (d: { file: string }) =>
    `${d.file} is neither .docx nor .txt. Save it as .docx in Word or WPS first.`,
  'cli.textEncoding': (d: { file: string }) =>
    `The encoding of ${d.file} is none of UTF-8, UTF-16 and GB18030. Save it as text in UTF-8.`,
  'cli.portUnreadable': (d: { given: string }) => `"${d.given}" is no port. Write a whole number from 0 to 65535.`,
  'cli.portTaken': (d: { port: number; fault: string }) =>
    d.fault === 'EADDRINUSE'
      ? `Port ${d.port} is in use. Close the program that holds it, or choose another with --port.`
      : `Port ${d.port} cannot be opened (${d.fault}). Choose another above 1024 with --port.`,
  'cli.settingUnreadable': (d: { setting: string; given: string; example: string }) =>
    `${d.setting} in the environment${d.given === '' ? '' : ` (“${d.given}”)`} cannot be used; nothing was opened. Write it like ${d.example}.`,
  'cli.settingMissing': (d: { setting: string; by: string }) =>
    `${d.by} is set, but ${d.setting} is missing in the environment; nothing was opened. Set it and start again.`,
  'cli.hostUnreadable': (d: { given: string }) =>
    `“${d.given}” is no address of this machine; nothing was opened. Name one of its IP addresses with --host.`,
  'cli.fileTaken': (d: { file: string }) => `${d.file} is there already and was left as it is. Name another file.`,
  'cli.dataMissing': (d: { folder: string }) =>
    `${d.folder} is no data folder. Name with --data the one that luzhi serve uses.`,
  'cli.levelUnknown': (d: { given: string; known: readonly string[] }) =>
    `There is no level "${d.given}". Write one of ${d.known.join(', ')}.`,
  'cli.numberUnreadable': (d: { option: string; given: string }) =>
    `"${d.given}" of ${d.option} is no whole number. Write one from 1 up.`,
  'cli.taskUnknown': (d: { given: string }) =>
    `There is no such task, or more than one: ${d.given}. See luzhi task list for names, and give --dept and --part.`,
  'cli.unitUnknown': (d: { given: string }) =>
    `The register has no unit "${d.given}", or several of that name. Write its code.`,
  'cli.serverWanted': (d: { missing: string }) =>
    `No server is named: ${d.missing} is missing. Name it with --server and --token, or by LUZHI_SERVER and LUZHI_TOKEN.`,
  'cli.serverUnreadable': (d: { given: string }) =>
    `"${d.given}" is no address of a server. Write one like http://127.0.0.1:8080.`,
  'cli.serverAway': (d: { server: string; fault: string }) =>
    `The server ${d.server} cannot be reached (${d.fault}). Check that it is open and that the address is right.`,
  'cli.serverStrange': (d: { server: string; status: number }) =>
    `What ${d.server} answered (${d.status}) is not from Luzhi. Check the address, or the proxy between.`,
  'cli.serverRefused': (d: { status: number; code: string; detail: string; detailEn: string }) =>
    `The server did not do it (${d.code}, ${d.status}): ${d.detailEn}\n${d.detail}`,
  'cli.reportNone': (d: { round: string }) => `${d.round} has no report yet. Make one with luzhi report compose.`,
  'cli.findingElsewhere': (d: { finding: string; data: string }) => `${d.finding}: ${d.data}`,
} satisfies Sentences;
