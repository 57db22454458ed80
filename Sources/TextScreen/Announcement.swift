/// What a terminal is to tell a user who looks elsewhere.
package struct Announcement: Hashable, Sendable {
    /// The title for the terminal's window.
    package var title: String
    /// The text of a notification that rings the bell; nil to change the title alone.
    package var text: String?

    /// Creates an announcement.
    package init(title: String, text: String? = nil) { (self.title, self.text) = (title, text) }
}
