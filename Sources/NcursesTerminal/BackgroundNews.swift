import TextScreen

/// What a terminal told of its background.
enum BackgroundNews: Equatable {
    /// The answer to a question.
    case answer(Ground)
    /// The news that its colors are now dark or light ones, which nobody asked for.
    case scheme(Ground)
}
