extension WordClass {
  /// The words of a class that is a list; none of one that is a shape.
  public var words: Set<String> {
    switch self {
    case .number: Self.numbers
    case .determiner: Self.determiners
    case .pronoun: Self.pronouns
    case .modal: Self.modals
    case .be: Self.formsOfBe
    case .have: Self.formsOfHave
    case .month: Self.months
    case .preposition: Self.prepositions
    case .conjunction: Self.conjunctions
    case .capital, .lower, .mark, .comma, .quote, .start, .end, .adverb, .ing, .ed: []
    }
  }
}
