/// What was last seen of the projects, for the completion of ids in a shell; its size is bounded.
package struct SeenProjects: Hashable, Sendable, Codable {
    /// The most projects that are kept.
    package static let most = 20
    /// Seconds after which a project that did not change is noted again, so that it is not the first to go.
    private static let refresh = 86_400

    /// The projects, the one that was seen last first.
    package private(set) var projects: [SeenProject] = []

    /// Creates it without a project.
    package init() {}

    /// Notes what was seen of a project, and drops the projects that were not seen for longest beyond the bound.
    ///
    /// - Parameter isWhole: whether these are all jobs of the project with all of their newest runs.
    /// - Returns: whether there is anything new to keep.
    package mutating func note(_ new: SeenProject, isWhole: Bool) -> Bool {
        guard new.isKept else { return false }
        let earlier = projects.first { $0.isSame(as: new) }
        var project = earlier.map { new.completed(by: $0, isWhole: isWhole) } ?? new
        project.jobs = Array(project.jobs.prefix(SeenProject.mostJobs))
        if let earlier, earlier.jobs == project.jobs, abs(new.seen - earlier.seen) < Self.refresh { return false }
        projects = Array(([project] + projects.filter { !$0.isSame(as: new) }).prefix(Self.most))
        return true
    }

    /// Drops the project that was not seen for longest, or from the only one the older half of the runs.
    ///
    /// - Returns: whether there was anything to drop.
    package mutating func shrink() -> Bool {
        guard projects.count == 1 else { return projects.popLast() != nil }
        let most = projects[0].jobs.compactMap { $0.runs?.count }.max() ?? 0
        for index in projects[0].jobs.indices {
            projects[0].jobs[index].runs = projects[0].jobs[index].runs.map { Array($0.prefix(most / 2)) }
        }
        return most > 0
    }
}

extension SeenProject {
    /// Whether both are of one project.
    fileprivate func isSame(as other: SeenProject) -> Bool { workspace == other.workspace && project == other.project }
}
