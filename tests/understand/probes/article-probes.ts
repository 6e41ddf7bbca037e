// Questions of our own to the two demo shops, with the article and the section that should answer them.

/** Question, article, heading of the section. */
export type ArticleProbe = [question: string, article: string, heading: string];

export const articleProbes: Record<'airline' | 'shop', ArticleProbe[]> = {
  airline: [
    ['how many bags can I take', 'baggage', 'Baggage allowance: what you may take'],
    ['what luggage is included in my fare', 'baggage', 'Baggage allowance: what you may take'],
    ['what size may hand luggage be', 'baggage', 'Baggage allowance: what you may take'],
    ['how heavy can a suitcase be', 'baggage', 'Checked bags'],
    ['my bag is overweight, what do I pay', 'baggage', 'Overweight and oversize'],
    ['can I take my skis', 'baggage', 'Skis, instruments and pushchairs'],
    ['how much shampoo can I have in my cabin bag, are liquids ok', 'baggage', 'Liquids'],
    ['what happens if my flight is cancelled by you', 'delays', 'If we cancel your flight'],
    ['what do I get if my plane is four hours late', 'delays', 'Compensation for a delay'],
    ['who pays the hotel if I have to stay overnight', 'delays', 'Meals, drinks and a hotel'],
    ['what if the flight is overbooked', 'delays', 'Denied boarding'],
    ['can I bring my dog', 'pets', 'A dog or cat in the cabin'],
    ['what papers does my cat need', 'pets', 'Papers'],
    ['when does online check-in open', 'check-in', 'How to check in'],
    ['what time does the gate close', 'check-in', 'At the airport'],
    ['do I need a passport for London', 'check-in', 'Documents'],
    ['is there a vegan meal', 'on-board', 'Special meals'],
    ['is there wifi on board', 'on-board', 'Wi-Fi and power'],
    ['can I fly when I am pregnant', 'special-assistance', 'Pregnancy'],
    [
      'can I have a wheelchair at the airport',
      'special-assistance',
      'Wheelchair and assistance at the airport',
    ],
    ['do you fly children on their own', 'special-assistance', 'Children travelling alone'],
    ['how long does a refund take', 'refunds', 'How long it takes'],
    ['what does a seat with more legroom cost', 'seats', 'How to choose a seat'],
    ['can I pay for an upgrade with miles', 'upgrades', 'With miles'],
  ],
  shop: [
    ['is the stoneware dishwasher safe', 'care', 'Dishwasher, microwave and oven'],
    ['how do I get tea stains off a mug', 'care', 'Stains'],
    ['does the copper kettle work on induction', 'care', 'Kettles'],
    ['how long does delivery to Austria take', 'delivery', 'How fast, and what shipping costs'],
    ['can you send to a parcel locker', 'delivery', 'Carriers and lockers'],
    ['can I pick up my order in the shop', 'delivery', 'Express and pick-up'],
    ['how many days do I have to send something back', 'returns', 'How to send something back'],
    ['what can not be returned', 'returns', 'What cannot come back'],
    ['my voucher code does not work, why', 'vouchers', 'If a code does not work'],
    ['where do I find the invoice', 'invoices', 'Where to find your invoice'],
  ],
};

/** Questions that no article of the site answers. */
export const unanswerable: Record<'airline' | 'shop', string[]> = {
  airline: [
    'what is the capital of France',
    'who won the match last night',
    'do you sell kettles',
    'how old is the universe',
    'what is your favourite colour',
    'can you write a poem for me',
    'who is your chief executive',
    'do you hire pilots',
  ],
  shop: [
    'what is the weather tomorrow',
    'how do I bake bread',
    'do you sell shoes',
    'can I bring my dog on the plane',
    'who are you',
    'what is two plus two',
    'how do I learn to play the guitar',
    'are you hiring',
  ],
};
