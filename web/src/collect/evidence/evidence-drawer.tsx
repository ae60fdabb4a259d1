/** A record looked at beside the form it belongs to. */
import { Drawer } from 'antd';
import { useWords } from '../../shell/language.tsx';
import { EvidenceCard, type Given } from './evidence-card.tsx';
import { evidenceWords } from './words.ts';
import './evidence.css';

export function EvidenceDrawer(given: Given) {
  const say = useWords(evidenceWords);
  return (
    <Drawer open title={say.card} size={720} onClose={given.close} destroyOnHidden>
      <EvidenceCard {...given} />
    </Drawer>
  );
}
