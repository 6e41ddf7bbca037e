// Who works at the desk in the console's tests and gallery, and what their site offers.
import type { AgentProfile } from '../../shared/frame-config.ts';

export const mia = { id: 'agent-mia', name: 'Mia Berger' };
export const jonas = { id: 'agent-jonas', name: 'Jonas Weiß' };

export const profile: AgentProfile = {
  agent: { ...mia, email: 'mia@demo.test', supervisor: false, teams: [] },
  sites: [
    {
      id: 'airline',
      name: 'Meridian Air',
      intents: [
        { id: 'remove-bag', label: 'Remove a bag from my booking' },
        { id: 'cancel-flight', label: 'Cancel my flight' },
        { id: 'change-flight', label: 'Change my flight' },
        { id: 'refund-status', label: 'Where is my refund?' },
        { id: 'lost-bag', label: 'My bag did not arrive' },
      ],
      savedReplies: [
        {
          id: 'hello',
          title: 'Hello',
          text: 'Hello {name}, this is {agent}. I have read everything above and am on it.',
        },
        {
          id: 'refund-time',
          title: 'Refund times',
          text: 'Hello {name}, refunds reach the card within {days} working days.',
        },
        {
          id: 'lost-bag',
          title: 'Lost bag: next steps',
          text: 'I have opened a search for your bag. You will hear from us by {time}.',
        },
        { id: 'goodbye', title: 'Goodbye', text: 'Thank you for your patience, {name}. Have a good flight!' },
      ],
      articles: [
        {
          id: 'delayed-bags',
          title: 'What to do when a bag does not arrive',
          url: 'https://example.test/bags',
        },
        { id: 'refunds', title: 'How long refunds take', url: 'https://example.test/refunds' },
        { id: 'seats', title: 'Choosing a seat' },
      ],
      answerWithin: 120,
      teams: [
        { id: 'claims', label: 'Claims' },
        { id: 'groups', label: 'Group bookings' },
      ],
    },
  ],
};

/** The same agent as a supervisor. */
export const supervising: AgentProfile = { ...profile, agent: { ...profile.agent, supervisor: true } };
