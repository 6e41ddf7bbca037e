// A run of messages by one speaker, as customer and agent both see it: name, role, bubbles, time. The role stands
// visibly at the head of the run and, for those who hear the page, before each message (O2).
import type { ComponentChildren, VNode } from 'preact';
import { cleanName } from './clean-text.ts';
import { Icon } from './icon.tsx';

export type Role = 'assistant' | 'person' | 'customer';

interface GroupProps {
  role: Role;
  /** On the reader's own side. */
  own: boolean;
  name: string;
  /** The role in words: "automated", "person", "you". */
  badge: string;
  /** Below the last bubble: time, and whether it was sent. */
  foot?: ComponentChildren;
  children: ComponentChildren;
}

/** Bubbles of one speaker in a row. */
export function BubbleGroup({ role, own, name, badge, foot, children }: GroupProps): VNode {
  return (
    <div class={`group ${own ? 'own' : 'other'} from-${role}`}>
      <div class="group-head" aria-hidden="true">
        {!own && <Avatar role={role} name={name} />}
        {!own && <bdi class="speaker">{cleanName(name)}</bdi>}
        <RoleBadge role={role} badge={badge} />
      </div>
      {children}
      {foot && <div class="group-foot">{foot}</div>}
    </div>
  );
}

interface BubbleProps {
  /** Said before the text to those who hear the page: "Ana, automated, 10:32". */
  spoken: string;
  /** `waiting` is on its way, `failed` was not sent. */
  state?: 'waiting' | 'failed' | undefined;
  children: ComponentChildren;
}

/** One message. */
export function Bubble({ spoken, state, children }: BubbleProps): VNode {
  return (
    <div class={`bubble${state ? ` ${state}` : ''}`}>
      <span class="sr-only">{spoken}: </span>
      {children}
    </div>
  );
}

/** Who speaks: a spark for what is automated, a shape of a person for people. */
export function RoleBadge({ role, badge }: { role: Role; badge: string }): VNode {
  return <span class={`badge badge-${role}`}>{badge}</span>;
}

/** A round mark: people show their initial, the assistant a spark. */
export function Avatar({ role, name }: { role: Role; name: string }): VNode {
  const initial = [...cleanName(name)][0]?.toLocaleUpperCase();
  return (
    <span class={`avatar avatar-${role}`} aria-hidden="true">
      {role === 'assistant' || !initial ? <Icon name={role === 'assistant' ? 'spark' : 'person'} /> : initial}
    </span>
  );
}
