/** The few questions a screen asks before an act, and the word it gives after one, with the way back. */
import { App, Button } from 'antd';
import { createElement, type ReactNode, useCallback } from 'react';
import { Refused } from '../shell/api.ts';
import { useSay, useWords } from '../shell/language.tsx';
import { shellWords } from '../shell/words.ts';

interface Asked {
  /** The act: 「提交 表 B3」. */
  readonly title: string;
  /** What follows, in numbers. */
  readonly body?: ReactNode;
  /** Repeats the verb. */
  readonly verb: string;
  readonly isGrave?: boolean;
}

/** Resolves to false when it was left. */
export function useConfirm(): (asked: Asked) => Promise<boolean> {
  const { modal } = App.useApp();
  const say = useWords(shellWords);
  return useCallback(
    ({ title, body, verb, isGrave = false }) =>
      modal.confirm({
        title,
        content: body,
        okText: verb,
        cancelText: say.cancel,
        icon: null,
        okButtonProps: { danger: isGrave },
        autoFocusButton: 'ok',
      }) as unknown as Promise<boolean>,
    [modal, say],
  );
}

const UNDO_SECONDS = 6;

export interface Saying {
  /** With `undo`, the message carries the way back for six seconds. */
  done(words: string, undo?: () => void): void;
  /** What is missing before the act, where the browser knows it. */
  heed(words: string): void;
  /** A refusal of the server in the reader's language; anything else that was thrown is a bug and thrown on. */
  refused(error: unknown): void;
}

export function useSaid(): Saying {
  const { message } = App.useApp();
  const words = useWords(shellWords);
  const say = useSay();
  return {
    done(text, undo) {
      if (undo === undefined) return void message.success(text);
      const key = crypto.randomUUID();
      const back = (): void => {
        message.destroy(key);
        undo();
      };
      const button = createElement(Button, { type: 'link', size: 'small', onClick: back }, words.undo);
      void message.success({ key, duration: UNDO_SECONDS, content: createElement('span', null, text, ' ', button) });
    },
    heed(text) {
      void message.warning(text);
    },
    refused(error) {
      if (!(error instanceof Refused)) throw error;
      void message.error(say(error));
    },
  };
}
