/// The jobs of a project as they were last seen.
package struct SeenProject: Hashable, Sendable, Codable {
    /// The most jobs that are kept of a project.
    package static let mostJobs = 200
    /// The most bytes of a workspace's or project's name; nothing is kept of a project with a longer one.
    static let longestName = 256

    /// The id of the workspace.
    package var workspace: String
    /// The name of the project.
    package var project: String
    /// When it was seen, in seconds since 1970.
    package var seen: Int
    /// Its jobs, in the platform's order.
    package var jobs: [SeenJob]

    /// Creates a project.
    package init(workspace: String, project: String, seen: Int, jobs: [SeenJob]) {
        (self.workspace, self.project, self.seen, self.jobs) = (workspace, project, seen, jobs)
    }

    /// Whether its names are short enough to keep.
    var isKept: Bool { max(workspace.utf8.count, project.utf8.count) <= Self.longestName }

    /// Takes over what an earlier sight of the project had and this one lacks.
    ///
    /// - Parameter isWhole: whether these are all jobs of the project, so that others are gone.
    func completed(by earlier: SeenProject, isWhole: Bool) -> SeenProject {
        let known = Dictionary(earlier.jobs.map { ($0.id, $0) }) { first, _ in first }
        var project = self
        project.jobs = jobs.map { job in known[job.id].map { job.completed(by: $0, isWhole: isWhole) } ?? job }
        if !isWhole {
            let new = Dictionary(project.jobs.map { ($0.id, $0) }) { first, _ in first }
            project.jobs =
                project.jobs.filter { known[$0.id] == nil } + earlier.jobs.map { new[$0.id] ?? $0 }
        }
        return project
    }
}
