/// An answer that is mainly a list, which is read row by row.
protocol AnswerOfRows: Decodable, Sendable {
    associatedtype Element: ElementOfAnswer
    /// The name of the member that holds the list; nil if the answer is the list itself.
    static var rowsName: String? { get }
    /// Puts rows into an answer that was read without them.
    mutating func put(_ rows: Rows<Element>)
}

/// A row of an answer.
protocol ElementOfAnswer: Decodable, Sendable {
    /// The name of the member that holds the configuration, which is the same in many rows.
    static var configurationName: String? { get }
    /// Puts the configuration into a row that was read without it.
    mutating func put(_ configuration: Shared<ConfigurationSnapshot>?)
}

extension JobRunsPage: AnswerOfRows {
    static var rowsName: String? { "jobRuns" }

    mutating func put(_ rows: Rows<JobRun>) { (runs, badRows) = (rows.values, rows.badRows) }
}

extension JobList: AnswerOfRows {
    static var rowsName: String? { nil }

    mutating func put(_ rows: Rows<JobListItem>) { (jobs, badRows) = (rows.values, rows.badRows) }
}

extension JobRun: ElementOfAnswer {
    static var configurationName: String? { "job_configuration_snapshot" }

    mutating func put(_ configuration: Shared<ConfigurationSnapshot>?) { sharedSnapshot = configuration }
}

extension JobListItem: ElementOfAnswer {
    static var configurationName: String? { nil }

    mutating func put(_ configuration: Shared<ConfigurationSnapshot>?) {}
}
